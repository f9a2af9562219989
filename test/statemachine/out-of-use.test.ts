import { describe, expect, it } from "vitest";
import { EXPIRED } from "../../functions/domain/human-task.ts";
import { TASKS } from "../../functions/application/tasks.ts";
import { ERRORS } from "../../statemachine/contract.ts";
import { definitionIn, isHuman, optionOf, wholeOf } from "../../statemachine/definition.ts";
import { followers, outOfUse, stateCalled, template } from "./workflow.ts";

const humanStates = Object.entries(outOfUse.States).filter(([, state]) => isHuman(state));

it.each(humanStates.map(([name]) => name))(
  "each outcome of %s that its task declares has a branch, and no other",
  (name) => {
    const choice = stateCalled(stateCalled(name, outOfUse).Next ?? "", outOfUse);
    const options = Object.fromEntries((choice.Choices ?? []).map((rule) => [optionOf(rule), rule.Next]));
    const task = Object.values(TASKS).find(({ kind }) => kind === name);
    const declared = [...Object.keys(task?.outcomes ?? {}), ...(task?.expires ? [EXPIRED] : [])];

    expect(declared.sort()).toEqual(Object.keys(options).sort());
    expect(choice.Default).toBe("UnknownOutcome");
    expect(Object.keys(task?.closes ?? {})).toEqual(
      Object.keys(options).filter((outcome) => options[outcome] === "CloseDossier"),
    );
  },
);

describe("an execution of out-of-use", () => {
  it("ends renewed, restored, closed or parked", () => {
    const ends = Object.entries(outOfUse.States).filter(([, state]) => followers(state).length === 0);

    expect(ends.map(([name]) => name).sort()).toEqual([
      "CloseDossier",
      "RenewUse",
      "RestoreUse",
      "UnknownOutcome",
    ]);
  });

  it("has the endings that every workflow has", () => {
    expect(wholeOf(definitionIn(template, "out-of-use")).Catch).toMatchObject([
      { ErrorEquals: [ERRORS.Withdrawn], Next: "CloseWithdrawn" },
      { ErrorEquals: [ERRORS.ContinueAsNew, "States.Timeout"], Next: "ContinueAsNew" },
      { ErrorEquals: ["States.ALL"], Next: "ParkDossier" },
    ]);
  });
});
