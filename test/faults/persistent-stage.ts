import { isChecking } from "../../functions/domain/documents.ts";
import type { WholeDossier } from "../../functions/domain/ports.ts";
import { taskId } from "../../functions/domain/human-task.ts";
import type { TaskKind } from "../../functions/domain/process.ts";
import { setTimeout as pause } from "node:timers/promises";
import type { Cloud } from "../../local/cloud.ts";
import { Stage } from "../demo/stage.ts";
import { contactAnswers, peopleOf, usualDecision } from "../journey/answers.ts";
import { Journey } from "../journey/journey.ts";
import { asFormValues } from "../journey/flatten.ts";
import { type DecisionOfPerson, mustBe, Scene, theOnlyForm } from "../journey/scene.ts";
import type { Lockstep } from "./lockstep.ts";

const MINUTE = 60_000;
/**
 * Real milliseconds between two checks. With many dossiers the cloud is hardly ever at rest, so waiting for that would
 * serialise them.
 */
const LOOK_AGAIN_MS = 1000;
const DAY = 86_400_000;
/** Maximum number of attempts, some minutes apart. */
const TRIES = 8;

/** Identifies the stage of these people in their browsers' requests. */
export const markOf = (place: number) => `onboarding-${place}.`;

/**
 * The people of one dossier, who retry each act until it is done. They play as in the demo, in step with the people of
 * other dossiers.
 */
export class PersistentStage extends Stage {
  readonly place: number;
  /** Whether faults may hit from now on. */
  mayStrike: boolean;
  /** Known after the first call that contains it. */
  dossierId: string | undefined;
  readonly #lockstep: Lockstep;
  /** Number of visible failures that they retried. */
  attempts = 0;

  constructor(cloud: Cloud, place: number, lockstep: Lockstep, { mayStrike = true } = {}) {
    const scene = new Scene(cloud, {
      agent: markOf(place),
      atRest: () => Promise.race([cloud.settled().then(() => true), pause(LOOK_AGAIN_MS, false)]),
      whenNothingComes: () => lockstep.pause(MINUTE),
    });
    super(scene, new Journey(scene, peopleOf(`organisatie-${place}.example`)));
    this.place = place;
    this.mayStrike = mayStrike;
    this.#lockstep = lockstep;
  }

  override chapter(): void {}
  override tell(): void {}

  override async days(count: number): Promise<void> {
    await this.#lockstep.advance(count * DAY);
  }

  /** Acts on the dossier until the record shows that it is done. */
  async act(isDone: (whole: WholeDossier) => boolean, does: () => Promise<unknown>): Promise<void> {
    await this.#persist(async () => {
      const whole = await this.record.findWhole(this.journey.reference);
      if (whole && !isDone(whole)) await does();
    });
    await this.rest();
  }

  /** Faults hit from here on; earlier acts run without. */
  strikeFromHere(): void {
    this.mayStrike = true;
  }

  /** The current state, without waiting for the others. */
  override async whole(): Promise<WholeDossier> {
    return this.record.whole(this.journey.reference);
  }

  /** Waits until all consequences of an act have come to rest. */
  async rest(): Promise<void> {
    await this.#lockstep.advance(0);
  }

  override async makeContact(): Promise<void> {
    const { scene, journey, applicant } = this;
    const browser = scene.newBrowser();
    const isMailed = async () => (await scene.mails(applicant, /[Bb]evestig/)).length > 0;
    const form = await this.#persist(async () =>
      (await browser.open(`${scene.cloud.url}/contact`)).form("organisationName"),
    );
    await this.#persist(async () => {
      if (await isMailed()) return;
      mustBe(await browser.submit(form, asFormValues({ ...contactAnswers(), contactEmail: applicant })), 200);
    });
    journey.reference = await this.#persist(async () => {
      const page = await browser.open(scene.linkIn(await scene.mail(applicant, /[Bb]evestig/)));
      const answer = page.forms().length > 0 ? await browser.submit(theOnlyForm(page), {}) : page;
      const [reference] = /LED-\d{4}-\d+/.exec(answer.text) ?? [];
      if (!reference) throw new Error(`no reference: ${answer.status} ${answer.text.slice(0, 300)}`);
      return reference;
    });
    await this.rest();
  }

  override async decide(
    kind: TaskKind,
    _what = "",
    differences: Partial<DecisionOfPerson> = {},
  ): Promise<void> {
    const asked = await this.#persist(() => this.#openTask(kind));
    await this.#persist(async () => {
      const whole = await this.whole();
      if (isDecided(whole, asked)) return;
      const files = await this.#filesToAdd(kind, differences, whole, asked);
      await this.journey.decide(kind, { ...differences, ...(files ? { files } : {}) });
    });
    this.decisions.push(kind);
    await this.rest();
  }

  async #openTask(kind: TaskKind): Promise<string> {
    const task = (await this.whole()).tasks.find((one) => one.kind === kind && one.status === "open");
    if (!task) throw new Error(`${kind} is not open`);
    return taskId(task);
  }

  /** Skips files that an earlier attempt added. While one of them is checked, a person waits. */
  async #filesToAdd(
    kind: TaskKind,
    differences: Partial<DecisionOfPerson>,
    { documents }: WholeDossier,
    asked: string,
  ): Promise<DecisionOfPerson["files"]> {
    const usual = await usualDecision(kind, this.now, this.journey.people);
    const isOther = differences.outcome !== undefined && differences.outcome !== usual.outcome;
    const files = { ...(isOther ? {} : usual.files), ...differences.files };
    const own = documents.filter((document) => document.taskId === asked);
    if (own.some(isChecking)) throw new Error("a document is being checked");
    const isThere = (documentKind: string) =>
      own.some(({ kind: added, scan }) => added === documentKind && scan === "accepted");
    return Object.fromEntries(Object.entries(files).filter(([documentKind]) => !isThere(documentKind)));
  }

  async #persist<Result>(act: () => Promise<Result>): Promise<Result> {
    for (let tries = 1; ; tries++) {
      try {
        return await act();
      } catch (error) {
        if (tries === TRIES) throw error;
        this.attempts++;
        if (tries > 1) await this.#lockstep.pause(2 * MINUTE);
      }
    }
  }
}

const isDecided = ({ tasks }: WholeDossier, id: string): boolean =>
  tasks.some((task) => taskId(task) === id && task.status === "decided");
