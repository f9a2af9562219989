import type { Dossier } from "./dossier.ts";
import type { Channel, ConnectedChannel, Connection } from "./facts.ts";

/** The channels of a connection, in the order in which they were reported. */
export const connectedChannels = (connection: Connection | undefined): Channel[] =>
  (connection?.channels ?? []).map(({ channel }) => channel);

/** The agreed channels that are not connected yet. */
export const channelsToConnect = ({
  intake,
  connection,
}: Pick<Dossier, "intake" | "connection">): Channel[] => {
  const connected = connectedChannels(connection);
  return (intake?.channels ?? []).filter((channel) => !connected.includes(channel));
};

/** The connection with another channel. */
export const withChannel = (connection: Connection | undefined, made: ConnectedChannel): Connection => ({
  channels: [...(connection?.channels ?? []).filter(({ channel }) => channel !== made.channel), made],
});
