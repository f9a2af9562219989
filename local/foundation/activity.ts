/** Counts the work under way, so that the clock moves on only when nothing is. */
export class Activity {
  #running = 0;
  #started = 0;
  #waiting: (() => void)[] = [];

  /** How much work was ever started: tells whether anything began while waiting for something else. */
  get started(): number {
    return this.#started;
  }

  async during<T>(work: () => Promise<T>): Promise<T> {
    this.#running++;
    this.#started++;
    try {
      return await work();
    } finally {
      this.#running--;
      if (this.#running === 0) for (const resolve of this.#waiting.splice(0)) resolve();
    }
  }

  /** Resolves once nothing is under way. */
  async idle(): Promise<void> {
    while (this.#running > 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
