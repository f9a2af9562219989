import { NamedFailure } from "../domain/errors.ts";

/**
 * What follows a write that is stored with a clock: tried at once, and repeated by follow-up until it succeeds. So its
 * failure is follow-up's to deal with, never the person's to see.
 */
export async function storedFirst(follow: () => Promise<void>): Promise<void> {
  try {
    await follow();
  } catch (error) {
    if (!(error instanceof NamedFailure)) throw error;
  }
}
