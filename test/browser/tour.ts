import type { Page, Route } from "playwright-core";
import { CONFIRMATION } from "../../functions/domain/decision-is-confirmed.ts";
import { CHANNELS } from "../../functions/domain/facts.ts";
import type { Audience } from "../../functions/domain/people.ts";
import type { TaskKind } from "../../functions/domain/process.ts";
import { TASKS } from "../../functions/application/tasks.ts";
import { contactAnswers, dayAfter, dpiaRequired, ownFile, planningFrom } from "../journey/answers.ts";
import { pdf } from "../journey/files.ts";
import { Record } from "../journey/record.ts";
import { Journey } from "../journey/journey.ts";
import type { DecisionOfPerson, Scene } from "../journey/scene.ts";
import type { Windows } from "./windows.ts";

/** Examines a page in somebody's window. */
export type Look = (name: string, page: Page) => Promise<void>;

const DAY = 86_400_000;
/** What the tour needs of the configuration: the DPO of the LED is asked on the DPIA too. */
export const TOURED = { environment: "dev", overrides: { ledDpoOnDpia: true } } as const;
/** In the order of the page, as a browser posts them: the text that a DPO reads is compared with what is handed in. */
const BOTH = [...CHANNELS];
/**
 * An onboarding with every task except the enquiry: a DPIA with a high risk, one proposal of other dates, advice of the
 * consumer's DPO by link, a protocol as a file of the consumer, and two channels.
 */
const WAY: readonly (readonly [TaskKind, Partial<DecisionOfPerson>?])[] = [
  ["AssessIntake"],
  ["AgreePlanning", { outcome: "other-dates" }],
  ["ProposePlanning"],
  ["AgreePlanning"],
  ["PreAssessDpia", { outcome: "required" }],
  ["CarryOutDpia", { fields: { residualRisk: "high" } }],
  ["AdviseOnDpiaForLed"],
  ["ReviewDpia"],
  ["SubmitProtocol", { outcome: "own-file" }],
  ["ReviewProtocol"],
  ["AdviseOnProtocol"],
  ["RecordPriorConsultation"],
  ["ConfirmFinalProtocol"],
  ["SignForApplicant"],
  ["SignAsSecond"],
  ["SignForAuthority"],
  ["PublishByApplicant"],
  ["PublishByAuthority"],
];

/** Opens every kind of page with the data of a real onboarding, and examines each. */
export class Tour {
  readonly #scene: Scene;
  readonly #windows: Windows;
  readonly #look: Look;
  readonly #journey: Journey;

  constructor(scene: Scene, windows: Windows, look: Look) {
    this.#scene = scene;
    this.#windows = windows;
    this.#look = look;
    this.#journey = new Journey(scene);
  }

  async go(): Promise<void> {
    await this.#visitSite();
    await this.#enquire();
    await this.#journey.makeContact();
    await this.#submitIntake();
    for (const [kind, differences] of WAY) await this.#visitTask(kind, differences);
    await this.#visitLed();
    await this.#wait();
    await this.#use();
    await this.#end();
  }

  async #visitSite(): Promise<void> {
    const { url } = this.#scene.cloud;
    await this.#open("applicant", "home", url);
    await this.#open("applicant", "accessibility statement", `${url}/toegankelijkheid`);
    await this.#open("applicant", "contact form", `${url}/contact`);
    await this.#press("applicant", "contact form with errors", "Verstuur");
    await this.#pressBroken("applicant", "contact form, shown again", "Verstuur");
    await this.#open("applicant", "contact sent", `${url}/contact/verstuurd`);
    await this.#open("applicant", "unknown link", `${url}/taak/${"a".repeat(43)}`);
    await this.#open("applicant", "lost link", `${url}/link-kwijt`);
    await this.#press("applicant", "lost link with errors", "Mail mij een nieuwe link");
    await this.#open("applicant", "lost link sent", `${url}/link-kwijt/verstuurd`);
    await this.#open("applicant", "part handed over", `${url}/overgedragen`);
  }

  /** Starts with a question: the confirmation page, and the task of the team. */
  async #enquire(): Promise<void> {
    const asker = new Journey(this.#scene);
    const { email } = asker.people.contact;
    const link = await this.#scene.sendContact(email, contactAnswers({ kind: "enquiry" }));
    await this.#open("applicant", "confirmation", link);
    const applicant = await this.#windows.of("applicant");
    await applicant.locator(`[name="${CONFIRMATION}"]`).check();
    await this.#press("applicant", "confirmed", "Ik bevestig mijn bericht");
    const confirmed = await applicant.textContent("main");
    asker.reference = /LED-\d{4}-\d+/.exec(confirmed ?? "")?.[0] ?? "";
    await this.#open("applicant", "confirmed before", link);
    await this.#open("led-team", "AnswerEnquiry", (await asker.open("AnswerEnquiry")).page.url);
  }

  async #submitIntake(): Promise<void> {
    const { page } = await this.#journey.open("SubmitIntake");
    await this.#open("applicant", "SubmitIntake", page.url);
    await this.#press("applicant", "SubmitIntake with errors", "Intake indienen");
    await this.#pressBroken("applicant", "SubmitIntake, shown again", "Intake indienen");
    await this.#open("applicant", "status page, beginning", await this.#journey.statusLink());
    await this.#open("applicant", "withdrawal", `${await this.#journey.statusLink()}/intrekken`);
    await this.#press("applicant", "withdrawal with errors", "Trek mijn aanvraag in");
    const people = `${await this.#journey.statusLink()}/personen`;
    await this.#open("applicant", "people", people);
    await this.#open("applicant", "a second contact", `${people}/tweede-contactpersoon`);
    await this.#press("applicant", "a second contact with errors", "Bewaar de wijziging");
    await this.#handOver(`${people}/contactpersoon`);
    const { secondSignatory } = this.#journey.people;
    await this.#journey.decide("SubmitIntake", { fields: { secondSignatory, channels: BOTH } });
    await this.#open("applicant", "a person to remove", `${people}/tweede-ondertekenaar/verwijderen`);
    await this.#open("applicant", "decided task", page.url);
  }

  /** The page before the contact hands over its part; it goes no further. */
  async #handOver(address: string): Promise<void> {
    const applicant = await this.#windows.of("applicant");
    await applicant.goto(address);
    await applicant.locator('[name="change"][value="someone-else"]').check();
    await applicant.locator('[name="person.name"]').fill("Cas Nieuw");
    await applicant.locator('[name="person.email"]').fill("cas@voorbeeldegem.example");
    await this.#press("applicant", "before a hand-over", "Bewaar de wijziging");
  }

  /** Examines an open task and decides it, including the upload page where it takes a document. */
  async #visitTask(kind: TaskKind, differences: Partial<DecisionOfPerson> = {}): Promise<void> {
    const { audience } = TASKS[kind];
    const { page } = await this.#journey.open(kind);
    await this.#open(audience, kind, page.url);
    if (kind === "PreAssessDpia") {
      await this.#press(audience, `${kind} with errors`, "Besluit: geen DPIA nodig");
      await this.#pressBroken(audience, `${kind}, shown again`, "Besluit: geen DPIA nodig");
      await this.#journey.decide(kind, dpiaRequired(this.#journey.now));
      return this.#open(audience, `${kind}, decided`, page.url);
    }
    if (kind === "CarryOutDpia") {
      await this.#press(audience, "upload", "Voeg toe: DPIA");
      return this.#adviseByLink(kind, "AdviseOnDpia", differences);
    }
    if (kind === "SubmitProtocol") {
      const { people, now } = this.#journey;
      const fields = { ...ownFile(now, people), channels: BOTH };
      const file = { fields, files: { protocol: await pdf("Protocol") } };
      return this.#adviseByLink(kind, "AdviseAsConsumerDpo", { ...differences, ...file });
    }
    const isOtherDates = differences.outcome === "other-dates";
    const fields = isOtherDates ? { planning: planningFrom(this.#journey.now, 30) } : differences.fields;
    await this.#journey.decide(kind, { ...differences, fields });
  }

  /** The applicant asks its DPO, whose page is examined too. */
  async #adviseByLink(
    kind: "CarryOutDpia" | "SubmitProtocol",
    advice: TaskKind,
    differences: Partial<DecisionOfPerson>,
  ): Promise<void> {
    await this.#journey.askDpo(kind, differences);
    await this.#visitTask(advice);
    await this.#journey.handIn(kind, differences.outcome);
  }

  async #visitLed(): Promise<void> {
    const { adminUrl } = this.#scene.cloud;
    await this.#open("led-team", "inbox", adminUrl);
    await this.#open("led-team", "dossiers", `${adminUrl}/dossiers?stage=MAGDA`);
    await this.#open("led-team", "dossier by the team", `${adminUrl}/dossiers/new`);
    await this.#enterUse();
    const { page } = await this.#journey.open("ConnectMagda");
    await this.#open("applicant", "ConnectMagda", page.url);
    const task = await this.#scene.openFromInbox(this.#journey.reference, "ConnectMagda");
    await this.#open("led-team", "ConnectMagda on behalf", task.page.url);
    await this.#open("led-team", "dossier", task.page.url.replace(/\/tasks\/.*/, ""));
    await this.#open(
      "led-team",
      "withdrawal by the team",
      task.page.url.replace(/\/tasks\/.*/, "/withdrawal"),
    );
    await this.#open("led-team", "people by the team", task.page.url.replace(/\/tasks\/.*/, "/people"));
    await this.#open(
      "led-team",
      "a signatory by the team",
      task.page.url.replace(/\/tasks\/.*/, "/people/signatory"),
    );
    await this.#open("led-team", "parked dossiers", `${adminUrl}/parked`);
    await this.#open("led-team", "version of the workflow", `${adminUrl}/workflow`);
    await this.#open("led-dpo", "inbox of the DPO", adminUrl);
    await this.#absence(adminUrl);
  }

  /** A use that was agreed elsewhere: the form of a dossier leads to its task. */
  async #enterUse(): Promise<void> {
    const page = await this.#windows.of("led-team");
    await page.getByLabel("Naam van de organisatie").fill("OCMW Voorbeeldegem");
    await page.getByLabel("Soort organisatie").selectOption("ocmw");
    await page.getByLabel("Waarom is er geen ondernemingsnummer?").fill("We zoeken het op.");
    await page.getByLabel("Naam van de contactpersoon").fill("An Voorbeeld");
    await page.getByLabel("E-mailadres van de contactpersoon").fill("an@ocmw-voorbeeldegem.example");
    await page.getByLabel("Ze gebruikt de LED al").check();
    await this.#press("led-team", "EnterUse", "Open het dossier");
    await page.locator("details.outcome > summary").last().click();
    await this.#press("led-team", "EnterUse with errors", "Voer de machtiging in");
  }

  /** A task with an assignee, and a substitute. */
  async #absence(adminUrl: string): Promise<void> {
    const other = new Journey(this.#scene);
    await other.makeContact();
    await other.decide("SubmitIntake");
    await this.#open("led-team", "task of nobody", (await other.open("AssessIntake")).page.url);
    await this.#press("led-team", "task of one's own", "Neem op");
    await this.#open("led-team", "own tasks", `${adminUrl}?show=mine`);
    await this.#open("led-team", "absence", `${adminUrl}/absence`);
    await this.#press("led-team", "absence with errors", "Duid aan als vervanger");
    const page = await this.#windows.of("led-team");
    await page.getByLabel("Dirk DPO (fictief)").check();
    await page.getByLabel("Eerste dag").fill(dayAfter(this.#journey.now, 0));
    await page.getByLabel("Laatste dag").fill(dayAfter(this.#journey.now, 1));
    await this.#press("led-team", "absence with a substitute", "Duid aan als vervanger");
  }

  /** Nobody answers for long, so the team is asked how to continue. */
  async #wait(): Promise<void> {
    const silent = new Journey(this.#scene);
    await silent.makeContact();
    await this.#scene.cloud.advance(91 * DAY);
    this.#windows.leave("led-team");
    const { page } = await silent.open("DecideStalled");
    await this.#open("led-team", "DecideStalled", page.url);
    await this.#open("led-team", "inbox with what is late", this.#scene.cloud.adminUrl);
    await this.#open("led-team", "dossier that waits", page.url.replace(/\/tasks\/.*/, ""));
    await this.#open("led-team", "hold", page.url.replace(/\/tasks\/.*/, "/hold"));
    await this.#press("led-team", "hold with errors", "Pauzeer het dossier");
  }

  async #use(): Promise<void> {
    await this.#journey.decide("ConnectMagda");
    await this.#scene.mail(this.#journey.people.contact.email, /raadplegen/);
    const status = await this.#journey.statusLink();
    await this.#open("applicant", "status page, in use", status);
    await this.#open("applicant", "end of use", `${status}/stoppen`);
    await this.#press("applicant", "end of use with errors", "Stop het gebruik");
    await this.#visitTask("ConnectOtherChannel");
    await this.#message(status);
    await this.#scene.cloud.advance(366 * DAY);
    await this.#open("applicant", "ConfirmYearly", (await this.#journey.open("ConfirmYearly")).page.url);
    await this.#journey.decide("ConfirmYearly");
    await this.#visitUseByTeam();
  }

  /** The applicant writes, and the team answers. The task is called after its sender. */
  async #message(status: string): Promise<void> {
    await this.#open("applicant", "message", `${status}/bericht`);
    const applicant = await this.#windows.of("applicant");
    await applicant.getByLabel("Je bericht").fill("Wanneer begint onze termijn?");
    await this.#press("applicant", "message sent", "Verstuur je bericht");
    await this.#scene.cloud.settled();
    const team = await this.#windows.of("led-team");
    await team.goto(this.#scene.cloud.adminUrl);
    await team
      .getByRole("link", { name: /^Bericht van/ })
      .first()
      .click();
    await this.#look("AnswerMessage", team);
  }

  /** Acts of the team on a dossier in use. */
  async #visitUseByTeam(): Promise<void> {
    const record = new Record(this.#scene.cloud);
    const dossier = await record.adminAddress(this.#journey.reference);
    this.#windows.leave("led-team");
    await this.#open("led-team", "dossier in use", dossier);
    for (const page of ["amendment", "organisation", "end-of-use", "message", "legal-hold", "readings"])
      await this.#open("led-team", page, `${dossier}/${page}`);
    await this.#open("led-team", "amendment, again", `${dossier}/amendment`);
    await this.#press("led-team", "amendment with errors", "Open opnieuw");
    await this.#open("led-team", "deleted dossiers", `${this.#scene.cloud.adminUrl}/deleted-dossiers`);
    await this.#open("led-team", "webhooks", `${this.#scene.cloud.adminUrl}/webhooks`);
  }

  /** The term nears its end, and the organisation stops. */
  async #end(): Promise<void> {
    const [access] = (await new Record(this.#scene.cloud).whole(this.#journey.reference)).accesses;
    await this.#scene.cloud.advance(Date.parse(access?.end ?? "") - this.#journey.now - 170 * DAY);
    const renewal = await this.#journey.open("DecideRenewal");
    await this.#open("applicant", "DecideRenewal", renewal.page.url);
    await this.#journey.decide("DecideRenewal", {
      outcome: "stop",
      fields: { reason: "We hebben de LED niet meer nodig." },
    });
    for (const kind of ["ConfirmEndOfUse", "ReversalPeriod"] as const) {
      const { page } = await this.#journey.open(kind);
      this.#windows.leave("led-team");
      await this.#open("led-team", kind, page.url);
      if (kind === "ConfirmEndOfUse") await this.#journey.decide(kind);
    }
    await this.#open("applicant", "status page, ending", await this.#journey.statusLink());
  }

  async #open(who: Audience, name: string, address: string): Promise<void> {
    const page = await this.#windows.of(who);
    await page.goto(address);
    await this.#look(name, page);
  }

  async #press(who: Audience, name: string, button: string): Promise<void> {
    const page = await this.#windows.of(who);
    const pressed = page.getByRole("main").getByRole("button", { name: button, exact: true });
    await Promise.all([page.waitForEvent("load"), pressed.click()]);
    await this.#look(name, page);
  }

  /** Posts a form that arrives damaged: it is not served, and its page is shown again with what was typed. */
  async #pressBroken(who: Audience, name: string, button: string): Promise<void> {
    const page = await this.#windows.of(who);
    const damage = (route: Route) =>
      route.request().method() === "POST"
        ? route.continue({ postData: Buffer.from(`${route.request().postData() ?? ""}&x=\u00ff`, "latin1") })
        : route.continue();
    await page.route("**", damage);
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.request().method() === "POST"),
      this.#press(who, name, button),
    ]);
    await page.unroute("**", damage);
    if (answer.status() !== 400) throw new Error(`${name}: ${answer.status()} and not 400`);
  }
}
