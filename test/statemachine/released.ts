import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import {
  functionName,
  stateMachineName,
  STATES,
  type WorkflowName,
  WORKFLOWS,
} from "../../statemachine/contract.ts";
import { type Definition, definitionIn, type State } from "../../statemachine/definition.ts";

/**
 * Releases of the workflows: per version the payloads that its definition sends to each function, and the names that
 * running executions call. Executions keep their definition for up to a year, so none of this may be lost.
 */
export const RELEASED = join(import.meta.dirname, "../fixtures/workflow");
/** Environment from which the names are read; it is left out of the release. */
const PREFIX = "led-dev-";

const Call = z.object({
  /** Name of the state in the state machine. */
  state: z.string(),
  /** Physical name of its function, without the environment: `submit-intake`. */
  function: z.string(),
  payload: z.record(z.string(), z.unknown()),
});
export type Call = z.infer<typeof Call>;
/** Logical id → physical name without the environment. */
export const Names = z.record(z.string(), z.string());
export type Names = z.infer<typeof Names>;
export const Release = z.object({
  workflow: z.enum(WORKFLOWS),
  version: z.int().min(1),
  /** Of the state machine, and of the functions that it calls. */
  names: Names,
  /** Hash of the definition. */
  definition: z.string(),
  calls: z.array(Call),
});
export type Release = z.infer<typeof Release>;

export const releaseFile = (workflow: WorkflowName, version: number) =>
  join(RELEASED, `${workflow}-${version}.json`);

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));
export const releases = (): Release[] =>
  readdirSync(RELEASED)
    .filter((file) => WORKFLOWS.some((workflow) => new RegExp(`^${workflow}-\\d+\\.json$`).test(file)))
    .map((file) => Release.parse(readJson(join(RELEASED, file))));
export const releasedNames = (): Names => Object.assign({}, ...releases().map(({ names }) => names)) as Names;

/** The current workflow, as a release of this version. */
export function releaseOf(template: unknown, workflow: WorkflowName, version: number): Release {
  const definition = definitionIn(template, workflow);
  const names = namesIn(template);
  const shortName = (id: unknown) => names[z.string().parse(id)] ?? "";
  const calls = tasksOf(definition).flatMap(([state, { Arguments }]) =>
    payloadsOf(Arguments?.Payload ?? {}).map((payload) => ({
      state,
      function: shortName(Arguments?.["FunctionName"]),
      payload,
    })),
  );
  const own = [workflow, ...calls.map((call) => call.function)];
  return {
    workflow,
    version,
    names: Object.fromEntries(Object.entries(names).filter(([, name]) => own.includes(name))),
    definition: hashOf(definition, names),
    calls,
  };
}

const Named = z.object({
  Type: z.string(),
  Properties: z.looseObject({ FunctionName: z.string().optional(), StateMachineName: z.string().optional() }),
});

const CALLED = [
  ...Object.keys(STATES).map((state) => functionName("dev", state)),
  ...WORKFLOWS.map((workflow) => stateMachineName("dev", workflow)),
];

/**
 * Physical names without the environment, by logical id, of everything that an execution calls, and of the state
 * machines.
 */
export function namesIn(template: unknown): Names {
  const { Resources } = z.object({ Resources: z.record(z.string(), z.unknown()) }).parse(template);
  return Object.fromEntries(
    Object.entries(Resources).flatMap(([id, resource]) => {
      const { data } = Named.safeParse(resource);
      const name = data?.Properties.FunctionName ?? data?.Properties.StateMachineName;
      return name === undefined || !CALLED.includes(name) ? [] : [[id, name.replace(PREFIX, "")]];
    }),
  );
}

/** All Tasks of a definition, inside and outside its Parallel. */
const tasksOf = ({ States }: Definition): [string, State][] =>
  Object.entries(States).flatMap(([name, state]): [string, State][] =>
    state.Type === "Task" ? [[name, state]] : (state.Branches ?? []).flatMap(tasksOf),
  );

/** A hash of the definition, independent of logical ids, key order and comment. */
function hashOf({ Comment: _, ...definition }: Definition & { Comment?: unknown }, names: Names): string {
  const inOrder = (_key: string, value: unknown): unknown =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : typeof value === "string"
        ? (names[value] ?? value)
        : value;
  return createHash("sha256").update(JSON.stringify(definition, inOrder)).digest("hex").slice(0, 12);
}

const DOSSIER = "01JDB3M7Q9V5T2XK8W4N6C1HZE";
/** Possible values of the expressions in payloads. */
const VALUES: Record<string, unknown[]> = {
  $dossierId: [DOSSIER],
  $run: [3],
  $previous: ["AssessIntake-1-2", null],
  null: [null],
  "$states.context.Execution.Input.dossierId": [DOSSIER],
  "$states.context.Execution.Input.run": [3],
  "$states.context.Task.Token": [`AQCYAAAAKgAAAAMAAAAAAAAAAf${"kP3vT9sXw2LqZ8mB".repeat(30)}==`],
  "$failure.error": ["GiveUp"],
  "$failure.cause": [
    `{"errorType":"GiveUp","errorMessage":"TASK_MAY_NOT_OPEN dossier=${DOSSIER} task=SubmitProtocol rules=PROTOCOL-01"}`,
    "",
  ],
};

/** Payloads of a state: one with the first value of every expression, and one with the last. */
function payloadsOf(payload: Record<string, unknown>): Record<string, unknown>[] {
  const filled = (pick: (values: unknown[]) => unknown) =>
    Object.fromEntries(Object.entries(payload).map(([field, value]) => [field, pick(valuesOf(value))]));
  const both = [filled((values) => values[0]), filled((values) => values.at(-1))];
  return JSON.stringify(both[0]) === JSON.stringify(both[1]) ? both.slice(0, 1) : both;
}

function valuesOf(value: unknown): unknown[] {
  const [, expression] = typeof value === "string" ? (/^\{% (.+) %\}$/.exec(value) ?? []) : [];
  if (expression === undefined) return [value];
  const values = VALUES[expression];
  if (!values)
    throw new Error(`A payload has {% ${expression} %}: say in ${import.meta.filename} what it becomes`);
  return values;
}
