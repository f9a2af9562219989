import type { Pause } from "../../domain/ports.ts";

/** A page answers within the 29 seconds of API Gateway, with room for slow reads. */
const LOOK_AGAIN_MS = 750;
const MOST_LOOKS = 12;

/** Looks again until something is there, for some seconds: a page waits by itself, without scripts. */
export async function lookUntil<Found>(
  pause: Pause,
  look: () => Promise<Found | undefined>,
): Promise<Found | undefined> {
  for (let looks = 1; ; looks++) {
    const found = await look();
    if (found !== undefined || looks === MOST_LOOKS) return found;
    await pause(LOOK_AGAIN_MS);
  }
}
