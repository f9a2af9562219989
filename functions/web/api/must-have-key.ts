import type { MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";
import type { AdminEnv } from "../team/admin-site.ts";
import { readJson } from "../http/read-body.ts";
import { Refusal } from "../http/refusals.ts";
import { AnyFields } from "./inputs.ts";
import { OPERATIONS } from "./operations.ts";

/**
 * An operation that makes or sends something must say which one it means, so that a caller who heard no answer can send it
 * again: by an `Idempotency-Key`, or by an id in its body where it has one. Whatever else is posted changes what is there,
 * which can be done once only.
 */
export const mustHaveKey: MiddlewareHandler<AdminEnv> = async (c, next) => {
  const route = matchedRoutes(c).find(({ method }) => method !== "ALL");
  const { makes } = OPERATIONS[`${route?.method} ${route?.path.replace("/api/admin/v1", "")}`] ?? {};
  if (makes && !c.req.header("idempotency-key")) {
    const { id } = makes === "by-id" ? (AnyFields.safeParse(await readJson(c)).data ?? {}) : {};
    if (id === undefined) throw new Refusal("key-missing");
  }
  await next();
};
