import { VirtualClock } from "../../local/foundation/clock.ts";

/** A clock that stands still until it is moved, so that a walk is the same each time it is walked. */
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
