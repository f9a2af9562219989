import { describe, expect, it } from "vitest";
import type { Dossier } from "../../functions/domain/dossier.ts";
import type { TaskKind } from "../../functions/domain/process.ts";
import { TASKS } from "../../functions/application/tasks.ts";
import { aDossier, NOW } from "../builders/dossier.ts";
import { NAMES } from "../../functions/domain/names.ts";
import { aTask } from "../builders/task.ts";

const subjectOf = (kind: TaskKind, dossier: Dossier): string => {
  const { mail } = TASKS[kind].texts.nl;
  return (typeof mail === "function" ? mail({ names: NAMES, dossier, task: aTask(), now: NOW }) : mail)
    .subject;
};

describe("the mail of a task that is asked again", () => {
  it.each([
    ["SubmitIntake", "INTAKE", "SubmitIntake"],
    ["AgreePlanning", "INTAKE", "ProposePlanning"],
    ["CarryOutDpia", "DPIA", "CarryOutDpia"],
    ["SubmitProtocol", "PROTOCOL", "SubmitProtocol"],
  ] as const)("%s does not suggest that nothing was answered yet", (kind, stage, from) => {
    const again = aDossier({ rounds: { [stage]: { number: 2, from, cause: "something" } } });

    expect(subjectOf(kind, again)).not.toBe(subjectOf(kind, aDossier()));
  });
});
