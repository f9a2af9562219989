import type { Dossier } from "../domain/dossier.ts";
import type { Channel } from "../domain/facts.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";

/**
 * PROTOCOL-16: a protocol names no channel that was not asked in the intake, since the intake and the DPIA were judged on
 * those. It may name fewer.
 * Source: domain, "Protocol", the LED's own rule; e-gov decree of 18/07/2008, art. 8 (form of the communication).
 */
export function channelsWereAssessed(
  { intake }: Pick<Dossier, "intake">,
  channels: readonly Channel[],
): Verdict {
  return channels.every((channel) => intake?.channels.includes(channel))
    ? allowed
    : refused(
        "PROTOCOL-16",
        "Dit kanaal vroeg je niet in de intake. Kies een kanaal van de intake, of vraag ons om de intake opnieuw te openen.",
        "channels",
      );
}
