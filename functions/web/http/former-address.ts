import type { MiddlewareHandler } from "hono";
import type { Addresses } from "./addresses.ts";

/**
 * Redirects from an earlier address of the site to the current one, so that links that were mailed before a switch of
 * the domain keep working. The API is served at both: a client drops its token at such a redirect.
 */
export const fromFormerAddress =
  ({ absolute, pathOf, formerHosts }: Addresses): MiddlewareHandler =>
  async (c, next) => {
    const { host, search } = new URL(c.req.url);
    const path = pathOf(c.req.raw);
    const isReading = c.req.method === "GET" || c.req.method === "HEAD";
    if (!isReading || !formerHosts.includes(host) || path.startsWith("/api/")) return next();
    return c.redirect(absolute(path) + search, 308);
  };
