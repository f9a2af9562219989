import { randomBytes } from "node:crypto";
import { GetCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { Clock, Link, Links } from "../../domain/ports.ts";
import { keys } from "./keys.ts";
import { type Table, translated } from "./table.ts";
import { overwrite } from "./writes.ts";

const LinkItem = z.object({
  target: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("task"), dossierId: z.string(), taskId: z.string() }),
    z.object({ kind: z.literal("status"), dossierId: z.string() }),
    z.object({ kind: z.literal("confirmation"), requestId: z.string() }),
  ]),
  personId: z.string(),
  goodUntil: z.string(),
});

/** The attribute `expiresAt` is the table's TTL, in epoch seconds. */
export const timeToLive = (instant: string): number => Math.floor(Date.parse(instant) / 1000);

/** 256 random bits, as they stand in an address or a cookie. */
export const newSecret = (): string => randomBytes(32).toString("base64url");
/** What a secret looks like: anything else is not even looked up. */
const SECRET = /^[\w-]{43}$/;

export function createLinks(table: Table, now: Clock): Links {
  return {
    mint: (link: Link) =>
      translated("link", async () => {
        const secret = newSecret();
        const { target, personId, expiresAt } = link;
        const item = { target, personId, goodUntil: expiresAt, expiresAt: timeToLive(expiresAt) };
        await overwrite(table, { ...item, ...keys.link(secret) }, "fresh-secret");
        return secret;
      }),

    find: (secret) =>
      translated("link", async () => {
        if (!SECRET.test(secret)) return undefined;
        const { Item } = await table.client.send(
          new GetCommand({ TableName: table.name, Key: keys.link(secret), ConsistentRead: true }),
        );
        if (!Item) return undefined;
        const { target, personId, goodUntil } = LinkItem.parse(Item);
        return goodUntil <= now().toISOString() ? undefined : { target, personId, expiresAt: goodUntil };
      }),
  };
}
