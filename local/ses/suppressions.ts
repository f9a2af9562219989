import { AwsError } from "../foundation/aws-error.ts";
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

  /** Refuses an address that is not on the list, as SES does. */
  remove(address: string): void {
    if (!this.has(address))
      throw new AwsError("NotFoundException", "Email address does not exist on your suppression list.", 404);
    this.#state.database.prepare("DELETE FROM suppressed WHERE address = ?").run(lower(address));
  }

  #find(address: string) {
    return this.#state.database.prepare("SELECT 1 FROM suppressed WHERE address = ?").get(lower(address));
  }
}

const lower = (address: string): string => address.toLowerCase();
