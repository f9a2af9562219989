import type { Context, MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";
import { mustHaveRole } from "../http/must-have-role.ts";
import { readJson } from "../http/read-body.ts";
import { Refusal } from "../http/refusals.ts";
import type { AdminEnv, AdminSite } from "../team/admin-site.ts";
import { withRolesNow } from "../team/roles-now.ts";
import { AnyFields } from "./inputs.ts";
import { BASE, keyOf, type Operation } from "./operation.ts";

/**
 * Requires a valid token with a permitted role for every operation of the API. Cookies are ignored. An operation that
 * creates or sends something also needs a key.
 */
export function guardApi(site: AdminSite, operations: readonly Operation[]): MiddlewareHandler<AdminEnv> {
  const byRoute = new Map(operations.map((one) => [keyOf({ ...one, path: BASE + one.path }), one]));
  return async (c, next) => {
    const route = matchedRoutes(c).find(({ method }) => method !== "ALL");
    const asked = route && byRoute.get(keyOf(route));
    if (route && !asked) throw new Refusal("no-role");
    if (asked && asked.who !== "anyone") {
      const caller = await callerOf(c, site);
      mustHaveRole(asked.who, caller);
      c.set("caller", caller);
    }
    if (asked?.makes) await mustHaveKey(c, asked.makes);
    await next();
  };
}

async function callerOf(c: Context, site: AdminSite) {
  const [, token] = /^Bearer ([\w.~+/-]+=*)$/i.exec(c.req.header("authorization") ?? "") ?? [];
  if (token === undefined) throw new Refusal("sign-in");
  const { issuedAt, ...verified } = await site.verifyBearer(token);
  // After the team ended somebody's sessions, older tokens are refused too.
  if (issuedAt && (await site.sessions.hasEnded(verified.subject, issuedAt))) throw new Refusal("sign-in");
  return withRolesNow(site, verified);
}

/**
 * An operation that creates or sends something needs an `Idempotency-Key`, or an id in its body where it has one, so
 * that a client can retry it after a lost answer. Other operations change existing data, which is idempotent.
 */
async function mustHaveKey(c: Context, makes: true | "by-id"): Promise<void> {
  if (c.req.header("idempotency-key")) return;
  const { id } = makes === "by-id" ? (AnyFields.safeParse(await readJson(c)).data ?? {}) : {};
  if (id === undefined) throw new Refusal("key-missing");
}
