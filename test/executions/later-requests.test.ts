import { describe, expect, it } from "vitest";
import { type Access, accessOf, isInForceOn, replacedBy } from "../../functions/domain/access.ts";
import { addDays, addMonths, startOfDay } from "../../functions/domain/calendar.ts";
import { type Dossier, type DossierOf, endingAskedOf } from "../../functions/domain/dossier.ts";
import { confirmYearly } from "../../functions/in-use/confirm-yearly.ts";
import { submitIntake } from "../../functions/intake/submit-intake.ts";
import { connectMagda } from "../../functions/magda/connect-magda.ts";
import { decideRenewal } from "../../functions/out-of-use/decide-renewal.ts";
import { createOpenReversal } from "../../functions/out-of-use/open-reversal.ts";
import { createRestoreUse } from "../../functions/out-of-use/restore-use.ts";
import { reversalPeriod } from "../../functions/out-of-use/reversal-period.ts";
import { createStartUse } from "../../functions/in-use/start-use.ts";
import { termIsOverAt } from "../../functions/domain/use-clocks.ts";
import { aDossier, NOW, inStatus } from "../builders/dossier.ts";
import { APPLICANT, TEAM } from "../builders/people.ts";
import { INTAKE, LED_ADVICE } from "../protocol/answers.ts";
import { backendForEachTest } from "../application/backend.ts";
import { aConnection, anAgreement, aSignedProtocol } from "../builders/agreement.ts";

const END = "2027-03-31";
const FACTS = anAgreement({
  intake: INTAKE,
  protocol: aSignedProtocol({ term: { start: "2026-10-01", end: END }, ledDpoAdvice: LED_ADVICE }),
  connection: aConnection(["web-service"], { productionDate: "2026-10-01" }),
});

const test = backendForEachTest();
let id: string;

// A separate table for each test, because a sweep acts on everything in it.

const anAccess = (differences: Parameters<typeof aDossier>[0] = {}, protocol = FACTS.protocol): Access =>
  accessOf(aDossier(differences), { ...FACTS, protocol }, 1, { by: TEAM, at: NOW });

/** A dossier in use, with the access of its first pass. */
const givenInUse = async (differences: Partial<DossierOf<"IN_USE">> = {}): Promise<Dossier> => {
  const created = await test.backend.dossiers.create(aDossier({ stage: "IN_USE", ...FACTS }));
  id = created.id;
  await test.backend.accesses.grant(anAccess());
  return test.backend.dossiers.save(inStatus(created, { status: "IN_USE", ...differences }));
};
const find = () => test.dossier(id);
const findTask = (task: string) => test.backend.tasks.find(id, task);
const amend = () => test.acts.amend(id, { stage: "INTAKE", reason: "Een ander doel" }, TEAM);
const decide = (task: string, outcome: string, fields: Record<string, unknown>, by = APPLICANT) => {
  const { decideTask } = test.acts;
  return decideTask(id, task, { outcome, fields, documents: [], by });
};
const subjects = () =>
  test.mailer.sent
    .filter(({ tags }) => tags["template"] !== "digest")
    .map(({ to, subject }) => `${to[0]?.email}: ${subject.replace(/^\[.*\] /, "")}`);
/** No execution runs, so the request is closed at once. */
const withdraw = async () => {
  test.workflow.executions.clear();
  await test.acts.withdraw(id, TEAM, "Toch niet");
};

const ENDING = { reason: "stopped", explanation: "We stoppen", by: APPLICANT, at: NOW } as const;

describe("a later request", () => {
  it("that is given up during a hold leaves a record of both", async () => {
    await givenInUse();
    await amend();
    await test.acts.holdDossier(id, { until: "2027-06-01", reason: "Fusie" }, TEAM);

    await withdraw();

    const { changes = [] } = (await test.backend.dossiers.findWhole(id)) ?? {};
    expect(changes.filter(({ what }) => what.includes("-ended"))).toMatchObject([
      { what: "hold-ended", by: TEAM, from: { reason: "Fusie" } },
      { what: "request-ended", by: TEAM, from: 2, to: { outcome: "withdrawn", reason: "Toch niet" } },
    ]);
  });

  it("that was parked before the workflow entered its stage is retried at that stage", async () => {
    await givenInUse();
    await amend();

    expect(await find()).toMatchObject({ status: "ONBOARDING", stage: "INTAKE", pass: 2 });
    await test.acts.park({ dossierId: id, run: (await find()).run, error: "States.Runtime", cause: "" });
    expect(await test.acts.resume(id, "MAGDA", TEAM)).toMatchObject({ allowed: false });
    expect(await test.acts.resume(id, "INTAKE", TEAM)).toEqual({ allowed: true });
  });

  it("that is given up accepts no further decisions, even before its tasks are closed", async () => {
    await givenInUse();
    await amend();
    await test.acts.openTask(submitIntake, await find(), { taskToken: "token" });
    await test.backend.dossiers.save(inStatus(await find(), { status: "IN_USE" }));

    const result = await decide("SubmitIntake-2-1", "submitted", {});

    expect(result).toEqual({ status: "closed" });
  });

  it("after one that was given up amends the access in force, not the pass without an access", async () => {
    await givenInUse();
    await amend();
    await withdraw();

    await amend();

    expect(await find()).toMatchObject({ pass: 3, request: { laterPass: { kind: "amendment", of: 1 } } });
  });

  it("that is given up leaves the yearly check open, with the question to the team about it", async () => {
    const inUse = await givenInUse();
    await test.acts.openTask(confirmYearly, inUse, {});
    await amend();
    await test.acts.openTask(submitIntake, await find(), { taskToken: "token" });
    test.time.now = addDays(NOW, 90);
    await test.sweep();
    expect(await findTask("DecideStalled-2-1")).toMatchObject({ status: "open" });
    expect(await findTask("DecideStalled-2-2")).toMatchObject({ status: "open" });

    await withdraw();

    const questions = await Promise.all(["DecideStalled-2-1", "DecideStalled-2-2"].map(findTask));
    expect(questions.map((task) => `${task?.about}: ${task?.status}`).sort()).toEqual([
      "ConfirmYearly-1-1: open",
      "SubmitIntake-2-1: closed",
    ]);
    expect(await findTask("ConfirmYearly-1-1")).toMatchObject({ status: "open" });
  });

  it("that is given up during a hold resumes the times of the remaining tasks", async () => {
    const inUse = await givenInUse();
    await test.acts.openTask(confirmYearly, inUse, {});
    await amend();
    await test.acts.holdDossier(id, { until: "2027-06-01", reason: "Fusie" }, TEAM);
    expect((await findTask("ConfirmYearly-1-1"))?.clocks["reminder"]).toBe(
      addDays(startOfDay("2027-06-01"), 7),
    );
    test.time.now = addDays(NOW, 2);

    await withdraw();
    await test.sweep();

    expect((await findTask("ConfirmYearly-1-1"))?.clocks["reminder"]).toBe(addDays(NOW, 9));
    expect((await find()).clocks["hold"]).toBeUndefined();
  });

  it("whose connection stops after the signatures is reported as such, not as the end of a use", async () => {
    const inUse = await givenInUse();
    const second = anAccess({ pass: 2 });
    await test.backend.accesses.grant(second, replacedBy(anAccess(), second, { at: NOW, by: TEAM }));
    await test.backend.dossiers.save(inStatus(inUse, { status: "ONBOARDING", stage: "MAGDA", pass: 2 }));
    await test.acts.openTask(connectMagda, await find(), { taskToken: "token" });
    test.mailer.sent.length = 0;

    await test.acts.closeDossier(id, { outcome: "stopped", reason: "Te duur", by: APPLICANT });

    expect(subjects()[0]).toContain("de nieuwe aansluiting gaat niet door, het protocol blijft gelden");
    expect(await find()).toMatchObject({
      status: "IN_USE",
      use: { lastRequest: { pass: 2, outcome: "stopped" } },
    });
    expect(await findTask("ConnectMagda-2-1")).toMatchObject({ status: "closed" });
  });
});

describe("the end of a use", () => {
  it("that is requested during an amendment gives the amendment up first, and begins after it", async () => {
    await givenInUse();
    await amend();
    test.workflow.executions.clear();
    test.mailer.sent.length = 0;

    const verdict = await test.acts.endUse(id, { reason: "breach", explanation: "Geen logboek" }, TEAM);

    expect(verdict).toEqual({ allowed: true });
    expect(await find()).toMatchObject({ status: "IN_USE", use: { lastRequest: { pass: 2 } } });
    expect(await test.acts.amend(id, { stage: "DPIA", reason: "Nog iets" }, TEAM)).toMatchObject({
      allowed: false,
    });
    expect(subjects()).toEqual([
      "led@team.example: Gemeente Voorbeeldegem: aanvraag gestopt, want het gebruik eindigt",
      "an@voorbeeldegem.example: Je lopende aanvraag stopt, want het gebruik van de LED eindigt",
    ]);
    await test.sweep();
    const ending = await find();
    expect(ending).toMatchObject({
      status: "ENDING",
      pass: 2,
      use: { ending: { reason: "breach", by: TEAM } },
    });
    expect(endingAskedOf(ending)).toBeUndefined();
    expect(ending.request?.closing).toBeUndefined();
    expect(ending.rounds.OUT_OF_USE).toMatchObject({ from: "ConfirmEndOfUse" });
    expect(ending.clocks["ending"]).toBeUndefined();
  });

  it("that is requested during an amendment waits for the running workflow, and survives interruptions", async () => {
    await givenInUse();
    await amend();
    await test.acts.openTask(submitIntake, await find(), { taskToken: "token" });

    await test.acts.endUse(id, { reason: "stopped", explanation: "We stoppen" }, APPLICANT);

    expect(await find()).toMatchObject({
      status: "ONBOARDING",
      request: { closing: { reason: "We stoppen" } },
    });
    await test.acts.closeDossier(id, { outcome: "withdrawn", reason: "We stoppen", by: APPLICANT });
    test.time.now = addDays(NOW, 3);
    await test.sweep();
    expect(await find()).toMatchObject({
      status: "ENDING",
      use: { ending: { reason: "stopped", by: APPLICANT } },
    });
    expect(await findTask("SubmitIntake-2-1")).toMatchObject({ status: "closed" });
  });

  it("is neither replaced by a second request nor lost to an older withdrawal", async () => {
    await givenInUse();
    await amend();
    test.workflow.executions.clear();
    const closing = { by: APPLICANT, reason: "Toch niet", at: addDays(NOW, -1) };
    const stale = inStatus(await find(), { status: "ONBOARDING", request: { closing } });
    await test.acts.endUse(id, { reason: "breach", explanation: "Geen logboek" }, TEAM);
    const second = await test.acts.endUse(id, { reason: "stopped", explanation: "Stop" }, APPLICANT);
    await test.sweep();

    await test.acts.carryOutWithdrawal(stale);

    expect(second).toMatchObject({ allowed: false });
    expect(await find()).toMatchObject({ status: "ENDING", use: { ending: { reason: "breach", by: TEAM } } });
    expect((await find()).clocks["closing"]).toBeUndefined();
  });

  it("that is requested at the moment an amendment completes follows it", async () => {
    const inUse = await givenInUse();
    const laterPass = { kind: "amendment", of: 1, reason: "Ander kanaal", by: TEAM, at: NOW } as const;
    await test.backend.dossiers.save(
      inStatus(inUse, { status: "ONBOARDING", stage: "MAGDA", request: { laterPass } }),
    );
    const { run } = await find();
    const asked = test.acts.endUse(id, { reason: "breach", explanation: "Geen logboek" }, TEAM);
    const started = createStartUse(test.acts)({ state: "StartUse", dossierId: id, run, previous: null });
    const [, start] = await Promise.allSettled([asked, started]);

    test.workflow.executions.clear();
    test.time.now = addDays(NOW, 1);
    await test.sweep();
    await test.sweep();

    expect(["fulfilled", "rejected"]).toContain(start.status);
    expect(await find()).toMatchObject({ status: "ENDING", use: { ending: { reason: "breach" } } });
  });

  it("for a breach replaces the question about a renewal; a request of a consumer does not", async () => {
    const inUse = await givenInUse();
    const use = { since: NOW, ending: { reason: "term", by: TEAM, at: NOW } } as const;
    const rounds = { OUT_OF_USE: { number: 1, from: "DecideRenewal", cause: "ending" } };
    await test.backend.dossiers.save(inStatus(inUse, { status: "ENDING", use, rounds }));
    await test.acts.openTask(decideRenewal, await find(), { taskToken: "token" });
    const stopped = await test.acts.endUse(id, { reason: "stopped", explanation: "Stop" }, APPLICANT);
    expect(stopped).toMatchObject({
      reasons: [{ message: "De termijn loopt al af. Kies bij je taken of je verlengt of stopt." }],
    });

    await test.acts.endUse(id, { reason: "breach", explanation: "Geen logboek" }, TEAM);
    await test.sweep();

    expect(await find()).toMatchObject({
      use: { ending: { reason: "breach" } },
      rounds: { OUT_OF_USE: { number: 2 } },
    });
    expect(await findTask("DecideRenewal-1-1")).toMatchObject({ status: "closed" });
  });

  it("is refused before the LED is in use, with the available alternative", async () => {
    const messageOf = async (differences: Partial<DossierOf<"ONBOARDING">>) => {
      await test.backend.dossiers.save(inStatus(await find(), { status: "ONBOARDING", ...differences }));
      const verdict = await test.acts.endUse(id, { reason: "stopped", explanation: "Stop" }, APPLICANT);
      return verdict.allowed ? "" : verdict.reasons[0]?.message;
    };
    await givenInUse();

    expect(await messageOf({ stage: "INTAKE", protocol: undefined })).toContain("Trek de aanvraag in");
    expect(await messageOf({ stage: "MAGDA", protocol: FACTS.protocol })).toContain(
      "Meld dat dan bij de taak over de aansluiting",
    );
  });

  it("that is given up after an earlier request was, is reported too, and does not close the use", async () => {
    await givenInUse();
    await amend();
    await withdraw();
    await test.acts.openTask(confirmYearly, await find(), {});
    await test.acts.endUse(id, { reason: "stopped", explanation: "We stoppen" }, TEAM);
    await test.acts.park({ dossierId: id, run: (await find()).run, error: "GiveUp", cause: "" });
    test.mailer.sent.length = 0;

    await test.acts.closeParked(id, "Vergissing", TEAM);

    expect(subjects()).toEqual([
      "led@team.example: Gemeente Voorbeeldegem: het gebruik loopt niet af. De toegang blijft gelden.",
      "an@voorbeeldegem.example: Het gebruik loopt niet af. De toegang blijft gelden.",
    ]);
    expect(await findTask("ConfirmYearly-2-1")).toMatchObject({ status: "open" });
  });

  it("also ends an access that its renewal replaces only later and closes the yearly check; both can be restored", async () => {
    const inUse = await givenInUse();
    await test.acts.openTask(confirmYearly, inUse, {});
    const first = anAccess();
    const term = { start: "2027-04-01", end: "2030-03-31" };
    const next = anAccess({ pass: 2 }, { ...FACTS.protocol, term });
    await test.backend.accesses.grant(next, replacedBy(first, next, { at: NOW, by: TEAM }));
    const endOfUse = { consultationEndedOn: "2026-11-20", vdiToldOn: "2026-11-20", at: NOW };
    await test.backend.dossiers.save(
      inStatus(inUse, {
        status: "ENDING",
        stage: "OUT_OF_USE",
        use: { since: NOW, ending: ENDING, endOfUse },
        pass: 2,
      }),
    );
    const accesses = async () => (await test.backend.dossiers.findWhole(id))?.accesses ?? [];

    await createOpenReversal(test.acts)(reversalPeriod, await find(), { taskToken: "token" });

    expect((await accesses()).map(({ status }) => status)).toEqual(["ended", "ended"]);
    expect((await accesses()).some((access) => isInForceOn(access, "2026-12-01"))).toBe(false);
    expect(await findTask("ConfirmYearly-1-1")).toMatchObject({ status: "closed" });

    await createRestoreUse(test.acts)({ state: "RestoreUse", dossierId: id, run: 1, previous: null });
    expect((await accesses()).map(({ status }) => status)).toEqual(["replaced", "in-force"]);
    expect((await accesses()).filter((access) => isInForceOn(access, "2026-12-01"))).toHaveLength(1);
  });

  it("can be reversed for longer by the time of a hold", async () => {
    const inUse = await givenInUse();
    await test.backend.dossiers.save(
      inStatus(inUse, { status: "ENDING", stage: "OUT_OF_USE", use: { since: NOW, ending: ENDING } }),
    );
    await test.acts.openTask(reversalPeriod, await find(), { taskToken: "token" });
    const { holdDossier, resumeHeld } = test.acts;

    await holdDossier(id, { until: "2027-02-01", reason: "Bezwaar" }, TEAM);
    test.time.now = addDays(NOW, 10);
    await resumeHeld(id, TEAM);

    expect((await findTask("ReversalPeriod-1-1"))?.clocks["expires"]).toBe(addDays(NOW, 40));
  });

  it("is decided at the end of the term also during a hold: a hold moves no date of the law", async () => {
    const inUse = await givenInUse();
    const use = { since: NOW, ending: { reason: "term", by: TEAM, at: NOW } } as const;
    await test.backend.dossiers.save(inStatus(inUse, { status: "ENDING", stage: "OUT_OF_USE", use }));
    test.workflow.executions.set(`${id}-1`, "running");
    await test.acts.openTask(decideRenewal, await find(), { taskToken: "token" });
    const { holdDossier } = test.acts;
    await holdDossier(id, { until: "2027-10-01", reason: "Fusie" }, TEAM);
    expect(test.mailer.sent.at(-1)?.text).toContain("verandert niet: dat is nog altijd 31 maart 2027");
    test.mailer.sent.length = 0;
    test.time.now = addDays(termIsOverAt(END), -10);
    await test.sweep();
    expect(subjects()).toContain("an@voorbeeldegem.example: Het protocol voor de LED loopt af");
    test.time.now = addDays(termIsOverAt(END), 1);
    await test.sweep();

    expect(await findTask("DecideRenewal-1-1")).toMatchObject({ decision: { outcome: "expired" } });
  });
});

const withSecondContact = () => ({
  ...aDossier().people,
  secondContact: { id: "person-second", name: "Bo Tweede", email: "bo@voorbeeldegem.example" },
});

describe("a renewal that is given up", () => {
  it("is not asked again before the next notice of the term", async () => {
    const inUse = await givenInUse();
    const laterPass = { kind: "renewal", of: 1, end: END, by: TEAM, at: NOW } as const;
    test.time.now = addMonths(startOfDay(END), -5);
    await test.backend.dossiers.save(
      inStatus(inUse, {
        status: "ONBOARDING",
        stage: "PROTOCOL",
        request: { laterPass },
        protocol: undefined,
      }),
    );

    await withdraw();
    await test.sweep();

    expect(await find()).toMatchObject({
      status: "IN_USE",
      clocks: { notice: addMonths(startOfDay(END), -3), termEnd: termIsOverAt(END) },
    });
  });
});

describe("a term that ends before the next agreement", () => {
  const underWay = async (differences: Partial<DossierOf<"ONBOARDING">>) => {
    const inUse = await givenInUse();
    const clocks = { termEnd: termIsOverAt(END) };
    await test.backend.dossiers.save(
      inStatus(inUse, { status: "ONBOARDING", stage: "MAGDA", pass: 2, clocks, ...differences }),
    );
    test.time.now = termIsOverAt(END);
    await test.sweep();
  };

  it("is reported to everybody concerned while that one is not signed", async () => {
    await underWay({ stage: "PROTOCOL", protocol: undefined, people: withSecondContact() });

    expect(subjects()).toEqual([
      "led@team.example: Gemeente Voorbeeldegem: termijn voorbij, nieuw protocol nog niet ondertekend",
      "an@voorbeeldegem.example: De termijn van je protocol is voorbij",
      "bo@voorbeeldegem.example: De termijn van je protocol is voorbij",
      "dpo@voorbeeldegem.example: De termijn van je protocol is voorbij",
      "sofie@voorbeeldegem.example: De termijn van je protocol is voorbij",
    ]);
  });

  it("is not reported when that one is already signed", async () => {
    await underWay({});

    expect(subjects()).toEqual([]);
    expect((await find()).clocks["termEnd"]).toBeUndefined();
  });
});

describe("a yearly check after which the LED is not needed any more", () => {
  it("ends the use also during a request", async () => {
    const inUse = await givenInUse();
    await test.acts.openTask(confirmYearly, inUse, {});
    await amend();
    test.workflow.executions.clear();

    await decide("ConfirmYearly-1-1", "not-needed", { reason: "We gebruiken het niet" });
    await test.sweep();

    expect(await find()).toMatchObject({
      status: "ENDING",
      use: { ending: { reason: "purpose", by: APPLICANT } },
    });
  });

  it("is passed to the team where its term is ending anyway", async () => {
    const inUse = await givenInUse();
    await test.acts.openTask(confirmYearly, inUse, {});
    const use = { since: NOW, ending: { reason: "term", by: TEAM, at: NOW } } as const;
    await test.backend.dossiers.save(inStatus(await find(), { status: "ENDING", use }));
    test.mailer.sent.length = 0;

    await decide("ConfirmYearly-1-1", "not-needed", { reason: "We gebruiken het niet" });

    expect(subjects()).toEqual(["led@team.example: Gemeente Voorbeeldegem: de LED is niet meer nodig"]);
    expect(test.mailer.sent[0]?.text).toContain("> We gebruiken het niet");
  });

  it("begins the end of the use otherwise, without another mail to the team", async () => {
    const inUse = await givenInUse();
    await test.acts.openTask(confirmYearly, inUse, {});
    test.mailer.sent.length = 0;

    await decide("ConfirmYearly-1-1", "not-needed", { reason: "We gebruiken het niet" });

    expect(await find()).toMatchObject({ status: "ENDING", use: { ending: { reason: "purpose" } } });
    expect(subjects()).toEqual([]);
  });
});
