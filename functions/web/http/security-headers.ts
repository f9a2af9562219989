import type { MiddlewareHandler } from "hono";

const policy = (formTargets: string[]) =>
  [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "connect-src 'self'",
    "img-src 'self'",
    `form-action ${["'self'", ...formTargets].join(" ")}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");

/** Permitted targets of the page's forms beside the site: the bucket for uploads, and the issuer for signing out. */
export const allowFormsTo = (...addresses: (string | undefined)[]): string =>
  policy(addresses.flatMap((address) => (address === undefined ? [] : [new URL(address).origin])));

/** Headers of every answer, API Gateway's own included (infra/constructs/gateway-answers.ts). */
export const SECURITY_HEADERS = {
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "strict-transport-security": "max-age=31536000; includeSubDomains",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
} as const;

/**
 * Headers of every answer. A page runs only the script of the site, no Referer contains the secret of a link, and nothing
 * is cached unless the answer allows it.
 */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  const { headers } = c.res;
  const given = headers.get("content-security-policy");
  headers.set("content-security-policy", given ?? policy([]));
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) headers.set(name, value);
  if (!headers.has("cache-control")) headers.set("cache-control", "no-store");
};
