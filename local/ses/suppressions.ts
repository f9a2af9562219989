import type { State } from "../foundation/state.ts";

/** The suppression list of the account: addresses to which SES accepts mail and sends none. */
export class Suppressions {
  readonly #state: State;

  constructor(state: State) {
    this.#state = state;
  }

  has(address: string): boolean {
    return this.#find(address) !== undefined;
  }

  add(address: string): void {
    this.#state.database
      .prepare("INSERT OR REPLACE INTO suppressed (address) VALUES (?)")
      .run(lower(address));
  }

  /** Undefined where the address is not on the list. */
  remove(address: string): string | undefined {
    if (!this.has(address)) return undefined;
    this.#state.database.prepare("DELETE FROM suppressed WHERE address = ?").run(lower(address));
    return address;
  }

  #find(address: string) {
    return this.#state.database.prepare("SELECT 1 FROM suppressed WHERE address = ?").get(lower(address));
  }
}

const lower = (address: string): string => address.toLowerCase();
