import { createCloseAfterDecision } from "../../functions/executions/close-after-decision.ts";
import { describe, expect, it } from "vitest";
import type { StateName } from "../../statemachine/contract.ts";
import { type Access, accessOf, replacedBy } from "../../functions/domain/access.ts";
import { addDays, addWorkingDays, dateOf, startOfDay } from "../../functions/domain/calendar.ts";
import { taskId } from "../../functions/domain/human-task.ts";
import { confirmYearly } from "../../functions/in-use/confirm-yearly.ts";
import { decideRenewal } from "../../functions/out-of-use/decide-renewal.ts";
import { outOfUseStates } from "../../functions/out-of-use/states.ts";
import { termIsOverAt } from "../../functions/domain/use-clocks.ts";
import { aDossier, NOW } from "../builders/dossier.ts";
import { APPLICANT, TEAM } from "../builders/people.ts";
import { INTAKE, LED_ADVICE } from "../protocol/answers.ts";
import { backendForEachTest } from "../application/backend.ts";
import { aConnection, anAgreement, aSignedProtocol } from "../builders/agreement.ts";

const START = "2026-10-01";
const END = "2027-03-31";
const PEOPLE = {
  ...aDossier().people,
  secondContact: { id: "person-second", name: "Bo Tweede", email: "bo@voorbeeldegem.example" },
};
const FACTS = anAgreement({
  intake: INTAKE,
  protocol: aSignedProtocol({ term: { start: START, end: END }, ledDpoAdvice: LED_ADVICE }),
  connection: aConnection(["web-service"], { productionDate: START }),
});

const test = backendForEachTest();
let id: string;

// A separate table for each test, because a sweep acts on everything in it.

const anAccess = (differences: Parameters<typeof aDossier>[0] = {}, protocol = FACTS.protocol): Access =>
  accessOf(aDossier({ people: PEOPLE, ...differences }), { ...FACTS, protocol }, 1, { by: TEAM, at: NOW });

const find = () => test.dossier(id);
const change = async (differences: object) =>
  test.backend.dossiers.save({ ...(await find()), ...differences });

/** A dossier whose use ends, with the access of its first pass. */
const givenEnding = async (reason: "term" | "stopped", from: StateName, differences: object = {}) => {
  const created = await test.backend.dossiers.create(
    aDossier({ stage: "OUT_OF_USE", people: PEOPLE, ...FACTS }),
  );
  id = created.id;
  await test.backend.accesses.grant(anAccess());
  const said = reason === "term" ? { reason } : { reason, explanation: "We stoppen ermee" };
  await change({
    status: "ENDING",
    use: { since: NOW, ending: { ...said, by: APPLICANT, at: NOW } },
    rounds: { OUT_OF_USE: { number: 1, from, cause: `ending-${NOW}` } },
    ...differences,
  });
};

type Told = "EnterOutOfUse" | "DecideRenewal" | "ConfirmEndOfUse" | "ReversalPeriod";
const run = async (state: Told, previous: string | null = null) =>
  outOfUseStates(test.acts)[state]({
    ...{ state, dossierId: id, run: (await find()).run, previous },
    ...(state === "EnterOutOfUse" ? {} : { taskToken: `token-${state}` }),
  });
const decide = (
  task: string,
  outcome: string,
  fields: Record<string, unknown>,
  by: typeof TEAM | typeof APPLICANT = TEAM,
) => {
  const { decideTask } = test.acts;
  return decideTask(id, task, { outcome, fields, documents: [], by });
};

type Sent = (typeof test.mailer.sent)[number];
const to = (email: string): Sent[] =>
  test.mailer.sent.filter((mail) => mail.to[0]?.email === email && mail.tags["template"] !== "digest");
const textTo = (email: string): string => to(email).at(-1)?.text ?? "";
const LED = "led@team.example";
const CONTACT = "an@voorbeeldegem.example";
const SECOND = "bo@voorbeeldegem.example";
const DPO = "dpo@voorbeeldegem.example";
const SIGNATORY = "sofie@voorbeeldegem.example";

const confirmOn = async (day: string) => {
  await run("ConfirmEndOfUse");
  test.mailer.sent.length = 0;
  const result = await decide("ConfirmEndOfUse-1-1", "confirmed", {
    consultationEndedOn: day,
    vdiToldOn: dateOf(test.time.now),
  });
  if (result.status === "decided") await run("ReversalPeriod", "ConfirmEndOfUse-1-1");
  return result;
};

describe("a confirmed end of the use", () => {
  it("is reported to both contacts, with the last day, the end of the reversal period, and the closing date", async () => {
    await givenEnding("stopped", "ConfirmEndOfUse");

    await confirmOn("2026-11-20");
    await run("ReversalPeriod", "ConfirmEndOfUse-1-1");

    for (const email of [CONTACT, SECOND]) {
      expect(to(email).map(({ subject }) => subject)).toEqual([
        "[LED-2026-00042] Het gebruik van de LED is gestopt",
      ]);
      expect(textTo(email)).toContain("De laatste raadpleging was op 20 november 2026.");
      expect(textTo(email)).toContain("mag de LED nu niet meer raadplegen");
      expect(textTo(email)).toContain("terugdraaien tot en met 22 december 2026");
      expect(textTo(email)).toContain("sluit op 23 december 2026");
    }
    expect(textTo(LED)).toContain("terugdraaien tot en met 22 december 2026");
    expect(textTo(LED)).toContain("Ten laatste op 22 december 2026.");
  });

  it("can be reversed until its term ends, when that is sooner", async () => {
    await givenEnding("stopped", "ConfirmEndOfUse", {
      protocol: { ...FACTS.protocol, term: { start: START, end: "2026-12-10" } },
    });

    await confirmOn("2026-11-20");

    expect(textTo(CONTACT)).toContain("terugdraaien tot en met 10 december 2026");
    expect(textTo(CONTACT)).toContain("sluit op 23 december 2026");
    expect(textTo(LED)).toContain("terugdraaien tot en met 10 december 2026");
  });

  it("after its term promises no reversal", async () => {
    await givenEnding("term", "ConfirmEndOfUse");
    test.time.now = addDays(termIsOverAt(END), 2);

    await run("ConfirmEndOfUse");
    expect(textTo(LED)).not.toContain("30 dagen");
    await confirmOn(END);

    expect(textTo(LED)).toContain("terugdraaien kan niet meer");
    expect(textTo(CONTACT)).toContain("terugdraaien kan niet meer");
    const task = await test.backend.tasks.find(id, "ReversalPeriod-1-1");
    expect(task?.deadline).toBeUndefined();
  });

  it("END-05: is not before its first day, also where a renewal that was signed early starts later", async () => {
    await givenEnding("stopped", "ConfirmEndOfUse");
    const term = { start: "2027-04-01", end: "2030-03-31" };
    const next = anAccess({ pass: 2 }, { ...FACTS.protocol, term });
    await test.backend.accesses.grant(next, replacedBy(anAccess(), next, { at: NOW, by: TEAM }));

    expect(await confirmOn("2026-09-30")).toMatchObject({
      status: "refused",
      reasons: [{ rule: "END-05", field: "consultationEndedOn" }],
    });
    expect(await confirmOn(START)).toMatchObject({ status: "decided" });
  });
});

describe("the end of a use before its first day", () => {
  it("END-05: is confirmed for a day on which it was granted, not for an earlier one", async () => {
    await givenEnding("stopped", "ConfirmEndOfUse");
    const later = anAccess({}, { ...FACTS.protocol, term: { start: "2027-01-01", end: END } });
    const [access] = (await test.backend.dossiers.findWhole(id))?.accesses ?? [];
    if (access) await test.backend.accesses.change({ ...access, start: later.start }, access);

    expect(await confirmOn("2026-11-01")).toMatchObject({ reasons: [{ rule: "END-05" }] });
    expect(await confirmOn(dateOf(NOW))).toMatchObject({ status: "decided" });
  });
});

describe("a term that passes", () => {
  it("without an answer is reported to everybody of the consumer, once", async () => {
    await givenEnding("term", "DecideRenewal");
    await run("DecideRenewal");
    test.time.now = termIsOverAt(END);
    await test.sweep();
    test.mailer.sent.length = 0;

    await run("ConfirmEndOfUse", "DecideRenewal-1-1");
    await run("ConfirmEndOfUse", "DecideRenewal-1-1");

    for (const email of [CONTACT, SECOND, DPO, SIGNATORY]) {
      expect(to(email)).toHaveLength(1);
      expect(textTo(email)).toContain("liep tot en met 31 maart 2027");
      expect(textTo(email)).toContain("mag je organisatie de LED niet meer raadplegen");
    }
    expect(textTo(LED)).toContain("liep tot en met 31 maart 2027");
    expect(textTo(LED)).not.toContain("loopt af");
    expect(textTo(LED)).not.toContain("De toelichting:");
  });

  it("before the question could be asked is reported in the same way, and not as a beginning end", async () => {
    await givenEnding("term", "ConfirmEndOfUse");
    test.time.now = termIsOverAt(END);

    await run("EnterOutOfUse");
    await run("ConfirmEndOfUse");

    expect(to(CONTACT)).toHaveLength(1);
    expect(textTo(CONTACT)).toContain("mag je organisatie de LED niet meer raadplegen");
  });
});

describe("a consumer who stops after this term", () => {
  const stop = async () => {
    await givenEnding("term", "DecideRenewal");
    await test.acts.openTask(decideRenewal, await find(), { taskToken: "token" });
    await decide("DecideRenewal-1-1", "stop", { reason: "Te duur" }, APPLICANT);
    test.mailer.sent.length = 0;
    await run("ConfirmEndOfUse", "DecideRenewal-1-1");
  };

  it("has the reason reported to the team, which confirms the end only after the term", async () => {
    await stop();

    expect(textTo(LED)).toContain("> Te duur");
    expect(textTo(LED)).toContain("nog raadplegen tot en met 31 maart 2027");
    expect(to(CONTACT).map(({ tags }) => tags["template"])).toEqual(["received"]);
    const task = await test.backend.tasks.find(id, "ConfirmEndOfUse-1-1");
    const due = addWorkingDays(startOfDay("2027-04-01"), 5);
    expect(dateOf(task?.deadline ?? "")).toBe(dateOf(due));
    expect(task?.clocks["reminder"]).toBe(task?.deadline);
  });

  it("gets the reason when the dossier closes", async () => {
    await stop();
    test.time.now = addDays(termIsOverAt(END), 2);
    await decide("ConfirmEndOfUse-1-1", "confirmed", { consultationEndedOn: END, vdiToldOn: END });
    await run("ReversalPeriod", "ConfirmEndOfUse-1-1");
    test.time.now = addDays(test.time.now, 31);
    await test.sweep();

    const task = await test.backend.tasks.find(id, "ReversalPeriod-1-1");
    await createCloseAfterDecision(test.acts)({
      ...{ state: "CloseDossier", dossierId: id, run: (await find()).run },
      previous: task ? taskId(task) : null,
    });

    expect(textTo(CONTACT)).toContain("De toelichting:\n\n> Te duur");
    expect(textTo(LED)).toContain("> Te duur");
  });
});

describe("tasks during the end of a use", () => {
  it("exclude the yearly check, from the request to end the use", async () => {
    await givenEnding("stopped", "ConfirmEndOfUse");
    await test.acts.openTask(confirmYearly, await find(), {});

    await run("EnterOutOfUse");

    expect(await test.backend.tasks.find(id, "ConfirmYearly-1-1")).toMatchObject({ status: "closed" });
  });

  it("include the yearly check while a term only nears its end", async () => {
    await givenEnding("term", "DecideRenewal");
    await test.acts.openTask(confirmYearly, await find(), {});

    await run("EnterOutOfUse");

    expect(await test.backend.tasks.find(id, "ConfirmYearly-1-1")).toMatchObject({ status: "open" });
  });
});

describe("a mail about a use", () => {
  it("introduces no reason without one", async () => {
    await givenEnding("term", "ConfirmEndOfUse");

    await test.acts.closeDossier(id, { outcome: "ended", reason: "", by: TEAM });

    expect(to(CONTACT)).toHaveLength(1);
    for (const email of [LED, CONTACT]) {
      expect(textTo(email)).not.toMatch(/^>/m);
      expect(textTo(email)).not.toMatch(/De toelichting:|Dit is de reden/);
    }
  });
});
