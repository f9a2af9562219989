import { describe, expect, it } from "vitest";
import { moveIsAllowed, PROCESS } from "../../functions/domain/process.ts";
import { parseTaskId } from "../../functions/domain/human-task.ts";
import { STAGES } from "../../statemachine/contract.ts";

describe("the process", () => {
  it("has the stages of the workflow, in its order", () => {
    expect(PROCESS.map(({ stage }) => stage)).toEqual(STAGES);
  });

  it("goes forward one step at a time, and back any number", () => {
    expect(moveIsAllowed("INTAKE", "DPIA")).toBe(true);
    expect(moveIsAllowed("INTAKE", "PROTOCOL")).toBe(false);
    expect(moveIsAllowed("PROTOCOL", "DPIA")).toBe(true);
    expect(moveIsAllowed("MAGDA", "MAGDA")).toBe(true);
  });
});

describe("task ids", () => {
  it("a task id is parsed", () => {
    expect(parseTaskId("AssessIntake-1-12")).toEqual({ kind: "AssessIntake", pass: 1, round: 12 });
  });

  it.each(["AssessIntake", "AssessIntake-0-1", "AssessIntake-1-1-1", "Nothing-1-1", "AssessIntake-1-x", ""])(
    "%s is not a task id",
    (id) => {
      expect(parseTaskId(id)).toBeUndefined();
    },
  );
});
