import type { MiddlewareHandler } from "hono";

const policy = (formTargets: string[]) =>
  [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    `form-action ${["'self'", ...formTargets].join(" ")}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");

/** Where a page's forms may lead to, apart from the site: the bucket that it uploads to, the issuer that signs out. */
export const allowFormsTo = (...addresses: (string | undefined)[]): string =>
  policy(addresses.flatMap((address) => (address === undefined ? [] : [new URL(address).origin])));

/**
 * On every answer. No script runs on any page, a link's secret goes to nobody through the Referer, and what is about a
 * person is kept by no cache; what may be cached says so itself.
 */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  const { headers } = c.res;
  const given = headers.get("content-security-policy");
  headers.set("content-security-policy", given ?? policy([]));
  headers.set("referrer-policy", "no-referrer");
  headers.set("x-content-type-options", "nosniff");
  headers.set("x-frame-options", "DENY");
  headers.set("strict-transport-security", "max-age=31536000; includeSubDomains");
  headers.set("cross-origin-opener-policy", "same-origin");
  headers.set("permissions-policy", "camera=(), geolocation=(), microphone=()");
  if (!headers.has("cache-control")) headers.set("cache-control", "no-store");
};
