import type { Pause } from "../domain/ports.ts";
import { untilNoConflict } from "../domain/until-no-conflict.ts";

/** A mail brings up to twenty files at the same moment. */
const ATTEMPTS = 12;
const PAUSE_MILLISECONDS = 150;

/**
 * Optimistic locking: files of one dossier that arrive, or whose check ends, at the same moment are recorded one by one.
 * The loser waits for a random while, re-reads and retries.
 */
export const oneByOne = <Result>(act: () => Promise<Result>, pause: Pause): Promise<Result> =>
  untilNoConflict(act, {
    attempts: ATTEMPTS,
    pause: (attempt) => pause(Math.random() * attempt * PAUSE_MILLISECONDS),
  });
