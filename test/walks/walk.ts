import { GiveUp } from "../../functions/domain/errors.ts";
import { isOfFault } from "./faults.ts";
import type { Moment, Rule } from "./moment.ts";
import { PEOPLE } from "./people.ts";
import { play } from "./play.ts";
import { ALWAYS } from "./rules-always.ts";
import { AT_END, AT_REST } from "./rules-at-rest.ts";
import type { Step, Walk } from "./steps.ts";
import { SWEEP, World } from "./world.ts";

/** Maximum total time of the retries of a state (statemachine/states.ts), in sweeps. */
const SWEEPS_UNTIL_REST = 12;

/** Walks: plays each step and then checks the rules. Throws the first breach. */
export async function walk({ start, steps }: Walk): Promise<string> {
  const world = await worldAt(start);
  const walked = new Walked(world);
  try {
    await walked.comeToRest();
    for (const [place, step] of steps.entries()) await walked.step(step, place);
    world.faults.disarm();
    await walked.comeToRest("the end");
    await walked.check(AT_END, "the end");
    await walked.checkPrivacy();
    const { dossier } = (await world.whole()) ?? {};
    return dossier ? `${dossier.status} ${dossier.stage}` : "DELETED";
  } finally {
    await world.close();
  }
}

const begun = new Map<Walk["start"], Promise<World>>();

/** A world of its own for a walk: a copy of one that began so. */
async function worldAt(start: Walk["start"]): Promise<World> {
  const known = begun.get(start) ?? begin(start);
  begun.set(start, known);
  const world = new World(await known);
  await world.engine.settled();
  return world;
}

async function begin(start: Walk["start"]): Promise<World> {
  const world = new World();
  try {
    await world.begin(start === "enquiry" ? "enquiry" : "onboarding", PEOPLE.contact);
    if (start === "in-use") {
      const choice = { term: 700, residualRisk: "low", onBehalf: false } as const;
      await play(world, { act: "onward", tasks: 20, choice });
    }
    return world;
  } finally {
    await world.close();
  }
}

/** An actor at the moment of an erasure finds no dossier. */
const isOfErasure = (error: unknown): boolean =>
  error instanceof GiveUp && error.message.startsWith("DOSSIER_MISSING");

class Walked {
  readonly #world: World;
  #before: Moment["before"];
  #written = 0;
  /** A fault is pending, or hit and may have left work. */
  #isUneasy = false;

  constructor(world: World) {
    this.#world = world;
  }

  async step({ move, sweep, fault }: Step, place: number): Promise<void> {
    const world = this.#world;
    if (fault) {
      world.faults.arm(fault, fault.calls);
      this.#isUneasy = true;
    }
    const name = `step ${place + 1} (${move.act})`;
    await play(world, move).catch((error: unknown) => {
      if (!isOfFault(error) && !isOfErasure(error))
        throw new Error(`${name}: ${String(error)}`, { cause: error });
    });
    await world.engine.settled();
    await this.check(ALWAYS, name);
    if (!sweep) return;
    if (!world.faults.isArmed) return this.comeToRest(name);
    await world.sweep();
    await this.check(ALWAYS, name);
  }

  /** Lets follow-up do everything due, and the workflow its retries. */
  async comeToRest(name = "the start"): Promise<void> {
    const world = this.#world;
    const isDue = async () =>
      ((await world.nextDue()) ?? Infinity) <= world.clock.now() || (await world.logIsDue());
    for (let left = this.#isUneasy ? SWEEPS_UNTIL_REST : 0; left > 0; left--) {
      await world.clock.advance(SWEEP);
      await world.sweep();
    }
    this.#isUneasy = false;
    for (let left = SWEEPS_UNTIL_REST; left > 0 && (await isDue()); left--) await world.sweep();
    const [failure] = world.failures.filter(({ error }) => !isOfFault(error));
    if (failure)
      throw new Error(`${name}: follow-up failed: ${String(failure.error)}`, { cause: failure.error });
    await this.check(ALWAYS, name);
    await this.check(AT_REST, name);
  }

  async check(rules: Record<string, Rule>, name: string): Promise<void> {
    const world = this.#world;
    const now = await world.whole();
    if (!now) return;
    const writes = world.written.flatMap((to, place) => {
      const from = world.written[place - 1];
      return place >= this.#written && from ? [{ from, to }] : [];
    });
    for (const [rule, isKept] of Object.entries(rules)) {
      const breaches = await isKept({ world, before: this.#before, now, writes });
      if (breaches.length > 0) throw new Error(`${name} breaks "${rule}": ${breaches.join("; ")}`);
    }
    this.#before = now;
    this.#written = world.written.length;
  }

  /** Checks that inputs, outputs, histories and errors of Step Functions contain no personal data. */
  async checkPrivacy(): Promise<void> {
    const { engine, typed } = this.#world;
    const personal = [...typed, ...Object.values(PEOPLE).flatMap(({ name, email }) => [name, email])];
    for (const { executionArn, name } of await engine.executions()) {
      const everything = await engine.everythingOf(executionArn);
      const found = personal.find((text) => everything.includes(JSON.stringify(text).slice(1, -1)));
      if (found !== undefined) throw new Error(`execution ${name} holds what a person typed`);
    }
  }
}
