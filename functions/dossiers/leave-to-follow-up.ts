import { NamedFailure } from "../domain/errors.ts";

/**
 * Runs an act after a write that stored a clock for it. A technical failure is swallowed: follow-up repeats the act
 * until it succeeds, so the person need not see the failure.
 */
export async function leaveToFollowUp(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof NamedFailure)) throw error;
  }
}
