import * as z from "zod";
import { type Dictionary, isDictionary } from "../foundation/json.ts";

export const InputFields = {
  Input: z.string().optional(),
  InputPath: z.string().optional(),
  InputTransformer: z
    .object({ InputPathsMap: z.record(z.string(), z.string()).default({}), InputTemplate: z.string() })
    .optional(),
};
export type TargetInput = z.infer<z.ZodObject<typeof InputFields>>;

/** Input of a target, as JSON: the event, a constant, a part of the event, or a filled template. */
export function inputFor(target: TargetInput, event: Dictionary, ruleArn: string): string {
  if (target.Input !== undefined) return target.Input;
  if (target.InputPath !== undefined) return JSON.stringify(at(event, target.InputPath) ?? null);
  if (!target.InputTransformer) return JSON.stringify(event);
  const { InputPathsMap, InputTemplate } = target.InputTransformer;
  const paths = Object.entries(InputPathsMap).map(([name, path]) => [name, at(event, path)] as const);
  const reserved = {
    "aws.events.rule-arn": ruleArn,
    "aws.events.rule-name": ruleArn.split("/").at(-1),
    "aws.events.event": event,
    "aws.events.event.json": event,
    "aws.events.event.ingestion-time": event["time"],
  };
  return fill(InputTemplate, new Map<string, unknown>([...Object.entries(reserved), ...paths]));
}

/** A variable inside quotes is inserted as text, outside quotes as JSON; without a value it is an empty text. */
function fill(template: string, values: ReadonlyMap<string, unknown>): string {
  let quoted = false;
  return template.replace(/\\.|"|<([^<>"\s]+)>/g, (match, name: string | undefined) => {
    if (match === '"') quoted = !quoted;
    if (name === undefined || !values.has(name)) return match;
    const value = values.get(name) ?? "";
    const json = JSON.stringify(value);
    if (!quoted) return json;
    return typeof value === "string" ? json.slice(1, -1) : JSON.stringify(json).slice(1, -1);
  });
}

/** A simple JSONPath: `$.detail.name`, `$.resources[0]`. */
function at(event: Dictionary, path: string): unknown {
  const steps = path
    .replace(/^\$\.?/, "")
    .replaceAll(/\[(\d+)\]/g, ".$1")
    .split(".")
    .filter(Boolean);
  return steps.reduce<unknown>((value, step) => {
    if (Array.isArray(value)) return [...(value as unknown[])][Number(step)];
    return isDictionary(value) ? value[step] : undefined;
  }, event);
}
