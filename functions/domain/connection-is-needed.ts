import { connectedChannels } from "./connected-channels.ts";
import { type Dossier, laterPassOf } from "./dossier.ts";

/**
 * MAGDA-03: the use starts with the first agreed channel that is connected; the others are asked beside it. So a renewal
 * or an amendment waits for a connection only while none of its channels is connected.
 * Source: the process, ConnectMagda; MAGDA: a connection is made per channel.
 */
export function connectionIsNeeded({
  request,
  intake,
  connection,
}: Pick<Dossier, "request" | "intake" | "connection">): boolean {
  if (!laterPassOf({ request }) || !connection) return true;
  const connected = connectedChannels(connection);
  return !(intake?.channels ?? []).some((channel) => connected.includes(channel));
}
