import type { MiddlewareHandler } from "hono";
import { Refusal } from "../http/refusals.ts";
import type { AdminEnv, AdminSite } from "../team/admin-site.ts";
import { withRolesNow } from "../team/roles-now.ts";
import { mustHaveRole, permissionOf } from "../admin/guard.tsx";

/** Only who brings a good token with the role gets at the API. Cookies count for nothing here. */
export function guardApi(site: AdminSite): MiddlewareHandler<AdminEnv> {
  return async (c, next) => {
    const permission = permissionOf(c);
    if (permission === undefined || permission === "anyone") return next();
    const [, token] = /^Bearer ([\w.~+/-]+=*)$/i.exec(c.req.header("authorization") ?? "") ?? [];
    if (token === undefined) throw new Refusal("sign-in");
    const { issuedAt, ...verified } = await site.verifyBearer(token);
    // Whose sessions the team ended needs a fresh token as well.
    if (issuedAt && (await site.sessions.hasEnded(verified.subject, issuedAt))) throw new Refusal("sign-in");
    const caller = await withRolesNow(site, verified);
    mustHaveRole(permission, caller);
    c.set("caller", caller);
    await next();
  };
}
