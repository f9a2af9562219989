import { isConsumerAudience, PARTS_OF_AUDIENCE } from "../../functions/domain/people.ts";
import type { TaskKind } from "../../functions/domain/process.ts";
import { TASKS } from "../../functions/application/tasks.ts";
import { contactAnswers, dpiaRequired, type People, peopleOf, usualDecision } from "./answers.ts";
import type { Page } from "./browser.ts";
import { type Answers, asFormValues } from "./flatten.ts";
import { type DecisionOfPerson, mustBe, type Opened, type Scene } from "./scene.ts";

/** Human tasks of the straight path; those of a DPIA only where one is required. */
const PATH = [
  "SubmitIntake",
  "AssessIntake",
  "AgreePlanning",
  "PreAssessDpia",
  "CarryOutDpia",
  "ReviewDpia",
  "SubmitProtocol",
  "ReviewProtocol",
  "AdviseOnProtocol",
  "SignForApplicant",
  "SignForAuthority",
  "ConnectMagda",
] as const satisfies readonly TaskKind[];
/** Tasks on which the applicant may ask its DPO. */
type Advised = "CarryOutDpia" | "SubmitProtocol";
const OF_DPIA: readonly TaskKind[] = ["CarryOutDpia", "ReviewDpia"];

let journeys = 0;

/** One organisation in the process, with people at a separate domain. */
export class Journey {
  readonly scene: Scene;
  readonly people: People;
  reference = "";

  constructor(scene: Scene, people?: People) {
    this.scene = scene;
    journeys += 1;
    this.people = people ?? peopleOf(`organisatie-${journeys}.example`);
  }

  /** The same organisation, on a restarted local cloud. */
  on(scene: Scene): Journey {
    const journey = new Journey(scene, this.people);
    journey.reference = this.reference;
    return journey;
  }

  get now(): number {
    return this.scene.cloud.clock.now();
  }

  /** Fills in the contact form and confirms; the next page has the reference. */
  async makeContact(differences: Answers = {}): Promise<void> {
    const confirmed = await this.scene.makeContact(this.people.contact.email, contactAnswers(differences));
    this.reference = /LED-\d{4}-\d+/.exec(confirmed.text)?.[0] ?? "";
  }

  /** Decides the open task of this kind as usual, except for `differences`. */
  async decide(kind: TaskKind, differences: Partial<DecisionOfPerson> = {}): Promise<Page> {
    const decision = await this.#decisionOn(kind, differences);
    const decided = await this.scene.answer(await this.open(kind), kind, decision);
    mustBe(decided, 200);
    return decided;
  }

  async #decisionOn(kind: TaskKind, differences: Partial<DecisionOfPerson>): Promise<DecisionOfPerson> {
    const usual = await usualDecision(kind, this.now, this.people);
    const isOther = differences.outcome !== undefined && differences.outcome !== usual.outcome;
    return isOther
      ? { ...differences, outcome: differences.outcome ?? "" }
      : { ...usual, ...differences, fields: { ...usual.fields, ...differences.fields } };
  }

  /** The applicant fills in the form, and asks its DPO for the advice. */
  async askDpo(kind: Advised, differences: Partial<DecisionOfPerson> = {}): Promise<void> {
    const { outcome, fields = {}, files = {} } = await this.#decisionOn(kind, differences);
    const { document, fields: ofDpo = [] } = TASKS[kind].dpoAdvice ?? {};
    const text = Object.entries(fields).filter(([name]) => !ofDpo.includes(name));
    const opened = await this.open(kind);
    let { page } = opened;
    for (const [name, file] of Object.entries(files))
      if (typeof file !== "function" && name !== document)
        page = await this.scene.addDocument({ ...opened, page }, outcome, name, file);
    const values = asFormValues(Object.fromEntries(text));
    mustBe(
      await opened.browser.submit(page.form("outcome", outcome), values, "Vraag advies aan je DPO"),
      200,
    );
  }

  /** Hands in what the DPO read and advised on. */
  async handIn(kind: Advised, outcome = "submitted"): Promise<void> {
    const { browser, page } = await this.open(kind);
    const button = TASKS[kind].texts.nl.outcomes[outcome]?.button;
    mustBe(await browser.submit(page.form("outcome", outcome), {}, button), 200);
  }

  /** The page of the open task of this kind, for the person who decides it. */
  async open(kind: TaskKind): Promise<Opened> {
    const { audience } = TASKS[kind];
    if (isConsumerAudience(audience))
      return this.scene.openByLink(this.people[PARTS_OF_AUDIENCE[audience][0]].email, kind);
    return this.scene.openFromInbox(this.reference, kind);
  }

  /** Follows the straight path up to the opening of this task, from the given task or from the intake. */
  async walkTo(
    kind: (typeof PATH)[number],
    from: (typeof PATH)[number] = "SubmitIntake",
    also = { dpia: false },
  ) {
    for (const step of PATH.slice(PATH.indexOf(from), PATH.indexOf(kind))) {
      if (OF_DPIA.includes(step) && !also.dpia) continue;
      await this.decide(step, step === "PreAssessDpia" && also.dpia ? dpiaRequired(this.now) : {});
    }
  }

  /** The page of the dossier, by the newest link of the applicant: one to a task opens it too. */
  async statusLink(): Promise<string> {
    await this.scene.cloud.settled();
    const mails = (await this.scene.mails(this.people.contact.email)).filter(({ text }) =>
      /\/(dossier|taak)\//.test(text),
    );
    const newest = mails.at(-1);
    if (!newest) throw new Error("no mail with a link to the dossier yet");
    return this.scene.linkIn(newest).replace("/taak/", "/dossier/");
  }
}
