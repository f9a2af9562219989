import { addMinutes } from "../../domain/calendar.ts";
import type { Clock, Sessions } from "../../domain/ports.ts";
import { keys } from "./keys.ts";
import { newSecret, timeToLive } from "./links.ts";
import { getItem } from "./read-items.ts";
import { type Table, translated } from "./table.ts";
import { seal, unseal } from "./sealed.ts";
import { erase, overwrite, update, writeAlone } from "./writes.ts";

/** Minutes without a request after which a session ends. */
const IDLE_MINUTES = 60;

export function createSessions(table: Table, now: Clock): Sessions {
  const hasEnded = async (subject: string, startedAt: string) => {
    const epoch = await getItem(table, keys.sessionEpoch(subject), "sessionEpoch");
    return epoch !== undefined && startedAt <= epoch.notBefore;
  };
  return {
    start: ({ expiresAt, refreshToken, ...session }) =>
      translated("session", async () => {
        const secret = newSecret();
        const startedAt = now().toISOString();
        const times = {
          ...{ startedAt, seenAt: startedAt, checkedAt: startedAt },
          goodUntil: expiresAt,
          expiresAt: timeToLive(expiresAt),
        };
        const sealedToken = refreshToken === undefined ? undefined : seal(refreshToken, secret);
        const item = { ...session, ...times, sealedToken, ...keys.session(secret) };
        await overwrite(table, "session", item, "fresh-secret");
        return secret;
      }),

    find: (secret) =>
      translated("session", async () => {
        const item = await getItem(table, keys.session(secret), "session");
        if (!item) return undefined;
        const { startedAt, goodUntil, sealedToken, ...session } = item;
        const { checkedAt = startedAt, seenAt = startedAt } = session;
        const isIdle = addMinutes(seenAt, IDLE_MINUTES) <= now().toISOString();
        if (isIdle || goodUntil <= now().toISOString()) return undefined;
        if (await hasEnded(session.subject, startedAt)) return undefined;
        const refreshToken = sealedToken === undefined ? undefined : unseal(sealedToken, secret);
        return { ...session, refreshToken, checkedAt, seenAt, expiresAt: goodUntil };
      }),

    keep: (secret, renewed) =>
      translated("session", async () => {
        const at = now().toISOString();
        const { refreshToken, name, roles } = renewed ?? {};
        const sealedToken = refreshToken === undefined ? undefined : seal(refreshToken, secret);
        const told = renewed ? { checkedAt: at, name, roles, sealedToken } : {};
        const set = Object.entries({ seenAt: at, ...told }).filter(([, value]) => value !== undefined);
        const change = update(table, keys.session(secret), {
          expression: `SET ${set.map(([field]) => `#${field} = :${field}`).join(", ")}`,
          condition: "attribute_exists(pk)",
          names: Object.fromEntries(set.map(([field]) => [`#${field}`, field])),
          values: Object.fromEntries(set.map(([field, value]) => [`:${field}`, value])),
        });
        await writeAlone(table, change, "holds-afterwards");
      }),

    hasEnded: (subject, startedAt) => translated("sessions", () => hasEnded(subject, startedAt)),

    end: (secret) => translated("session", () => erase(table, keys.session(secret))),

    endAll: (subject) =>
      translated("sessions", () => {
        const item = { ...keys.sessionEpoch(subject), notBefore: now().toISOString() };
        return overwrite(table, "sessionEpoch", item, "latest-is-true");
      }),
  };
}
