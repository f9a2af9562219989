import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { TASKS } from "../../functions/application/tasks.ts";
import { sideOf } from "../../functions/domain/people.ts";
import { EXPIRED } from "../../functions/domain/human-task.ts";
import { SIDE_TASKS, type TaskKind } from "../../functions/domain/process.ts";
import type { TaskDefinition } from "../../functions/domain/task-definition.ts";
import { type HumanStateName, STATE_NAMES, STATES } from "../../statemachine/contract.ts";

const functions = join(import.meta.dirname, "../../functions");

/** Code of the files that open tasks, without their imports. */
const opening = globSync("**/*.ts", { cwd: functions })
  .map((file) => readFileSync(join(functions, file), "utf8"))
  .filter((code) => /\b(openTask|newTask)\(/.test(code))
  .map((code) => code.replaceAll(/^import [^;]+;/gm, ""));

it("every side task is opened somewhere", () => {
  const unopened = Object.keys(SIDE_TASKS).filter((kind) => {
    const name = `${kind.charAt(0).toLowerCase()}${kind.slice(1)}`;
    // The act that asks a DPO opens whatever a task declares.
    if (Object.values(TASKS).some(({ dpoAdvice }) => dpoAdvice?.task === kind)) return false;
    return !opening.some((code) => new RegExp(`\\b${name}\\b`).test(code));
  });

  expect(unopened, "open it with openTask in the act that `openedBy` of SIDE_TASKS names").toEqual([]);
});

it("the function of every human state may ask the side that its task is for", () => {
  const isHuman = (name: string): name is HumanStateName => name in TASKS;
  const wrong = STATE_NAMES.filter(isHuman).filter((name) => {
    const may: readonly string[] = STATES[name].may;
    const isOfLed = sideOf(TASKS[name].audience) === "led";
    return !may.includes("asks") && !(isOfLed && may.includes("asksLed"));
  });

  expect(
    wrong,
    'statemachine/steps: may: ["asks"] for a task of the consumer, ["asksLed"] of the LED',
  ).toEqual([]);
});

/** Decisions that cannot be undone, although they do not close the dossier. */
const FINAL: Partial<Record<TaskKind, string[]>> = {
  SignForApplicant: ["not-signed"],
  SignAsSecond: ["not-signed"],
  SignForAuthority: ["refused"],
  DecideRenewal: ["stop"],
  ConfirmYearly: ["not-needed"],
  ConfirmEndOfUse: ["confirmed"],
  DecideStalled: ["close"],
};

it("what cannot be undone has a page that says what follows, before it is sent", () => {
  const without = Object.values<TaskDefinition>(TASKS).flatMap(({ kind, closes, texts: { nl } }) =>
    [...Object.keys(closes).filter((outcome) => outcome !== EXPIRED), ...(FINAL[kind] ?? [])]
      .filter((outcome) => nl.outcomes[outcome]?.warning === undefined)
      .map((outcome) => `${kind} ${outcome}`),
  );

  expect(without).toEqual([]);
});
