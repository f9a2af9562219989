import { type Dossier, laterPassOf } from "./dossier.ts";

/**
 * MAGDA-03: a renewal or an amendment needs a connection only for a channel that is not connected yet.
 * Source: the process, ConnectMagda; MAGDA: a connection is made per channel.
 */
export function connectionIsNeeded({
  request,
  intake,
  connection,
}: Pick<Dossier, "request" | "intake" | "connection">): boolean {
  if (!laterPassOf({ request }) || !connection) return true;
  return (intake?.channels ?? []).some((channel) => !connection.channels.includes(channel));
}
