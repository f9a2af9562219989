import { GetCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { Role } from "../../domain/people.ts";
import type { Clock, Sessions } from "../../domain/ports.ts";
import { keys } from "./keys.ts";
import { newSecret, timeToLive } from "./links.ts";
import { type Table, translated } from "./table.ts";
import { erase, overwrite } from "./writes.ts";

const SessionItem = z.object({
  subject: z.string(),
  name: z.string(),
  roles: z.array(Role),
  csrf: z.string(),
  startedAt: z.string(),
  goodUntil: z.string(),
});
const Epoch = z.object({ notBefore: z.string() });

export function createSessions(table: Table, now: Clock): Sessions {
  const { client, name: TableName } = table;
  return {
    start: ({ expiresAt, ...session }) =>
      translated("session", async () => {
        const secret = newSecret();
        const times = {
          startedAt: now().toISOString(),
          goodUntil: expiresAt,
          expiresAt: timeToLive(expiresAt),
        };
        await overwrite(table, { ...session, ...times, ...keys.session(secret) }, "fresh-secret");
        return secret;
      }),

    find: (secret) =>
      translated("session", async () => {
        const { Item } = await client.send(
          new GetCommand({ TableName, Key: keys.session(secret), ConsistentRead: true }),
        );
        if (!Item) return undefined;
        const { startedAt, goodUntil, ...session } = SessionItem.parse(Item);
        if (goodUntil <= now().toISOString()) return undefined;
        const epoch = await client.send(
          new GetCommand({ TableName, Key: keys.sessionEpoch(session.subject), ConsistentRead: true }),
        );
        if (epoch.Item && startedAt <= Epoch.parse(epoch.Item).notBefore) return undefined;
        return { ...session, expiresAt: goodUntil };
      }),

    end: (secret) => translated("session", () => erase(table, keys.session(secret))),

    endAll: (subject) =>
      translated("sessions", () => {
        const item = { ...keys.sessionEpoch(subject), notBefore: now().toISOString() };
        return overwrite(table, item, "latest-is-true");
      }),
  };
}
