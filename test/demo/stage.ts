import type { TaskKind } from "../../functions/domain/process.ts";
import { TASKS } from "../../functions/tasks.ts";
import { Browser } from "../people/browser.ts";
import { Journey } from "../people/journey.ts";
import type { DecisionOfPerson, Scene } from "../people/scene.ts";

const DAY = 86_400_000;

/** Where the play happens: the people of one dossier act, virtual days pass, and each act is told. */
export class Stage {
  readonly scene: Scene;
  readonly journey: Journey;
  readonly decisions: string[] = [];
  readonly #start: number;

  constructor(scene: Scene) {
    this.scene = scene;
    this.journey = new Journey(scene);
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
    const { contact, signatory } = this.journey.people;
    const { audience } = TASKS[kind];
    const names = { ...STAFF_NAMES, applicant: contact.name, signatory: signatory.name };
    this.tell(names[audience], what);
    await this.journey.decide(kind, differences);
    this.decisions.push(kind);
  }

  /** What the applicant reads on its status page. */
  async statusPage(): Promise<string> {
    return (await new Browser().open(await this.journey.statusLink())).text;
  }

  /** The last lines in which a function told of an error. */
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
