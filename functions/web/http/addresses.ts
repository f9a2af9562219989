import { getPath } from "hono/utils/url";

/**
 * Addresses of the site. Each starts at the base path of the public address: a stage of API Gateway or the prefix of a
 * larger site stands before our paths, and is part of a request's path in some set-ups and not in others.
 */
export function createAddresses(publicUrl: string) {
  const { origin, protocol, pathname } = new URL(publicUrl);
  const base = pathname.replace(/\/$/, "");
  return {
    origin,
    isSecure: protocol === "https:",
    /** As it stands in a link, a form, a redirect or the path of a cookie. */
    at: (path: string): string => (base + path === "" ? "/" : base + path),
    /** In full, for who comes from elsewhere. */
    absolute: (path: string): string => origin + base + path,
    /** Path of a request as the routes know it. */
    pathOf: (request: Request): string => {
      const path = getPath(request);
      return base !== "" && (path === base || path.startsWith(`${base}/`))
        ? path.slice(base.length) || "/"
        : path;
    },
  };
}
export type Addresses = ReturnType<typeof createAddresses>;
