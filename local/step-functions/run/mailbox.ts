import type { Activity } from "../../foundation/activity.ts";

/** A piece of work: `do` returns a function that reports the result, `refuse` reports an error. */
type Piece = { do: () => Promise<() => void>; refuse: (error: unknown) => void };

/** Performs work one piece at a time. Pieces that arrive meanwhile share one commit, and are answered after it. */
export class Mailbox {
  readonly #activity: Activity;
  readonly #goOn: () => void | Promise<void>;
  readonly #commit: () => void | Promise<void>;
  readonly #pieces: Piece[] = [];
  #busy: Promise<void> | undefined;

  /** `goOn` follows each piece of work; `commit` ends each group. */
  constructor(activity: Activity, goOn: () => void | Promise<void>, commit: () => void | Promise<void>) {
    this.#activity = activity;
    this.#goOn = goOn;
    this.#commit = commit;
  }

  /** Throws the error of the work, or of the commit. */
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

  /** Resolves when no work is in progress. */
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
