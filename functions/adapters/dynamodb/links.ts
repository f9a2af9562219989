import { randomBytes } from "node:crypto";
import type { Clock, FoundLink, Link, Links } from "../../domain/ports.ts";
import { keys, sha256 } from "./keys.ts";
import { getItem } from "./read-items.ts";
import { type Table, translated } from "./table.ts";
import { overwrite } from "./writes.ts";

/** Salted with the secret, which is never stored, so the address cannot be found from its hash. */
const hashOf = (secret: string, address: string) => sha256(`${secret}/${address.toLowerCase()}`);

/** The attribute `expiresAt` is the table's TTL, in epoch seconds. */
export const timeToLive = (instant: string): number => Math.floor(Date.parse(instant) / 1000);

/** 256 random bits for an address or a cookie. */
export const newSecret = (): string => randomBytes(32).toString("base64url");
/** Format of a secret: other values are not looked up. */
const SECRET = /^([\w-]{43}|[0-9a-f]{40})$/;
/** 160 random bits for an address of mail, of which some programs change the case. */
const newLocalPart = (): string => randomBytes(20).toString("hex");

/** Whether the link was mailed to this address. A link from before addresses were stored matches any address. */
export const isMailedTo = ({ addressHash }: FoundLink, secret: string, address: string): boolean =>
  addressHash === undefined || addressHash === hashOf(secret, address);

export function createLinks(table: Table, now: Clock): Links {
  return {
    mint: (link: Link) =>
      translated("link", async () => {
        const secret = link.target.kind === "reply" ? newLocalPart() : newSecret();
        const { target, personId, mailedTo, expiresAt } = link;
        const addressHash = mailedTo === undefined ? undefined : hashOf(secret, mailedTo);
        const times = { goodUntil: expiresAt, expiresAt: timeToLive(expiresAt) };
        const item = { target, personId, addressHash, ...times };
        await overwrite(table, "link", { ...item, ...keys.link(secret) }, "fresh-secret");
        return secret;
      }),

    find: (secret, even) =>
      translated("link", async () => {
        if (!SECRET.test(secret)) return undefined;
        const item = await getItem(table, keys.link(secret), "link");
        if (!item) return undefined;
        const { target, personId, addressHash, goodUntil } = item;
        if (even === undefined && goodUntil <= now().toISOString()) return undefined;
        const link = { target, personId, expiresAt: goodUntil };
        return addressHash === undefined ? link : { ...link, addressHash };
      }),
  };
}
