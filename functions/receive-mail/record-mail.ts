import { type Instant, minutesBetween, toInstant } from "../domain/calendar.ts";
import { Conflict, shortCodeOf } from "../domain/errors.ts";
import type { Actor } from "../domain/people.ts";
import type { Clock } from "../domain/ports.ts";
import { receivedTexts } from "./texts.nl.ts";

/** Minutes after which the text of a note says when its mail came. */
const LATE_MINUTES = 15;

type Came = { id: string; at: Instant; by: Actor; text: string; quoted?: string | undefined };

/** A mail as a note. Its moment is that of the recording, because the log of an earlier day may be sealed. */
export function noteOf({ at: cameAt, text, ...mail }: Came, now: Clock): Came {
  const at = toInstant(now());
  const isLate = minutesBetween(cameAt, at) >= LATE_MINUTES;
  return { ...mail, at, text: isLate ? `${receivedTexts.cameAt(cameAt)}\n\n${text}` : text };
}

/** Records a mail under its own id. A note that is there stays, also when this attempt has another text. */
export async function recordOnce(record: () => Promise<unknown>): Promise<void> {
  try {
    await record();
  } catch (error) {
    if (!(error instanceof Conflict) || shortCodeOf(error) !== "NOTE_EXISTS") throw error;
  }
}
