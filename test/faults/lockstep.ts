type Waiting = { milliseconds: number; goOn: () => void; stop: (error: unknown) => void };

export type Clockwork = {
  /** Moves the clock, and acts when everything has come to rest. */
  rest: (milliseconds: number) => Promise<void>;
  /** Only moves the clock. */
  move: (milliseconds: number) => Promise<void>;
};

/** Several actors, some at a time, who wait for each other before the clock moves for all. */
export class Lockstep {
  readonly #clockwork: Clockwork;
  #members = 0;
  #free: number;
  readonly #queue: (() => void)[] = [];
  #resting: Waiting[] = [];
  #pausing: Waiting[] = [];

  constructor(atOnce: number, clockwork: Clockwork) {
    this.#free = atOnce;
    this.#clockwork = clockwork;
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
      this.#goOnWhenAllWait();
    }
  }

  /** Ends an act: waits until all have ended theirs, the clock has moved and everything has come to rest. */
  async advance(milliseconds: number): Promise<void> {
    await this.#wait(this.#resting, milliseconds);
  }

  /** Lets time pass during an act, when all others have ended theirs or wait too. */
  async pause(milliseconds: number): Promise<void> {
    await this.#wait(this.#pausing, milliseconds);
  }

  async #wait(among: Waiting[], milliseconds: number): Promise<void> {
    const { promise, resolve: goOn, reject: stop } = Promise.withResolvers<void>();
    among.push({ milliseconds, goOn, stop });
    this.#release();
    this.#goOnWhenAllWait();
    try {
      await promise;
    } finally {
      await this.#acquire();
    }
  }

  #goOnWhenAllWait(): void {
    const { rest, move } = this.#clockwork;
    if (this.#resting.length + this.#pausing.length < this.#members) return;
    if (this.#pausing.length > 0) this.#pass(this.#pausing.splice(0), move);
    else if (this.#resting.length > 0) this.#pass(this.#resting.splice(0), rest);
  }

  #pass(waiting: Waiting[], pass: Clockwork["move"]): void {
    const longest = Math.max(...waiting.map(({ milliseconds }) => milliseconds));
    pass(longest).then(
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
