import type { Dossier } from "./dossier.ts";

/**
 * MAGDA-03: a renewal or an amendment needs a connection only for a channel that is not connected yet.
 * Source: the process, ConnectMagda; MAGDA: a connection is made per channel.
 */
export function connectionIsNeeded({
  laterPass,
  intake,
  connection,
}: Pick<Dossier, "laterPass" | "intake" | "connection">): boolean {
  if (!laterPass || !connection) return true;
  return (intake?.channels ?? []).some((channel) => !connection.channels.includes(channel));
}
