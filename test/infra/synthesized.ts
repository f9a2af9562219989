import * as z from "zod";
import { createApp, type AppOptions } from "../../infra/app.ts";

const Resource = z.looseObject({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  DependsOn: z.union([z.string(), z.array(z.string())]).optional(),
  DeletionPolicy: z.string().optional(),
  UpdateReplacePolicy: z.string().optional(),
});
export type Resource = z.infer<typeof Resource>;

const Template = z.looseObject({
  Resources: z.record(z.string(), Resource),
  Outputs: z.record(z.string(), z.object({ Value: z.unknown() })).default({}),
  Parameters: z.record(z.string(), z.unknown()).default({}),
});
export type Template = z.infer<typeof Template>;

/** The stack as it would be deployed, without bundling. */
export function synthesized(options: AppOptions = {}) {
  const [stack] = createApp({ bundling: false, ...options }).synth().stacks;
  if (!stack) throw new Error("The app has no stack");
  return { template: Template.parse(stack.template), stack };
}

/** Logical ids and resources of one type. */
export const ofType = (template: Template, type: string): [string, Resource][] =>
  Object.entries(template.Resources).filter(([, resource]) => resource.Type === type);

/** An intrinsic as readable text: `arn:aws:states:eu-west-1:${AWS::AccountId}:stateMachine:…`, `${DossiersTable.Arn}`. */
export function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  const parsed = Intrinsic.parse(value);
  if ("Ref" in parsed) return `\${${parsed.Ref}}`;
  if ("Fn::GetAtt" in parsed) return `\${${parsed["Fn::GetAtt"].join(".")}}`;
  if ("Fn::Sub" in parsed) return parsed["Fn::Sub"];
  return parsed["Fn::Join"][1].map(textOf).join(parsed["Fn::Join"][0]);
}

const Intrinsic = z.union([
  z.object({ Ref: z.string() }),
  z.object({ "Fn::GetAtt": z.array(z.string()) }),
  z.object({ "Fn::Sub": z.string() }),
  z.object({ "Fn::Join": z.tuple([z.string(), z.array(z.unknown())]) }),
]);

/** Logical ids that a nested value refers to by Ref, GetAtt or Sub. */
export function referencesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (typeof value !== "object" || value === null) return [];
  const intrinsic = Intrinsic.safeParse(value);
  if (!intrinsic.success) return Object.values(value).flatMap(referencesIn);
  const { data } = intrinsic;
  if ("Ref" in data) return [data.Ref];
  if ("Fn::GetAtt" in data) return data["Fn::GetAtt"].slice(0, 1);
  if ("Fn::Sub" in data)
    return [...data["Fn::Sub"].matchAll(/\$\{([^!}.]+)(?:\.[^}]*)?\}/g)].map(([, id = ""]) => id);
  return referencesIn(data["Fn::Join"][1]);
}
