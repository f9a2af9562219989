import { describe, expect, it } from "vitest";
import { addDays, endOfDay, startOfDay } from "../../functions/domain/calendar.ts";
import type { Dossier } from "../../functions/domain/dossier.ts";
import { submitIntake } from "../../functions/intake/submit-intake.ts";
import { connectMagda } from "../../functions/magda/connect-magda.ts";
import { publishByApplicant } from "../../functions/protocol/publish-by-applicant.ts";
import { signForApplicant } from "../../functions/protocol/sign-for-applicant.ts";
import { extensionIsInOrder } from "../../functions/tasks/extension-is-in-order.ts";
import { aDossier, NOW } from "../builders/dossier.ts";
import { anIntakeForm } from "../builders/intake.ts";
import { APPLICANT, SECOND, TEAM } from "../builders/people.ts";
import { backendForEachTest } from "../application/backend.ts";

const TASK = "SubmitIntake-1-1";
const QUESTION = "DecideStalled-1-1";
const SIGNED = { at: NOW, form: "paper", by: "Iemand" } as const;
const PROTOCOL: Dossier["protocol"] = {
  legalBasis: "protocol",
  term: { start: "2027-01-01" },
  submittedAt: NOW,
  consumerDpoAdvice: { outcome: "positive", date: "2026-11-01", name: "Dirk" },
  ledDpoAdvice: { outcome: "positive", at: NOW, by: "Els DPO" },
  signatures: { applicant: SIGNED, authority: SIGNED },
};

const test = backendForEachTest();
let dossier: Dossier;

const given = async (differences: Parameters<typeof aDossier>[0] = {}) => {
  dossier = await test.backend.dossiers.create(aDossier(differences));
  test.workflow.executions.set(`${dossier.id}-1`, "running");
};
const openIntake = async (differences: Parameters<typeof aDossier>[0] = {}) => {
  await given(differences);
  test.workflow.waiting.add("token");
  await test.acts.openTask(submitIntake, dossier, { taskToken: "token" });
  test.mailer.sent.length = 0;
};
const sweepOn = async (...days: number[]) => {
  for (const day of days) {
    test.time.now = addDays(NOW, day);
    await test.sweep();
  }
};
const find = (id = TASK) => test.task(dossier.id, id);
const findDossier = () => test.backend.dossiers.find(dossier.id);
const decide = (
  id: string,
  outcome: string,
  fields: Record<string, unknown> = {},
  by: typeof TEAM | typeof APPLICANT = TEAM,
) => {
  const { decideTask } = test.acts;
  return decideTask(dossier.id, id, { outcome, fields, documents: [], by });
};
/** Without the morning digest. */
const mails = () =>
  test.mailer.sent
    .filter(({ tags }) => tags["template"] !== "digest")
    .map(({ to, subject }) => `${to[0]?.email}: ${subject.replace(/^\[.*\] /, "")}`);
const intakeMail = (number: number, to = "an@voorbeeldegem.example") =>
  `${to}: Herinnering (${number} van 3): vul de intake in`;
const secondMail = "bo@voorbeeldegem.example: Je organisatie moet nog iets doen voor de LED";

describe("reminders", () => {
  it("go to the person of the task, and from the second on also to the second contact, with a personal link", async () => {
    await openIntake({ people: { ...aDossier().people, secondContact: SECOND } });

    await sweepOn(7, 21, 45, 60);

    expect(mails()).toEqual([intakeMail(1), intakeMail(2), secondMail, intakeMail(3), secondMail]);
    const [own, escalated] = [1, 2].map((index) => test.mailer.sent.filter(isNoDigest)[index]?.text ?? "");
    const linkIn = (text = "") => /\/taak\/([\w-]{43})/.exec(text)?.[1] ?? "";
    expect(linkIn(own)).not.toBe(linkIn(escalated));
    expect(await test.backend.links.find(linkIn(escalated))).toMatchObject({ personId: SECOND.id });
    expect(escalated).toContain("An Voorbeeld is aan de beurt");
  });

  it("never suggest to a later person that it was asked on the first day", async () => {
    await openIntake({ people: { ...aDossier().people, secondContact: SECOND } });
    const cas = { id: "person-cas", name: "Cas Nieuw", email: "cas@voorbeeldegem.example" };
    const current = await findDossier();
    if (current)
      await test.backend.dossiers.save({ ...current, people: { ...current.people, contact: cas } });

    await sweepOn(21);

    const [reminder, escalated] = test.mailer.sent.filter(isNoDigest);
    expect(reminder?.to[0]?.email).toBe(cas.email);
    expect(reminder?.text).toContain(
      "Sinds 23 november 2026 wachten we op het antwoord van Gemeente Voorbeeldegem.",
    );
    expect(reminder?.text).not.toContain("stuurden we je");
    expect(escalated?.text).toContain("Sinds 23 november 2026 wacht deze vraag op je organisatie");
    expect(escalated?.text).toContain("Cas Nieuw is aan de beurt");
    expect(escalated?.text).not.toContain("vroegen we aan");
  });

  it("contain the deadline, and the lateness", async () => {
    await openIntake();

    await sweepOn(7, 45);

    const [first, second] = test.mailer.sent.filter(isNoDigest).map(({ text }) => text);
    expect(first).toContain("Ten laatste op 14 december 2026.");
    expect(second).toContain("De deadline was 14 december 2026. Dat is 24 dagen geleden.");
  });

  it("of a signature ask the second contact to pass it on, because that contact cannot sign", async () => {
    await given({
      stage: "PROTOCOL",
      people: { ...aDossier().people, secondContact: SECOND },
      protocol: { ...PROTOCOL, signatures: {} },
    });
    await test.acts.openTask(signForApplicant, dossier, {});
    test.mailer.sent.length = 0;

    await sweepOn(21);

    const escalated = test.mailer.sent.find(({ to }) => to[0]?.email === SECOND.email);
    expect(escalated?.text).toMatch(/\/dossier\/[\w-]{43}/);
    expect(escalated?.text).not.toContain("/taak/");
  });
});

const isNoDigest = ({ tags }: { tags: Record<string, string> }) => tags["template"] !== "digest";

describe("a task that nobody answers for 90 days", () => {
  it("is reported to the LED team once, with a mail that asks how to continue", async () => {
    await openIntake();
    await sweepOn(89);
    expect(await test.backend.tasks.find(dossier.id, QUESTION)).toBeUndefined();

    await sweepOn(90);
    await test.sweep();

    expect(await find(QUESTION)).toMatchObject({
      audience: "led-team",
      about: TASK,
      stage: "INTAKE",
      status: "open",
    });
    expect(await find()).toMatchObject({ status: "open", clocks: {} });
    expect(mails()).toEqual([
      intakeMail(3),
      "led@team.example: Gemeente Voorbeeldegem: geen antwoord van de afnemer, wat doen we? (ten laatste 1 maart 2027)",
    ]);
    expect(test.mailer.sent.find(({ subject }) => subject.includes("geen antwoord"))?.text).toContain(
      "Vul de intake in",
    );
  });

  it("leaves no question after the applicant answers", async () => {
    await openIntake();
    await sweepOn(90);
    const { status } = await decide(TASK, "submitted", anIntakeForm(), APPLICANT);

    expect(status).toBe("decided");
    expect(await find(QUESTION)).toMatchObject({ status: "closed", clocks: {} });
  });

  it("stalls later by the time of a hold", async () => {
    await openIntake();
    const { holdDossier } = test.acts;
    await holdDossier(dossier.id, { until: "2026-12-23", reason: "Fusie" }, TEAM);

    await sweepOn(95, 118);
    expect(await test.backend.tasks.find(dossier.id, QUESTION)).toBeUndefined();
    await sweepOn(120);

    expect(await find(QUESTION)).toMatchObject({ status: "open" });
  });

  it("is decided once when it is decided twice concurrently", async () => {
    await openIntake();
    await sweepOn(90);
    const fields = { until: "2027-03-31", reason: "Na de fusie" };

    const results = await Promise.all([
      decide(QUESTION, "extend", fields),
      decide(QUESTION, "act-on-behalf"),
    ]);

    expect(results.map(({ status }) => status).sort()).toEqual(["already-decided", "decided"]);
  });
});

describe("extend", () => {
  it("restarts the task until the date, with its reminders, and notifies the applicant", async () => {
    await openIntake();
    await sweepOn(7, 21, 45, 90);
    test.mailer.sent.length = 0;

    await decide(QUESTION, "extend", { until: "2027-03-31", reason: "Na de fusie" });

    const since = test.time.now;
    const until = endOfDay("2027-03-31");
    expect(await find()).toMatchObject({
      since,
      reminders: 0,
      deadline: until,
      clocks: { reminder: addDays(until, 7), stalled: addDays(until, 90) },
    });
    expect(mails()).toEqual(["an@voorbeeldegem.example: Je krijgt meer tijd"]);
    expect(test.mailer.sent[0]?.text).toContain("tot en met 31 maart 2027");
    test.mailer.sent.length = 0;

    // The extension does not count as silence: it ends on day 128.
    await sweepOn(97, 111, 128);
    expect(mails()).toEqual([]);
    await sweepOn(136, 150);
    expect(mails()).toEqual([intakeMail(1), intakeMail(2)]);

    await sweepOn(219);
    expect(await find("DecideStalled-1-2")).toMatchObject({ about: TASK, status: "open" });
  });

  it("keeps its date after a hold, moved by its length", async () => {
    await openIntake();
    await sweepOn(90);
    await decide(QUESTION, "extend", { until: "2027-03-31", reason: "Na de fusie" });
    const { holdDossier, resumeHeld } = test.acts;
    await holdDossier(dossier.id, { until: "2027-06-01", reason: "Fusie" }, TEAM);
    test.time.now = addDays(test.time.now, 10);
    await resumeHeld(dossier.id, TEAM);

    expect((await find()).deadline).toBe(endOfDay("2027-04-10"));
  });

  it("STALLED-01: requires a date in the future, at most a year away", async () => {
    await openIntake();
    await sweepOn(90);

    expect(await decide(QUESTION, "extend", { until: "2026-12-01", reason: "Toen" })).toMatchObject({
      status: "refused",
      reasons: [{ rule: "STALLED-01", field: "until" }],
    });
    expect(extensionIsInOrder("2027-11-23", NOW).allowed).toBe(true);
    expect(extensionIsInOrder("2027-11-24", NOW).allowed).toBe(false);
  });
});

describe("act on behalf", () => {
  it("leaves the task unchanged, and asks again after 90 days", async () => {
    await openIntake();
    await sweepOn(90);
    await decide(QUESTION, "act-on-behalf");

    expect(await find()).toMatchObject({
      since: NOW,
      status: "open",
      clocks: { stalled: addDays(test.time.now, 90) },
    });
    await sweepOn(179);
    expect(await test.backend.tasks.find(dossier.id, "DecideStalled-1-2")).toBeUndefined();
    await sweepOn(180);
    expect(await find("DecideStalled-1-2")).toMatchObject({ status: "open" });
  });
});

describe("close", () => {
  const reason = { reason: "Geen antwoord" };

  it("withdraws the request on behalf of the person who decided", async () => {
    await openIntake();
    await sweepOn(90);
    await decide(QUESTION, "close", reason);

    expect(await findDossier()).toMatchObject({
      request: { closing: { by: TEAM, reason: "Geen antwoord" } },
    });
    expect(test.workflow.failures).toEqual(["Withdrawn"]);
  });

  it("stops a connection that was not made, by the system", async () => {
    await given({ stage: "MAGDA", protocol: PROTOCOL });
    test.workflow.waiting.add("token");
    await test.acts.openTask(connectMagda, dossier, { taskToken: "token" });
    await sweepOn(90);
    await decide(QUESTION, "close", reason);

    const { decision } = await find("ConnectMagda-1-1");
    expect(decision).toMatchObject({ outcome: "stopped", by: { role: "system" }, fields: reason });
    expect(decision?.onBehalf).toBeUndefined();
    expect(test.workflow.answers).toEqual([{ task: "ConnectMagda-1-1", outcome: "stopped" }]);
  });

  it("closes only a publication, with a record", async () => {
    await given({ stage: "PROTOCOL", protocol: PROTOCOL });
    await test.acts.openTask(publishByApplicant, dossier, {});
    await sweepOn(90);
    await decide(QUESTION, "close", reason);

    expect(await find("PublishByApplicant-1-1")).toMatchObject({ status: "closed", clocks: {} });
    const whole = await test.backend.dossiers.findWhole(dossier.id);
    expect(whole?.changes).toMatchObject([{ what: "task-closed", to: "PublishByApplicant-1-1", by: TEAM }]);
    expect(whole?.dossier.status).toBe("ONBOARDING");
    expect(whole?.dossier.request?.closing).toBeUndefined();
  });

  it("STALLED-02: is refused after the last signature", async () => {
    await openIntake({ protocol: PROTOCOL });
    await sweepOn(90);

    expect(await decide(QUESTION, "close", reason)).toMatchObject({
      status: "refused",
      reasons: [{ rule: "STALLED-02" }],
    });
  });

  it("follow-up repeats a failed act", async () => {
    await openIntake();
    await sweepOn(90);
    test.mailer.sent.length = 0;
    test.mailer.isDown = true;
    await decide(QUESTION, "extend", { until: "2027-03-31", reason: "Na de fusie" });
    test.mailer.isDown = false;
    test.time.now = addDays(test.time.now, 1);

    await test.sweep();

    expect(mails()).toEqual(["an@voorbeeldegem.example: Je krijgt meer tijd"]);
    expect(await find(QUESTION)).toMatchObject({ clocks: {} });
    expect(startOfDay("2027-03-31") < ((await find()).deadline ?? "")).toBe(true);
  });
});
