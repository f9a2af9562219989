import fc from "fast-check";
import type { Choice } from "./proposals.ts";
import { type Fault, FAULT_KINDS } from "./faults.ts";
import { PERSON_PARTS } from "../../functions/domain/people.ts";
import { ENDING_REASONS } from "../../functions/domain/use.ts";
import { STAGES, type Stage } from "../../statemachine/contract.ts";
import { AMENDABLE_STAGES } from "../../functions/in-use/amendment-is-possible.ts";

/** Acts of one person, or of follow-up. Numbers select among the options at that moment. */
export type Act =
  | { act: "decide"; task: number; choice: Choice }
  | { act: "decide-wrongly"; task: number }
  | { act: "decide-again"; task: number }
  | { act: "withdraw"; by: "applicant" | "led-team" }
  | { act: "end-use"; reason: (typeof ENDING_REASONS)[number]; by: "applicant" | "led-team" }
  | { act: "amend"; stage: (typeof AMENDABLE_STAGES)[number] }
  | { act: "resume"; stage: Stage }
  | { act: "hold"; days: number }
  | { act: "resume-held" }
  | { act: "change-person"; part: (typeof PERSON_PARTS)[number]; remove: boolean }
  | { act: "legal-hold"; lift: boolean }
  | { act: "erase" }
  | { act: "sweep" };
export type Move =
  | Act
  /** The usual decisions, several in a row. */
  | { act: "onward"; tasks: number; choice: Choice }
  | { act: "wait"; days: number; sweeping: boolean }
  /** Two concurrent acts; the second starts some ticks later. */
  | { act: "together"; one: Act; other: Act; ticks: number }
  /** A person stops the execution in the AWS console. */
  | { act: "stop" }
  /** Step Functions calls the function of the open task again. */
  | { act: "call-again" }
  /** A repeated answer to an answered token. */
  | { act: "answer-again"; token: number };
/** `sweep`: follow-up runs afterwards, until nothing is due. `fault`: a call fails from here on. */
export type Step = { move: Move; sweep: boolean; fault?: Fault & { calls: number } };

const number = fc.nat(7);
const choice: fc.Arbitrary<Choice> = fc.record({
  outcome: fc.option(number, { nil: undefined, freq: 2 }),
  term: fc.option(fc.integer({ min: 20, max: 900 }), { nil: undefined, freq: 4 }),
  residualRisk: fc.constantFrom("low", "high"),
  onBehalf: fc.boolean(),
});
const usual = choice.map((differences): Choice => ({ ...differences, outcome: undefined }));
const days = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 40, max: 420 }));
const speaker = fc.constantFrom("applicant", "led-team");

const decide = fc.record({ act: fc.constant("decide"), task: number, choice });
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 10, arbitrary: decide },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("decide-wrongly"), task: number }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("decide-again"), task: number }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("withdraw"), by: speaker }) },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant("end-use"),
      reason: fc.constantFrom(...ENDING_REASONS),
      by: speaker,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ act: fc.constant("amend"), stage: fc.constantFrom(...AMENDABLE_STAGES) }),
  },
  { weight: 4, arbitrary: fc.record({ act: fc.constant("resume"), stage: fc.constantFrom(...STAGES) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant("hold"), days: fc.integer({ min: 1, max: 300 }) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("resume-held") }) },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant("change-person"),
      part: fc.constantFrom(...PERSON_PARTS),
      remove: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("legal-hold"), lift: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("erase") }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant("sweep") }) },
);

const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 22, arbitrary: act },
  {
    weight: 6,
    arbitrary: fc.record({
      act: fc.constant("onward"),
      tasks: fc.integer({ min: 1, max: 13 }),
      choice: usual,
    }),
  },
  { weight: 6, arbitrary: fc.record({ act: fc.constant("wait"), days, sweeping: fc.boolean() }) },
  {
    weight: 5,
    arbitrary: fc.record({ act: fc.constant("together"), one: act, other: act, ticks: fc.nat(120) }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constant("stop") }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("call-again") }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("answer-again"), token: number }) },
);

const fault = fc.record({
  kind: fc.constantFrom(...FAULT_KINDS),
  moment: fc.constantFrom("before", "after"),
  calls: fc.integer({ min: 1, max: 40 }),
});

const step: fc.Arbitrary<Step> = fc.record({
  move,
  sweep: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  fault: fc.option(fault, { nil: undefined, freq: 4 }),
});

/** `start`: status of the dossier at the start of the walk. */
export type Walk = { start: "enquiry" | "onboarding" | "in-use"; steps: Step[] };

export const walkFrom = (...starts: Walk["start"][]): fc.Arbitrary<Walk> =>
  fc.record({
    start: fc.constantFrom(...starts),
    steps: fc.array(step, { minLength: 1, maxLength: 30, size: "max" }),
  });
