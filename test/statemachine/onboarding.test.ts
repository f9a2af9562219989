import { describe, expect, it } from "vitest";
import { CLAIM_SECONDS } from "../../functions/mail/claim-mail.ts";
import { TASKS } from "../../functions/application/tasks.ts";
import { ERRORS, STATES } from "../../statemachine/contract.ts";
import { isHuman, optionOf } from "../../statemachine/definition.ts";
import {
  allStates,
  definition,
  everyState,
  followers,
  humanStates,
  process,
  reachedFrom,
  stateCalled,
} from "./workflow.ts";

/** The targets of the Choice after a state, by option. */
function optionsAfter(name: string): Record<string, string> {
  const { Next = "" } = stateCalled(name);
  const rules = stateCalled(Next).Choices ?? [];
  return Object.fromEntries(rules.map((rule) => [optionOf(rule), rule.Next]));
}

describe("every outcome", () => {
  it.each(humanStates.map(([name]) => name))(
    "of %s that its task declares has a branch, and no other",
    (name) => {
      const options = optionsAfter(name);
      const task = Object.values(TASKS).find(({ kind }) => kind === name);

      expect(Object.keys(options).sort()).toEqual(Object.keys(task?.outcomes ?? {}).sort());
      expect(Object.keys(task?.closes ?? {}), "closes: the outcomes that lead to CloseDossier").toEqual(
        Object.keys(options).filter((outcome) => options[outcome] === "CloseDossier"),
      );
    },
  );

  it("the conclusion of the DPIA counts after it was communicated", () => {
    expect(optionsAfter("CommunicateDpia")).toEqual({
      required: "CarryOutDpia",
      "not-required": "EnterProtocol",
    });
  });

  it("nobody signs before a required prior consultation", () => {
    const { Choices = [] } = stateCalled("PriorConsultationNeeded?");

    expect(Choices.map((rule) => [optionOf(rule), rule.Next])).toEqual([
      ["needed", "RecordPriorConsultation"],
      ["not-needed", "FixProtocol"],
    ]);
    expect(stateCalled("RecordPriorConsultation").Assign).toHaveProperty("priorConsultation");
  });

  it("an unknown outcome fails, so that the dossier is parked", () => {
    const choices = allStates.filter(([, { Type }]) => Type === "Choice");

    expect(choices.length).toBeGreaterThan(humanStates.length);
    for (const [, choice] of choices) expect(choice.Default).toBe("UnknownOutcome");
    expect(stateCalled("UnknownOutcome").Type).toBe("Fail");
  });
});

describe("an execution", () => {
  it("starts at the stage of its input", () => {
    const { Choices = [] } = stateCalled("WhereToStart");

    expect(Object.fromEntries(Choices.map((rule) => [optionOf(rule), rule.Next]))).toEqual({
      CONTACT: "OpenDossier",
      INTAKE: "EnterIntake",
      DPIA: "EnterDpia",
      PROTOCOL: "EnterProtocol",
      MAGDA: "EnterMagda",
      IN_USE: "StartUse",
    });
  });

  it("enters a stage where its round starts, which is the target of its loops", () => {
    const loops = allStates.flatMap(([, state]) => state.Arguments?.Payload.restarts ?? []);
    expect(loops).toHaveLength(10);
    for (const { stage, from } of loops) {
      const enter = `Enter${stage.charAt(0)}${stage.slice(1).toLowerCase()}`;
      expect(optionsAfter(enter)).toHaveProperty(from, from);
    }
  });

  it("waits for a person in every loop, within 30 transitions", () => {
    for (const name of Object.keys(process.States)) {
      const onward = followers(stateCalled(name)).flatMap((next) => [
        ...reachedFrom(next, (state) => isHuman(state)),
      ]);
      const withoutPerson = new Set(onward.filter((reached) => !isHuman(stateCalled(reached))));
      expect(withoutPerson.size).toBeLessThan(30);
      if (!isHuman(stateCalled(name))) expect(withoutPerson).not.toContain(name);
    }
  });

  it("can reach every state, and ends in use, closed, or parked", () => {
    const reached = reachedFrom(process.StartAt);

    expect([...reached].sort()).toEqual(Object.keys(process.States).sort());
    const ends = Object.entries(process.States).filter(([, state]) => followers(state).length === 0);
    expect(ends.map(([name]) => name).sort()).toEqual(["CloseDossier", "StartUse", "UnknownOutcome"]);
  });

  it("closes after a withdrawal, starts a fresh one when too old, and is parked by any other error", () => {
    expect(stateCalled("Onboarding", definition).Catch).toMatchObject([
      { ErrorEquals: [ERRORS.Withdrawn], Next: "CloseWithdrawn" },
      { ErrorEquals: [ERRORS.ContinueAsNew, "States.Timeout"], Next: "ContinueAsNew" },
      { ErrorEquals: ["States.ALL"], Next: "ParkDossier" },
    ]);
  });
});

describe("every state", () => {
  const tasks = everyState.filter(([, { Type }]) => Type === "Task");

  it("has a unique name and one of the functions, and every function is used", () => {
    const names = allStates.map(([name]) => name);
    expect(new Set(names).size).toBe(names.length);

    const used = everyState
      .filter(([, { Type }]) => Type === "Task")
      .map(([, state]) => state.Arguments?.Payload.state);
    expect([...new Set(used)].sort()).toEqual(Object.keys(STATES).sort());
  });

  it("of a human task passes a token and has a timeout of 330 days", () => {
    const human = Object.entries(STATES).filter(([, { kind }]) => kind === "human");
    const waiting = everyState.filter(([, state]) => isHuman(state));
    expect(waiting.map(([name]) => name).sort()).toEqual(human.map(([name]) => name).sort());

    for (const [, state] of waiting) {
      expect(state.TimeoutSeconds).toBe(330 * 24 * 60 * 60);
      expect(state.Arguments?.Payload.taskToken).toBe("{% $states.context.Task.Token %}");
      expect(state.Assign).toMatchObject({
        previous: "{% $states.result.task %}",
        outcome: "{% $states.result.outcome %}",
      });
    }
  });

  it("is retried after a transient error only, never after a withdrawal", () => {
    for (const [, { Retry = [] }] of tasks) {
      const errors = Retry.flatMap(({ ErrorEquals }) => ErrorEquals);
      expect(errors).toContain(ERRORS.RetryLater);
      expect(errors).toContain(ERRORS.Conflict);
      for (const error of errors)
        expect(error).toMatch(/^(RetryLater|Conflict|Lambda\.\w+|Sandbox\.Timedout|Runtime\.ExitError)$/);
    }
  });

  it("pauses before its last attempt for longer than a claim on a mail lasts, whatever chance draws", () => {
    const pauses = everyState.flatMap(([, { Retry = [] }]) =>
      Retry.filter(({ ErrorEquals }) => ErrorEquals.includes(ERRORS.RetryLater)),
    );

    expect(pauses.length).toBeGreaterThan(0);
    for (const pause of pauses) {
      expect(pause).toMatchObject({
        IntervalSeconds: 5,
        BackoffRate: 2,
        MaxAttempts: 8,
        MaxDelaySeconds: 300,
      });
      expect(pause).not.toHaveProperty("JitterStrategy");
      expect(Math.min(5 * 2 ** 7, 300)).toBeGreaterThan(CLAIM_SECONDS);
    }
  });

  it("carries ids and outcomes only", () => {
    for (const [, state] of tasks) {
      const names = Object.keys(state.Arguments?.Payload ?? {});
      const allowed = ["state", "dossierId", "run", "previous", "taskToken", "restarts", "error", "cause"];
      expect(names.filter((name) => !allowed.includes(name))).toEqual([]);
      expect(names).toEqual(expect.arrayContaining(["state", "dossierId", "run", "previous"]));
      expect(Object.keys(state.Output ?? {}).filter((name) => !["task", "outcome"].includes(name))).toEqual(
        [],
      );
    }
  });

  it("uses only variables that are assigned before, on every path to it", () => {
    for (const [name, state] of Object.entries(process.States)) {
      const texts = JSON.stringify({ ...state, Assign: undefined });
      const used = [...texts.matchAll(/\$(?!states\b)([a-z]\w*)/gi)].map(([, variable = ""]) => variable);
      for (const variable of new Set(used))
        expect(reachedWithout(variable), `${name} $${variable}`).not.toContain(name);
    }
  });
});

/** States that are reachable before `variable` is assigned. */
const reachedWithout = (variable: string): Set<string> => {
  const assigns = (name: string) => variable in (stateCalled(name).Assign ?? {});
  const reached = new Set<string>();
  const visit = (name: string): void => {
    if (reached.has(name)) return;
    reached.add(name);
    if (!assigns(name)) followers(stateCalled(name)).forEach(visit);
  };
  visit(process.StartAt);
  return reached;
};
