import { existsSync, readFileSync } from "node:fs";
import type { Json } from "../values/json.ts";

/**
 * Recorded executions of the service. They are not part of this project, and are stored beside it; their README
 * explains the format and the comparison, and local/step-functions/README.md their origin.
 */
export const PLACE = "../shared/asl-cases/cases.jsonl";
const FILE = new URL(`../../../${PLACE}`, import.meta.url);

export type CaseEvent = {
  id: number;
  prev: number;
  type: string;
  lost?: boolean;
  [field: string]: Json | undefined;
};
type Machine = { definition: Json; jsonata_definition?: Json; type: "STANDARD" | "EXPRESS" };
export type WorkerStep =
  | { do: "SendTaskSuccess"; output: string | { from_payload: string | null } }
  | { do: "SendTaskFailure"; error?: string; cause?: string }
  | { do: "SendTaskHeartbeat" }
  | { do: "Wait"; seconds: number };

export type Case = Machine & {
  id: string;
  fidelity: "recorded" | "translated" | "adapted" | "mixed";
  input: Json;
  functions: { [placeholder: string]: string };
  machines?: { [placeholder: string]: Machine };
  callback?: { each_token: WorkerStep[] };
  event_order: "exact" | "parallel-sorted" | "lossy";
  expected: { status: string; output?: Json; error?: string; cause?: Json; events: CaseEvent[] | null };
};

export const definitionOf = (machine: Machine): Json => machine.jsonata_definition ?? machine.definition;

/** Undefined where they are absent. The engine does not support EXPRESS state machines. */
export function readCases(): Case[] | undefined {
  if (!existsSync(FILE)) return undefined;
  const parse: (line: string) => Case = JSON.parse;
  const lines = readFileSync(FILE, "utf8").split("\n");
  const cases = lines.filter((line) => line !== "").map((line) => parse(expandRepeats(line)));
  return cases.filter(({ type, machines }) => ![{ type }, ...Object.values(machines ?? {})].some(isExpress));
}

const isExpress = ({ type }: Pick<Machine, "type">) => type === "EXPRESS";

const expandRepeats = (text: string) =>
  text.replace(/@@repeat:(.):(\d+)@@/g, (_, character: string, count: string) =>
    character.repeat(Number(count)),
  );

export const nameOf = (placeholder: string) => placeholder.replace(/^_+|_+$/g, "");

/** Replaces all placeholders by their values here. */
export function substitute<T>(value: T, placeholders: { [placeholder: string]: string }): T {
  let text = JSON.stringify(value);
  for (const [placeholder, own] of Object.entries(placeholders)) text = text.replaceAll(placeholder, own);
  const parse: (text: string) => T = JSON.parse;
  return parse(text);
}
