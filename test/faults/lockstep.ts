type Waiting = { milliseconds: number; goOn: () => void; stop: (error: unknown) => void };

/** Several that act at once, some at a time, and wait for each other before the clock is moved for all. */
export class Lockstep {
  readonly #move: (milliseconds: number) => Promise<void>;
  #members = 0;
  #free: number;
  readonly #queue: (() => void)[] = [];
  #waiting: Waiting[] = [];

  /** `move` moves the clock, and does what is to be done when everything has come to rest. */
  constructor(atOnce: number, move: (milliseconds: number) => Promise<void>) {
    this.#free = atOnce;
    this.#move = move;
  }

  /** Takes part until `act` ends. */
  async during(act: () => Promise<void>): Promise<void> {
    this.#members++;
    await this.#acquire();
    try {
      await act();
    } finally {
      this.#members--;
      this.#release();
      this.#moveWhenAllWait();
    }
  }

  /** Waits until all wait, and until the clock was moved. */
  async advance(milliseconds: number): Promise<void> {
    this.#release();
    const { promise, resolve: goOn, reject: stop } = Promise.withResolvers<void>();
    this.#waiting.push({ milliseconds, goOn, stop });
    this.#moveWhenAllWait();
    await promise.finally(() => this.#acquire());
  }

  #moveWhenAllWait(): void {
    if (this.#waiting.length === 0 || this.#waiting.length < this.#members) return;
    const waiting = this.#waiting;
    this.#waiting = [];
    const longest = Math.max(...waiting.map(({ milliseconds }) => milliseconds));
    this.#move(longest).then(
      () => waiting.forEach(({ goOn }) => goOn()),
      (error: unknown) => waiting.forEach(({ stop }) => stop(error)),
    );
  }

  async #acquire(): Promise<void> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>((resolve) => this.#queue.push(resolve));
  }

  #release(): void {
    const next = this.#queue.shift();
    if (next) next();
    else this.#free++;
  }
}
