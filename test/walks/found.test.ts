import { it } from "vitest";
import type { Step } from "./steps.ts";
import { walk } from "./walk.ts";
import { withoutChance } from "./walks.ts";

// Walks that once broke a rule, shortened as far as possible.
withoutChance();

const usual = { term: 300, residualRisk: "low", onBehalf: false } as const;
const step = (move: Step["move"], more: Partial<Step> = {}): Step => ({ move, sweep: true, ...more });

it("an unanswered publication stalls again after the amendment in which it was asked is withdrawn", () =>
  walk({
    start: "in-use",
    steps: [
      step({ act: "amend", stage: "PROTOCOL" }),
      step({ act: "wait", days: 414, sweeping: true }),
      step({ act: "withdraw", by: "applicant" }),
    ],
  }));

it("an amendment whose execution ended before it entered its stage resumes from that stage", () =>
  walk({
    start: "in-use",
    steps: [
      step(
        { act: "amend", stage: "INTAKE" },
        { sweep: false, fault: { kind: "transient", moment: "before", calls: 5 } },
      ),
      step({ act: "stop" }),
      step({ act: "onward", tasks: 1, choice: usual }),
    ],
  }));

it("a parked amendment cannot resume from a stage before its own beginning, which would ask something else as well", () =>
  walk({
    start: "in-use",
    steps: [
      step({ act: "amend", stage: "PROTOCOL" }),
      step({ act: "stop" }),
      step({ act: "resume", stage: "DPIA" }),
    ],
  }));

it("nothing begins before the consequences of a request that was given up are complete", () =>
  walk({
    start: "in-use",
    steps: [
      step({ act: "amend", stage: "INTAKE" }),
      step(
        { act: "withdraw", by: "applicant" },
        { sweep: false, fault: { kind: "transient", moment: "before", calls: 11 } },
      ),
      step({ act: "amend", stage: "INTAKE" }, { sweep: false }),
    ],
  }));

it("a task that the workflow and follow-up close at the same moment is no failure of either", () =>
  walk({
    start: "onboarding",
    steps: [
      step(
        { act: "withdraw", by: "applicant" },
        { sweep: false, fault: { kind: "transient", moment: "after", calls: 2 } },
      ),
      step({ act: "wait", days: 7, sweeping: false }),
    ],
  }));

it("a decision that an amendment never received does not block the end of the use after it", () =>
  walk({
    start: "in-use",
    steps: [
      step({ act: "amend", stage: "DPIA" }, { sweep: false }),
      step(
        { act: "decide", task: 0, choice: usual },
        { sweep: false, fault: { kind: "transient", moment: "before", calls: 28 } },
      ),
      step(
        { act: "onward", tasks: 1, choice: usual },
        { fault: { kind: "transient", moment: "before", calls: 5 } },
      ),
      step({ act: "end-use", reason: "purpose", by: "applicant" }),
      step({ act: "end-use", reason: "term", by: "applicant" }, { sweep: false }),
    ],
  }));

it("nobody is asked about a task of a dossier that closes at that moment", () =>
  walk({
    start: "in-use",
    steps: [
      step({ act: "wait", days: 45, sweeping: false }),
      step({ act: "end-use", reason: "purpose", by: "applicant" }),
      step({ act: "decide", task: 0, choice: usual }),
      step({ act: "wait", days: 45, sweeping: false }),
      step({ act: "decide", task: 0, choice: usual }),
    ],
  }));

it("a mail whose record is written, with a lost answer, is not sent again", () =>
  walk({
    start: "onboarding",
    steps: [
      step({ act: "onward", tasks: 10, choice: usual }),
      step(
        { act: "decide", task: 0, choice: usual },
        { fault: { kind: "transient", moment: "after", calls: 8 } },
      ),
      step({ act: "decide", task: 0, choice: usual }),
    ],
  }));
