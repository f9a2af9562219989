/** The clock of the local cloud: real time plus an offset that can jump forward. Times are in epoch milliseconds. */
export interface Clock {
  now(): number;
  /** Runs `run` when the clock reaches `time`, by itself or by being moved. */
  at(time: number, run: () => void | Promise<void>): Timer;
}

export interface Timer {
  cancel(): void;
}

type Entry = { time: number; order: number; run: () => void | Promise<void> };

const inOrder = (one: Entry, other: Entry) => one.time - other.time || one.order - other.order;

/** Maximum delay of setTimeout. */
const LONGEST_DELAY = 2 ** 31 - 1;

export class VirtualClock implements Clock {
  #offset: number;
  #entries = new Set<Entry>();
  #order = 0;
  #wake: NodeJS.Timeout | undefined;
  #movingTo: number | undefined;
  #moves: Promise<void> = Promise.resolve();
  readonly #together: number;
  /** Resolves when all work has finished; awaited between two timers while the clock is moved. */
  settled: () => Promise<void> = () => Promise.resolve();
  /** Called after each jump, with the new offset from real time in milliseconds. */
  onOffset: (offset: number) => void = () => undefined;

  /**
   * While the clock is moved, timers at most `together` milliseconds apart run concurrently, at the time of the last.
   */
  constructor(offset = 0, { together = 0 } = {}) {
    this.#offset = offset;
    this.#together = together;
  }

  get offset(): number {
    return this.#offset;
  }

  /** The target time while the clock is moved; undefined while it follows real time. */
  get movingTo(): number | undefined {
    return this.#movingTo;
  }

  now(): number {
    return Date.now() + this.#offset;
  }

  at(time: number, run: () => void | Promise<void>): Timer {
    const entry = { time, order: this.#order++, run };
    this.#entries.add(entry);
    this.#arm();
    return {
      cancel: () => {
        this.#entries.delete(entry);
        this.#arm();
      },
    };
  }

  /**
   * Moves the clock forward and runs due timers in order, each at its own time. Concurrent moves wait for each other.
   */
  advance(milliseconds: number): Promise<void> {
    const move = this.#moves.then(() => this.#move(milliseconds));
    this.#moves = move.catch(() => undefined);
    return move;
  }

  async #move(milliseconds: number): Promise<void> {
    const target = this.now() + milliseconds;
    this.#movingTo = target;
    try {
      await this.settled();
      for (let next = this.#next(); next && next.time <= target; next = this.#next()) {
        const due = this.#until(Math.min(next.time + this.#together, target));
        this.#jumpTo(due.at(-1)?.time ?? next.time);
        for (const entry of due) this.#entries.delete(entry);
        await Promise.all(due.map(async ({ run }) => run()));
        await this.settled();
      }
      this.#jumpTo(target);
    } finally {
      this.#movingTo = undefined;
      this.#arm();
    }
  }

  stop(): void {
    this.#entries.clear();
    clearTimeout(this.#wake);
  }

  #jumpTo(time: number): void {
    const ahead = time - this.now();
    if (ahead <= 0) return;
    this.#offset += ahead;
    this.onOffset(this.#offset);
  }

  #next(): Entry | undefined {
    let first: Entry | undefined;
    for (const entry of this.#entries) if (!first || inOrder(entry, first) < 0) first = entry;
    return first;
  }

  #until(time: number): Entry[] {
    return [...this.#entries].filter((entry) => entry.time <= time).sort(inOrder);
  }

  #arm(): void {
    clearTimeout(this.#wake);
    const next = this.#next();
    if (!next || this.#movingTo !== undefined) return;
    this.#wake = setTimeout(
      () => void this.#runDue(),
      Math.min(Math.max(0, next.time - this.now()), LONGEST_DELAY),
    );
  }

  async #runDue(): Promise<void> {
    for (
      let next = this.#next();
      next && next.time <= this.now() && this.#movingTo === undefined;
      next = this.#next()
    ) {
      this.#entries.delete(next);
      await next.run();
    }
    this.#arm();
  }
}
