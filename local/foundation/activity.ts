/** Counts work in progress. The clock moves only when there is none. */
export class Activity {
  #running = 0;
  #started = 0;
  #waiting: (() => void)[] = [];

  /** Total number of started work items; shows whether any began while waiting for another. */
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

  /** Resolves when no work is in progress. */
  async idle(): Promise<void> {
    while (this.#running > 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
