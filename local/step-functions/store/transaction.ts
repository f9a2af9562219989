import type { DatabaseSync, StatementSync } from "node:sqlite";

type Open = { promise: Promise<void>; resolve: () => void; reject: (error: unknown) => void };

/** Combines writes of one turn of the event loop into one transaction. */
export class Transaction {
  readonly #database: DatabaseSync;
  readonly #beginning: StatementSync;
  readonly #commit: StatementSync;
  #open: Open | undefined;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#beginning = database.prepare("BEGIN");
    this.#commit = database.prepare("COMMIT");
  }

  /**
   * Performs the writes; resolves after their commit. When one fails, all writes of the transaction are rolled back and
   * rejected.
   */
  add(write: () => void): Promise<void> {
    const open = this.#open ?? this.#begin();
    try {
      write();
    } catch (error) {
      this.#undo(open, error);
    }
    return open.promise;
  }

  /** Commits the writes so far. */
  end(): void {
    const open = this.#open;
    if (!open) return;
    try {
      this.#commit.run();
      this.#open = undefined;
      open.resolve();
    } catch (error) {
      this.#undo(open, error);
    }
  }

  #begin(): Open {
    this.#beginning.run();
    const open = Promise.withResolvers<void>();
    this.#open = open;
    setImmediate(() => {
      if (this.#open === open) this.end();
    });
    return open;
  }

  #undo(open: Open, error: unknown): void {
    this.#open = undefined;
    // A full or broken disk may have rolled back already.
    if (this.#database.isTransaction) this.#database.exec("ROLLBACK");
    open.reject(error);
  }
}
