import { getPath } from "hono/utils/url";

/**
 * Addresses of the site. Each starts with the base path of the public address: a stage of API Gateway, or the prefix of
 * a larger site. Some set-ups include the base path in the path of a request, others do not.
 */
export function createAddresses(publicUrl: string, formerHosts: readonly string[] = []) {
  const { origin, protocol, pathname } = new URL(publicUrl);
  const base = pathname.replace(/\/$/, "");
  return {
    origin,
    /** Hosts of earlier addresses. */
    formerHosts,
    isSecure: protocol === "https:",
    /** For a link, a form, a redirect or the path of a cookie. */
    at: (path: string): string => (base + path === "" ? "/" : base + path),
    /** Absolute address, for use outside the site. */
    absolute: (path: string): string => origin + base + path,
    /** Path of a request without the base path. */
    pathOf: (request: Request): string => {
      const path = getPath(request);
      return base !== "" && (path === base || path.startsWith(`${base}/`))
        ? path.slice(base.length) || "/"
        : path;
    },
  };
}
export type Addresses = ReturnType<typeof createAddresses>;
