import { connectedChannels } from "../domain/connected-channels.ts";
import type { Dossier } from "../domain/dossier.ts";
import type { Channel } from "../domain/facts.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";

/**
 * MAGDA-01: only a channel that the intake and the protocol name is put into use, and each is reported once.
 * Source: the process, SubmitIntake and SubmitProtocol; e-gov decree, art. 8 (element 13: format and access).
 */
export function channelIsToConnect(
  { intake, connection }: Pick<Dossier, "intake" | "connection">,
  channel: Channel,
): Verdict {
  if (!(intake?.channels ?? []).includes(channel))
    return refused(
      "MAGDA-01",
      "Dit kanaal staat niet in je intake en je protocol. Kies een kanaal dat daarin staat.",
      "channel",
    );
  return connectedChannels(connection).includes(channel)
    ? refused("MAGDA-01", "Je meldde al dat dit kanaal aangesloten is. Kies het andere.", "channel")
    : allowed;
}
