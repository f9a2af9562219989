import { describe, expect, it } from "vitest";
import * as z from "zod";
import { ENVIRONMENTS } from "../../functions/adapters/shared/environment.ts";
import { TASKS } from "../../functions/application/tasks.ts";
import { stateInWords } from "../../functions/web/team/parked.nl.ts";
import {
  functionName,
  STATES,
  type StateName,
  WORKFLOW_VERSION,
  WORKFLOWS,
} from "../../statemachine/contract.ts";
import { namesIn, type Release, releasedNames, releaseOf, releases } from "./released.ts";
import { everyState, template } from "./workflow.ts";

const HOW = "see docs/runbook.md, A new version of the workflow";

describe.each(WORKFLOWS)("the definition of %s", (workflow) => {
  const version = WORKFLOW_VERSION[workflow];
  const of = (number: number) =>
    releases().find((release) => release.workflow === workflow && release.version === number);

  it("changes only together with its version, and its payloads are kept", () => {
    const today = releaseOf(template, workflow, version);

    expect(
      of(version),
      `Raise WORKFLOW_VERSION["${workflow}"] when its definition changed, then run npm run generate; ${HOW}`,
    ).toEqual(today);
  });

  it("has all earlier versions", () => {
    const kept = releases()
      .filter((release) => release.workflow === workflow)
      .map((release) => release.version);

    expect(kept.sort((a, b) => a - b)).toEqual(Array.from({ length: version }, (_, place) => place + 1));
  });
});

describe("resources that running executions call", () => {
  const pinned = releasedNames();
  const today = namesIn(template);

  it("still exist, under the same logical id and physical name", () => {
    const gone = Object.entries(pinned)
      .filter(([id, name]) => today[id] !== name)
      .map(
        ([id, name]) =>
          `${id} must be there as led-<environment>-${name}, and is ${today[id] ?? "gone"}. Running executions call it, ` +
          `and CloudFormation would replace it: put the id or the name back; ${HOW}`,
      );

    expect(gone).toEqual([]);
  });

  it("are pinned from their first release", () => {
    const unknown = Object.entries(today)
      .filter(([id]) => !(id in pinned))
      .map(([id, name]) => `${id} (${name}) is new: pin it with npm run generate`);

    expect(unknown).toEqual([]);
  });
});

/** The wired handlers; an environment of placeholders suffices. */
async function handlerOf(state: StateName): Promise<unknown> {
  const names = Object.keys(ENVIRONMENTS.workflow.shape).map((name) => [name, "led@led.example"]);
  Object.assign(process.env, Object.fromEntries(names), {
    AWS_REGION: "eu-west-1",
    PUBLIC_URL: "https://led.example",
    PUBLIC_PROTOCOLS: "off",
    LED_DPO_ON_DPIA: "off",
    RETENTION_YEARS_SIGNED: "10",
    RETENTION_YEARS_OTHER: "1",
    LOG_LOCK_MODE: "GOVERNANCE",
  });
  const handlers: unknown = await import(`../../functions/handlers/${STATES[state].folder}.ts`);
  return z.object({ handlers: z.record(z.string(), z.unknown()) }).parse({ ...(handlers as object) })
    .handlers[state];
}

const Accepting = z.custom<{ accepts: z.ZodType }>(
  (handler) => typeof handler === "function" && "accepts" in handler,
  "not a handler that says what it accepts",
);

/** Payloads of a release that the current handlers refuse. */
async function refusedOf({ workflow, version, calls }: Release): Promise<string[]> {
  const refused: string[] = [];
  for (const call of calls) {
    const where = `${workflow} ${version} ${call.state}`;
    const state = Object.keys(STATES).find(
      (name) => functionName("dev", name) === `led-dev-${call.function}`,
    );
    if (state === undefined) {
      refused.push(`${where}: there is no state for led-<environment>-${call.function} any more`);
      continue;
    }
    const parsed = Accepting.parse(await handlerOf(state as StateName)).accepts.safeParse(call.payload);
    if (!parsed.success) refused.push(`${where}: ${z.prettifyError(parsed.error)}`);
  }
  return refused;
}

describe("the current handlers accept released payloads", () => {
  it.each(releases().map((release) => [`${release.workflow} ${release.version}`, release] as const))(
    "%s",
    async (_name, release) => {
      expect(release.calls.length).toBeGreaterThan(5);
      expect(await refusedOf(release)).toEqual([]);
    },
  );

  it("and would refuse others", async () => {
    const call = { state: "SubmitIntake", function: "submit-intake", payload: { state: "SubmitIntake" } };
    const gone = { state: "Gone", function: "gone", payload: {} };

    const refused = await refusedOf({
      workflow: "onboarding",
      version: 99,
      names: {},
      definition: "",
      calls: [call, gone],
    });

    expect(refused).toHaveLength(2);
  });
});

it("every state has a name, for the pages about parked dossiers", () => {
  const tasks = everyState.filter(([, { Type }]) => Type === "Task").map(([name]) => name);

  expect(tasks.filter((name) => stateInWords(name, TASKS) === name)).toEqual([]);
});
