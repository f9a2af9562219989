import { beforeEach, describe, expect, it } from "vitest";
import { addDays, startOfDay } from "../../functions/domain/calendar.ts";
import type { Dossier } from "../../functions/domain/dossier.ts";
import { assessIntake } from "../../functions/intake/assess-intake.ts";
import { submitIntake } from "../../functions/intake/submit-intake.ts";
import { publishByAuthority } from "../../functions/protocol/publish-by-authority.ts";
import { createDecideTask } from "../../functions/tasks/decide-task.ts";
import { holdEndIsInOrder } from "../../functions/hold/hold-end-is-in-order.ts";
import { holdIsPossible } from "../../functions/hold/hold-is-possible.ts";
import { aDossier, NOW, inStatus } from "../builders/dossier.ts";
import { TEAM } from "../builders/people.ts";
import { backendForEachTest } from "../application/backend.ts";

const UNTIL = "2026-12-13";
const ask = { until: UNTIL, reason: "De gemeente fuseert" };
const TASK = "SubmitIntake-1-1";

const test = backendForEachTest();
let dossier: Dossier;

// A separate table for each test, because a sweep acts on everything in it.

beforeEach(async () => {
  dossier = await test.backend.dossiers.create(aDossier());
  test.workflow.executions.set(`${dossier.id}-1`, "running");
  await test.acts.openTask(submitIntake, dossier, { taskToken: "token" });
  test.mailer.sent.length = 0;
});

const holding = () => test.acts;
const find = () => test.dossier(dossier.id);
const findTask = (id = TASK) => test.backend.tasks.find(dossier.id, id);
const subjects = () => test.mailer.sent.map(({ subject }) => subject.replace(/^\[.*\] /, ""));
const whatChanged = async () =>
  (await test.backend.dossiers.findWhole(dossier.id))?.changes.map(({ what, by }) => [what, by.role]);

describe("a hold", () => {
  it("is reported to the applicant with its reason, and moves deadline and reminders by its length", async () => {
    test.time.now = addDays(NOW, 2);

    expect(await holding().holdDossier(dossier.id, ask, TEAM)).toEqual({ allowed: true });

    expect(await find()).toMatchObject({
      hold: { by: TEAM, reason: ask.reason, since: addDays(NOW, 2), until: startOfDay(UNTIL) },
      clocks: { hold: startOfDay(UNTIL) },
    });
    // Five of the seven days remain when it resumes at midnight of 13 December. 1 January 2027 is a holiday, a Friday.
    expect(await findTask()).toMatchObject({
      clocks: { reminder: startOfDay("2026-12-18") },
      deadline: startOfDay("2027-01-04"),
    });
    expect(subjects()).toEqual(["Je dossier is gepauzeerd"]);
    expect(test.mailer.sent[0]?.text).toContain("> De gemeente fuseert");
    expect(test.mailer.sent[0]?.to).toMatchObject([{ email: "an@voorbeeldegem.example" }]);
    expect(await whatChanged()).toEqual([["held", "led-team"]]);
    expect(test.workflow.failures).toEqual([]);
  });

  it("suppresses reminders, and ends by itself on its date", async () => {
    await holding().holdDossier(dossier.id, ask, TEAM);
    test.time.now = addDays(NOW, 10);
    await test.sweep();
    expect(subjects()).toEqual(["Je dossier is gepauzeerd"]);
    test.time.now = addDays(NOW, 40);

    await test.sweep();
    await test.sweep();

    expect(subjects()).toEqual([
      "Je dossier is gepauzeerd",
      "Je dossier gaat verder",
      "Herinnering (1 van 3): vul de intake in",
    ]);
    const after = await find();
    expect(after).toMatchObject({ pauses: [{ from: NOW, to: startOfDay(UNTIL) }], clocks: {} });
    expect(after.hold).toBeUndefined();
    expect(await whatChanged()).toEqual(expect.arrayContaining([["hold-ended", "system"]]));
  });

  it("postpones an unsent reminder that was due before it", async () => {
    test.time.now = addDays(NOW, 8);
    await holding().holdDossier(dossier.id, { ...ask, until: "2026-12-20" }, TEAM);

    await test.sweep();

    expect(subjects()).toEqual(["Je dossier is gepauzeerd"]);
    expect(await findTask()).toMatchObject({
      reminders: 0,
      clocks: { reminder: startOfDay("2026-12-20") },
    });
  });

  it("ends by hand: the times are recalculated, and the applicant is notified", async () => {
    await holding().holdDossier(dossier.id, ask, TEAM);
    test.time.now = addDays(NOW, 3);

    expect(await holding().resumeHeld(dossier.id, TEAM)).toEqual({ allowed: true });

    expect(subjects()).toEqual(["Je dossier is gepauzeerd", "Je dossier gaat verder"]);
    expect(await findTask()).toMatchObject({
      clocks: { reminder: addDays(NOW, 10) },
      deadline: addDays(NOW, 24),
    });
    expect(await find()).toMatchObject({ pauses: [{ from: NOW, to: addDays(NOW, 3) }], clocks: {} });
    expect(await holding().resumeHeld(dossier.id, TEAM)).toMatchObject({
      allowed: false,
      reasons: [{ rule: "HOLD-03" }],
    });
  });

  it("ends with a decision, in the same write; the rest follows with the next sweep", async () => {
    await test.acts.openTask(assessIntake, dossier, { taskToken: "other" });
    await holding().holdDossier(dossier.id, ask, TEAM);
    test.time.now = addDays(NOW, 4);
    const decide = test.acts.decideTask;
    const fields = { questions: "Welke dienst?" };

    await decide(dossier.id, "AssessIntake-1-1", {
      outcome: "more-information",
      fields,
      documents: [],
      by: TEAM,
    });

    const after = await find();
    expect(after.hold).toBeUndefined();
    expect(after).toMatchObject({ pauses: [{ from: NOW, to: addDays(NOW, 4), endedBy: "decision" }] });
    expect(await whatChanged()).toEqual(expect.arrayContaining([["hold-ended", "led-team"]]));

    await test.sweep();

    expect(subjects()).not.toContain("Je dossier gaat verder");
    expect(await findTask()).toMatchObject({ clocks: { reminder: addDays(NOW, 11) } });
    expect((await find()).clocks).toEqual({});
  });

  it("continues when a task is decided that it does not affect", async () => {
    await test.acts.openTask(publishByAuthority, dossier, {});
    await holding().holdDossier(dossier.id, ask, TEAM);
    const decide = createDecideTask({ ...test.acts, passOn: async () => {} });
    const published = { outcome: "published", fields: { url: "https://led.example/p", date: "2026-11-20" } };

    const { status } = await decide(dossier.id, "PublishByAuthority-1-1", {
      ...{ ...published, documents: [], by: TEAM },
    });

    expect(status).toBe("decided");
    expect((await find()).hold).toMatchObject({ reason: ask.reason });
    expect(await whatChanged()).toEqual([["held", "led-team"]]);
  });

  it("is reported by follow-up when the mail failed", async () => {
    test.mailer.isDown = true;
    await holding().holdDossier(dossier.id, ask, TEAM);
    test.mailer.isDown = false;
    expect((await find()).clocks["hold"]).toBe(NOW);

    await test.sweep();

    expect(subjects()).toEqual(["Je dossier is gepauzeerd"]);
    expect((await find()).clocks).toEqual({ hold: startOfDay(UNTIL) });
  });

  it("has a separate mail for a second one on the same dossier", async () => {
    await holding().holdDossier(dossier.id, ask, TEAM);
    test.time.now = addDays(NOW, 3);
    await holding().resumeHeld(dossier.id, TEAM);
    test.time.now = addDays(NOW, 5);
    await holding().holdDossier(dossier.id, ask, TEAM);

    expect(subjects()).toHaveLength(3);
    expect((await find()).pauses).toHaveLength(1);
  });

  it("that ended unnoticed is over when the next begins, and both are recorded", async () => {
    await holding().holdDossier(dossier.id, ask, TEAM);
    test.time.now = addDays(NOW, 40);
    await holding().holdDossier(dossier.id, { ...ask, until: "2027-02-01" }, TEAM);

    expect((await find()).pauses).toEqual([{ from: NOW, to: startOfDay(UNTIL), endedBy: "date" }]);
    expect((await whatChanged())?.map(([what]) => what).sort()).toEqual(["held", "held", "hold-ended"]);
  });

  it("ends with the dossier", async () => {
    await holding().holdDossier(dossier.id, ask, TEAM);
    test.workflow.executions.set(`${dossier.id}-1`, "ended");
    await test.acts.withdraw(dossier.id, TEAM, "Niet meer nodig");

    const after = await find();
    expect(after.hold).toBeUndefined();
    expect(after).toMatchObject({ status: "CLOSED", clocks: {}, pauses: [{ from: NOW }] });
  });
});

describe("HOLD-01", () => {
  it("requires a dossier under way, not yet on hold and not being closed", () => {
    const hold = { by: TEAM, reason: "", since: NOW, until: "2027-01-01T00:00:00.000Z" };
    const closing = { by: TEAM, reason: "Toch niet", at: NOW };

    expect(holdIsPossible(aDossier(), NOW).allowed).toBe(true);
    expect(
      holdIsPossible(
        inStatus(aDossier(), {
          status: "ENDING",
        }),
        NOW,
      ).allowed,
    ).toBe(true);
    expect(holdIsPossible(inStatus(aDossier(), { status: "IN_USE" }), NOW)).toMatchObject({
      reasons: [{ rule: "HOLD-01" }],
    });
    expect(holdIsPossible(aDossier({ request: { closing } }), NOW).allowed).toBe(false);
    expect(holdIsPossible(aDossier({ hold }), NOW).allowed).toBe(false);
    expect(holdIsPossible(aDossier({ hold }), "2027-01-02T00:00:00.000Z").allowed).toBe(true);
  });
});

describe("HOLD-02", () => {
  it("ends in the future, at most a year away", () => {
    const verdicts = ["2026-11-23", "2026-11-24", "2027-11-23", "2027-11-24"].map(
      (until) => holdEndIsInOrder(until, NOW).allowed,
    );

    expect(verdicts).toEqual([false, true, true, false]);
  });
});
