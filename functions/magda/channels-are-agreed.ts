import type { Dossier } from "../domain/dossier.ts";
import type { Channel } from "../domain/facts.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";

/**
 * MAGDA-01: only channels that the intake and the protocol name are put into use.
 * Source: the process, SubmitIntake and SubmitProtocol; e-gov decree, art. 8 (element 13: format and access).
 */
export function channelsAreAgreed(
  { intake }: Pick<Dossier, "intake">,
  channels: readonly Channel[],
): Verdict {
  const agreed = intake?.channels ?? [];
  return channels.every((channel) => agreed.includes(channel))
    ? allowed
    : refused(
        "MAGDA-01",
        "Dit kanaal staat niet in je intake en je protocol. Kies alleen wat daarin staat.",
        "channels",
      );
}
