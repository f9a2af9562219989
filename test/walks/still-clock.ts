import { VirtualClock } from "../../local/foundation/clock.ts";

/** A clock that only moves on command, so that a walk is reproducible. */
export class StillClock extends VirtualClock {
  readonly #start: number;

  constructor(start: string) {
    super();
    this.#start = Date.parse(start);
  }

  override now(): number {
    return this.#start + this.offset;
  }
}
