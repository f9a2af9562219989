import { NamedFailure } from "../domain/errors.ts";

/**
 * Does what follows a write that stored a clock for it. A failure of ours is swallowed: follow-up repeats the act until it
 * succeeds, so the person who wrote need not see it.
 */
export async function leaveToFollowUp(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof NamedFailure)) throw error;
  }
}
