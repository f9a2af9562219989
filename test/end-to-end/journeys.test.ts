import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { TASKS } from "../../functions/application/tasks.ts";
import type { ClosingOutcome } from "../../functions/domain/dossier.ts";
import type { Audience } from "../../functions/domain/people.ts";
import { type TaskKind, TASK_KINDS } from "../../functions/domain/process.ts";
import { audienceNames } from "../../functions/domain/texts.nl.ts";
import { dpiaRequired, usualDecision } from "../journey/answers.ts";
import { Browser, type Page } from "../journey/browser.ts";
import { pdf } from "../journey/files.ts";
import { Journey } from "../journey/journey.ts";
import { Record } from "../journey/record.ts";
import { mustBe, type Scene } from "../journey/scene.ts";
import { runFeatures, type Steps } from "./gherkin.ts";
import { openScene } from "./scene.ts";

/* The scenarios in features/, for whoever knows the process and no code. Each step acts on the real stack. */
const DAY = 86_400_000;
const PATIENCE = { timeout: 20_000, interval: 100 };
/** Fields for what somebody writes with a decision. */
const TEXTS = ["answer", "questions", "remarks", "reason"];

/** The dossier that went to its last task without a detour. */
const STRAIGHT = "Gemeente van Meld je aansluiting op MAGDA";

let scene: Scene;
let record: Record;
/** The dossier of the current scenario, and those of organisations that other scenarios name. */
let journey: Journey;
const named = new Map<string, Journey>();
let page: Page;
let replyTo: string[];

beforeAll(async () => {
  // While days pass, follow-up runs once a week.
  scene = await openScene({ coalesce: 7 * DAY });
  record = new Record(scene.cloud);
});
afterAll(() => scene.cloud.stop());

const withArticle = (name: string) => (name.startsWith("LED-") ? `het ${name}` : `de ${name}`);
const WHO = Object.fromEntries(
  Object.entries(audienceNames).map(([audience, name]) => [withArticle(name), audience]),
);
const HOW: { [words: string]: ClosingOutcome } = {
  beantwoord: "answered",
  "niet geschikt": "unsuitable",
  afgesloten: "closed",
  negatief: "negative",
  gestopt: "stopped",
  "uit gebruik": "ended",
};

/** The task of this person with this title, as the pages name it. */
function kindOf(who: Audience, title: string): TaskKind {
  const found = TASK_KINDS.find(
    (kind) => TASKS[kind].audience === who && TASKS[kind].texts.nl.title === title,
  );
  if (!found) throw new Error(`${who} has no task "${title}"`);
  return found;
}

function outcomeOf(kind: TaskKind, button: string): string {
  const outcomes = Object.entries(TASKS[kind].texts.nl.outcomes);
  const [outcome] = outcomes.find(([, texts]) => texts?.button === button) ?? [];
  if (outcome === undefined) throw new Error(`"${TASKS[kind].texts.nl.title}" has no button "${button}"`);
  return outcome;
}

async function decide(who: Audience, title: string, button: string, text?: string): Promise<void> {
  const kind = kindOf(who, title);
  const outcome = outcomeOf(kind, button);
  if (kind === "PreAssessDpia" && outcome === "required")
    return void (await journey.decide(kind, dpiaRequired(journey.now)));
  if (text === undefined) return void (await journey.decide(kind, { outcome }));
  const form = (await journey.open(kind)).page.form("outcome", outcome);
  const field = TEXTS.find((name) => form.has(name)) ?? "";
  const advice = form.has("affectsAdvice") ? { affectsAdvice: false } : {};
  await journey.decide(kind, { outcome, fields: { [field]: text, ...advice } });
}

const mailboxOf = async (who: Audience) =>
  who === "led-team" ? record.ledMailbox() : journey.people.contact.email;

async function makeContact(organisationName: string, more: object = {}): Promise<void> {
  journey = new Journey(scene);
  named.set(organisationName, journey);
  await journey.makeContact({ organisationName, ...more });
}

/** The path from the contact to a task, without a DPIA. */
type OnThePath = Parameters<Journey["walkTo"]>[0];

const steps: Steps = {
  "{string} toegang vraagt": (name: string) => makeContact(name),
  "{string} vraagt: {string}": (name: string, message: string) =>
    makeContact(name, { kind: "enquiry", message }),
  "het dossier van {string}": async (name: string) => {
    journey = named.get(name) ?? new Journey(scene);
    expect(journey.reference).not.toBe("");
  },
  "een dossier dat wacht op {wie}: {string}": async (who: Audience, title: string) => {
    await makeContact(`Gemeente van ${title}`);
    await journey.walkTo(kindOf(who, title) as OnThePath);
  },
  "{wie} {string} afhandelt met {string}": (who: Audience, title: string, button: string) =>
    decide(who, title, button),
  "{wie} {string} afhandelt met {string}: {string}": decide,
  "de aanvrager een DPIA met een hoog restrisico indient": () =>
    journey.decide("CarryOutDpia", { fields: { residualRisk: "high" } }),
  "het LED-team papieren exemplaren van de leidinggevende noteert: {string}": async (reason: string) => {
    const kind = "SignForApplicant";
    const usual = await usualDecision(kind, journey.now, journey.people);
    const answered = await scene.answer(await scene.openFromInbox(journey.reference, kind), kind, {
      ...usual,
      fields: { ...usual.fields, form: "paper" },
      files: { "protocol-signed-by-applicant": await pdf("Scan van de papieren exemplaren") },
      onBehalfReason: reason,
    });
    mustBe(answered, 200);
  },
  "de aanvrager het gebruik stopzet: {string}": async (explanation: string) => {
    const browser = new Browser();
    const asked = await browser.open(`${await journey.statusLink()}/stoppen`);
    mustBe(await browser.submit(asked.form("reason"), { reason: "stopped", explanation }), 200);
  },
  "er {int} dagen voorbijgaan": (days: number) => scene.cloud.advance(days * DAY),

  "wacht het dossier op {wie}: {string}": async (who: Audience, title: string) => {
    ({ page } = await journey.open(kindOf(who, title)));
  },
  "wacht het dossier op niemand": async () => {
    const { tasks } = await record.whole(journey.reference);
    expect(tasks.filter(({ status }) => status === "open")).toEqual([]);
  },
  "staat op die pagina {string}": async (text: string) => expect(page.text).toContain(text),
  "staat op de pagina van {wie} voor {string}: {string}": async (
    who: Audience,
    title: string,
    text: string,
  ) => expect((await journey.open(kindOf(who, title))).page.text).toContain(text),
  "staat op de pagina van het dossier {string}": async (text: string) => {
    page = await new Browser().open(await journey.statusLink());
    expect(page.text).toContain(text);
  },
  "kan de aanvrager het ondertekende protocol downloaden": async () => {
    const file = await new Browser().open(page.link(/ondertekend/));
    expect(new TextDecoder().decode(file.bytes.slice(0, 5))).toBe("%PDF-");
  },
  "staat op het dossier dat {wie} dat deed voor {wie}: {string}": async (
    by: Audience,
    of: Audience,
    reason: string,
  ) => {
    const { tasks } = await record.whole(journey.reference);
    const { decision } = tasks.findLast(({ kind }) => kind === "SignForApplicant") ?? {};
    expect([decision?.by.role, decision?.onBehalf]).toEqual([by, { of, reason }]);
    expect((await new Browser().open(await journey.statusLink())).text).toContain("Tine Team");
  },
  "krijgt {wie} een mail over {string}": async (who: Audience, subject: string) =>
    scene.mail(await mailboxOf(who), new RegExp(subject)),
  "krijgt {wie} een mail met {string}": async (who: Audience, text: string) => {
    const mail = await scene.mail(await mailboxOf(who), journey.reference);
    expect(mail.text).toContain(text);
    ({ replyTo } = mail);
  },
  "gaat een antwoord op die mail naar {wie}": async (who: Audience) =>
    expect(replyTo).toEqual([await mailboxOf(who)]),
  "is het dossier gesloten: {hoe}": async (outcome: ClosingOutcome) => {
    await vi.waitFor(async () => {
      const { status, closed, clocks } = await record.dossier(journey.reference);
      const expected = { status: "CLOSED", outcome, clocks: ["retention", "retentionNotice"] };
      expect({ status, outcome: closed?.outcome, clocks: Object.keys(clocks).sort() }).toEqual(expected);
    }, PATIENCE);
    const execution = await record.findExecution(journey.reference);
    expect([undefined, "SUCCEEDED"]).toContain(execution?.status);
  },
  "kennen beide partijen de reden: {string}": async (reason: string) => {
    const told = (await scene.mails(journey.people.contact.email, journey.reference)).at(-1);
    const team = await scene.mail(await record.ledMailbox(), new RegExp(`${journey.reference}.*afgesloten`));
    expect([told?.text, team.text].filter((text) => !text?.includes(reason))).toEqual([]);
  },
  "mag de organisatie de LED raadplegen": async () => {
    const { accesses } = await record.whole(journey.reference);
    expect(accesses.map(({ status }) => status)).toEqual(["in-force"]);
  },
  "mag de organisatie de LED niet meer raadplegen": async () => {
    await journey.open("ReversalPeriod");
    const { accesses } = await record.whole(journey.reference);
    expect(accesses.map(({ status }) => status)).toEqual(["ended"]);
  },
};

runFeatures(join(import.meta.dirname, "features"), steps, { wie: WHO, hoe: HOW });

describe("over all scenarios", () => {
  it("no function failed, no permission was missing and no message was lost", () => {
    const { cloud } = scene;
    const failed = cloud.functionNames().filter((name) => cloud.functionRecord(name).errors > 0);

    expect(failed).toEqual([]);
    expect(cloud.logs().filter(({ text }) => text.includes("AccessDenied"))).toEqual([]);
    expect(cloud.messages()).toEqual([]);
  });

  it("executions and logs contain no personal data", async () => {
    const { cloud } = scene;
    const executions = await cloud.executions();
    const histories = await Promise.all(executions.map((one) => cloud.history(one.executionArn)));
    const told = [JSON.stringify(histories), ...cloud.logs().map(({ text }) => text)].join("\n");
    const { contact, dpo, signatory } = journey.people;

    expect(executions.length).toBeGreaterThan(5);
    for (const personal of [contact.name, contact.email, dpo.name, dpo.email, signatory.name])
      expect(told).not.toContain(personal);
    for (const typed of ["solliciteert", "Voorbeeldegem", "met de post"]) expect(told).not.toContain(typed);
  });

  it("every mail is sent once, with the reference, a reply address and the same text twice", async () => {
    const { people, reference } = named.get(STRAIGHT) ?? journey;
    const all = await scene.mails(people.contact.email, reference);
    const mails = all.filter(({ subject }) => !subject.includes("Herinnering"));

    const subjects = mails.map(({ subject }) => subject);
    expect(subjects.length).toBeGreaterThan(8);
    expect(new Set(subjects).size).toBe(subjects.length);
    for (const mail of mails) {
      expect(mail.replyTo).toHaveLength(1);
      expect(mail.html).toContain('lang="nl-BE"');
      expect(mail.text).toContain("Vriendelijke groeten");
    }
  });
});
