import type { Activity } from "../../foundation/activity.ts";

/** Work to do: `do` answers with what tells its asker of the result, `refuse` tells of an error. */
type Piece = { do: () => Promise<() => void>; refuse: (error: unknown) => void };

/** Work done one piece after the other. What came meanwhile shares one commit, and is answered after it. */
export class Mailbox {
  readonly #activity: Activity;
  readonly #goOn: () => void | Promise<void>;
  readonly #commit: () => void | Promise<void>;
  readonly #pieces: Piece[] = [];
  #busy: Promise<void> | undefined;

  /** `goOn` follows each piece of work; `commit` ends those done together. */
  constructor(activity: Activity, goOn: () => void | Promise<void>, commit: () => void | Promise<void>) {
    this.#activity = activity;
    this.#goOn = goOn;
    this.#commit = commit;
  }

  /** Throws what the work throws, or what the commit throws. */
  post<T>(work: () => T | Promise<T>): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const run = async () => {
      const result = await work();
      await this.#goOn();
      return () => resolve(result);
    };
    this.#pieces.push({ refuse: reject, do: run });
    if (!this.#busy) this.#busy = this.#activity.during(() => this.#work());
    return promise;
  }

  /** Resolves when no work is under way. */
  async idle(): Promise<void> {
    await this.#busy;
  }

  async #work(): Promise<void> {
    while (this.#pieces.length > 0) {
      const pieces = this.#pieces.splice(0);
      const answers: (() => void)[] = [];
      for (const { do: run, refuse } of pieces) {
        try {
          answers.push(await run());
        } catch (error) {
          answers.push(() => refuse(error));
        }
      }
      try {
        await this.#commit();
        for (const answer of answers) answer();
      } catch (error) {
        for (const { refuse } of pieces) refuse(error);
      }
    }
    this.#busy = undefined;
  }
}
