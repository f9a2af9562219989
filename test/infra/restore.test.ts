import { describe, expect, it } from "vitest";
import { formerOnes, planOf } from "../../infra/restore/plan.ts";
import type { Contents } from "../../infra/restore/restored-table.ts";
import { aDossier } from "../builders/dossier.ts";

const AT = "2026-11-27T09:40:00.000Z";
const contents = (some: Partial<Contents> = {}): Contents => ({
  ...{ dossiers: [], deleted: new Set(), tasks: new Set(), counters: new Map(), unreadable: [] },
  ...some,
});
const one = aDossier({ id: "one", reference: "LED-2026-00007", run: 2 });
const nothing = { lost: undefined, executions: [], decisions: [], mails: [] };
const execution = (dossierId: string, run: number) => ({
  ...{ arn: `arn:${dossierId}-${run}`, dossierId, run, isRunning: true },
});
const mail = (dossierId: string, key: string, reference = "LED-2026-00007") => ({
  ...{ dossierId, key, at: AT, to: ["an@voorbeeldegem.example"], subject: `[${reference}]`, reference },
});

describe("the plan for a restored table", () => {
  it("gives a dossier under way an execution above all that it had; a withdrawal has its own clock", () => {
    const closing = aDossier({
      id: "two",
      request: { closing: { by: { role: "led-team", id: "t", name: "Tine" }, reason: "Toch niet", at: AT } },
    });
    const restored = contents({ dossiers: [one, closing] });
    const { toRenew } = planOf({
      ...nothing,
      restored,
      executions: [execution("one", 2), execution("one", 4)],
    });

    expect(toRenew).toEqual([{ dossier: one, lastRun: 4 }]);
  });

  it("records what was mailed, except what asks for a task that was opened since: its link is lost", () => {
    const restored = contents({ dossiers: [one], tasks: new Set(["one SubmitIntake-1-1"]) });
    const mails = [
      mail("one", "reminder/SubmitIntake-1-1/1"),
      mail("one", "opened/AgreePlanning-1-1"),
      mail("one", "people/9/new"),
    ];

    expect(planOf({ ...nothing, restored, mails }).mails.map(({ key }) => key)).toEqual([
      "reminder/SubmitIntake-1-1/1",
      "people/9/new",
    ]);
  });

  it("raises a counter above every number that was mailed or given, and lists the dossiers that are lost", () => {
    const restored = contents({ dossiers: [one], counters: new Map([[2026, 7]]) });
    const mails = [mail("three", "news", "LED-2026-00009"), mail("one", "held/1")];
    const lost = contents({ counters: new Map([[2026, 10]]) });

    expect(planOf({ ...nothing, restored, mails }).counters).toEqual(new Map([[2026, 9]]));
    expect(planOf({ ...nothing, restored, mails, lost }).counters).toEqual(new Map([[2026, 10]]));
    expect(planOf({ ...nothing, restored, mails }).lost).toEqual([
      { id: "three", reference: "LED-2026-00009" },
    ]);
  });

  it("repeats a deletion, and starts nothing for what is deleted", () => {
    const restored = contents({ dossiers: [one] });
    const plan = planOf({ ...nothing, restored, lost: contents({ deleted: new Set(["one"]) }) });

    expect(plan).toMatchObject({ toDelete: [one], toRenew: [], lost: [] });
  });

  it("stops the executions that are not the current one of a dossier", () => {
    const running = [execution("one", 1), execution("one", 2), execution("gone", 1)];

    expect(formerOnes(running, contents({ dossiers: [one] })).map(({ arn }) => arn)).toEqual([
      "arn:one-1",
      "arn:gone-1",
    ]);
  });
});
