import { Conflict } from "./errors.ts";

/**
 * Optimistic locking: the loser of a write re-reads and re-evaluates. `act` reads, decides and writes. It is retried on
 * a conflict, at most `attempts` times in total.
 */
export async function untilNoConflict<Result>(
  act: () => Promise<Result>,
  { attempts = 5, pause }: { attempts?: number; pause?: (attempt: number) => Promise<unknown> } = {},
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof Conflict) || attempt === attempts) throw error;
      await pause?.(attempt);
    }
  }
}
