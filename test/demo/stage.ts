import { setTimeout as pause } from "node:timers/promises";
import type { Access } from "../../functions/domain/access.ts";
import type { WholeDossier } from "../../functions/domain/ports.ts";
import type { TaskKind } from "../../functions/domain/process.ts";
import { TASKS } from "../../functions/application/tasks.ts";
import { Record } from "../journey/record.ts";
import { Browser } from "../journey/browser.ts";
import { Journey } from "../journey/journey.ts";
import type { DecisionOfPerson, Scene } from "../journey/scene.ts";

const DAY = 86_400_000;
const PATIENCE_MS = 20_000;

/** The stage of a play: the people of one dossier act, virtual days pass, and each act is printed. */
export class Stage {
  readonly scene: Scene;
  readonly journey: Journey;
  readonly record: Record;
  readonly decisions: string[] = [];
  /** The dossier at its closing, when the play continues until everything is deleted. */
  closed: WholeDossier | undefined;
  readonly #start: number;

  constructor(scene: Scene, journey = new Journey(scene)) {
    this.scene = scene;
    this.journey = journey;
    this.record = new Record(scene.cloud);
    this.#start = this.now;
  }

  get now(): number {
    return this.scene.cloud.clock.now();
  }

  /** Virtual days since the start. */
  get day(): number {
    return Math.round((this.now - this.#start) / DAY);
  }

  get applicant(): string {
    return this.journey.people.contact.email;
  }

  chapter(title: string): void {
    console.log(`\n${title}`);
  }

  tell(who: string, what: string): void {
    console.log(`day ${String(this.day).padStart(3)}  ${who.padEnd(16)} ${what}`);
  }

  async days(count: number): Promise<void> {
    await this.scene.cloud.advance(count * DAY);
  }

  async makeContact(): Promise<void> {
    this.tell(
      this.journey.people.contact.name,
      "fills in the contact form and confirms by the link in the mail",
    );
    await this.journey.makeContact();
    this.tell("the system", `opens dossier ${this.journey.reference} and mails the overview of the process`);
  }

  async decide(kind: TaskKind, what: string, differences: Partial<DecisionOfPerson> = {}): Promise<void> {
    const { contact, dpo, signatory, secondSignatory } = this.journey.people;
    const { audience } = TASKS[kind];
    const names = {
      ...STAFF_NAMES,
      applicant: contact.name,
      dpo: dpo.name,
      signatory: signatory.name,
      "second-signatory": secondSignatory.name,
    };
    this.tell(names[audience], what);
    await this.journey.decide(kind, differences);
    this.decisions.push(kind);
  }

  /** Jumps to a number of days before a date, or after it when negative. */
  async daysBefore(date: string | undefined, days: number): Promise<void> {
    if (date === undefined) throw new Error("the access has no end");
    await this.days((Date.parse(date) - this.now) / DAY - days);
  }

  async whole(): Promise<WholeDossier> {
    await this.scene.cloud.settled();
    return this.record.whole(this.journey.reference);
  }

  /** The latest access. */
  async access(): Promise<Access> {
    const access = (await this.whole()).accesses.toSorted((a, b) => a.pass - b.pass).at(-1);
    if (!access) throw new Error("nothing was granted yet");
    return access;
  }

  /** Waits until the workflow has brought the dossier to this status. */
  async until(status: string): Promise<void> {
    for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await pause(50))
      if ((await this.whole()).dossier.status === status) return;
    throw new Error(`the dossier did not get the status ${status}`);
  }

  async adminAddress(): Promise<string> {
    return this.record.adminAddress(this.journey.reference);
  }

  /** The remains of a deleted dossier, as the LED team sees them. */
  async whatIsLeft(): Promise<string> {
    const browser = await this.scene.staffBrowser("tine-team");
    const page = await this.scene.openAsStaff(browser, `${this.scene.cloud.adminUrl}/deleted-dossiers`);
    const row = page.root
      .querySelectorAll("tr")
      .find(({ textContent }) => textContent.includes(this.journey.reference));
    if (!row) throw new Error("nothing tells that the dossier was deleted");
    const cells = row.querySelectorAll("th, td").map(({ textContent }) => textContent.trim());
    return cells.filter((text) => text !== "").join(", ");
  }

  /** The status page of the applicant. */
  async statusPage(): Promise<string> {
    return (await new Browser().open(await this.journey.statusLink())).text;
  }

  /** The last log lines in which a function reported an error. */
  lastErrors(): string[] {
    const errors = this.scene.cloud.logs().filter(({ text }) => /"level":"ERROR"|Error/.test(text));
    return errors.slice(-10).map(({ text }) => text.slice(0, 300));
  }
}

const STAFF_NAMES = {
  "led-team": "LED team",
  "led-dpo": "LED DPO",
  "leading-official": "leading official",
} as const;
