import type { MiddlewareHandler } from "hono";
import { folded, withoutAround } from "../../domain/clean-text.ts";
import type { Addresses } from "./addresses.ts";
import { Refusal } from "./refusals.ts";

/** Maximum length of a path segment: ids and secrets are shorter, and a key of the table takes little more. */
const LONGEST_PART = 255;
/** A link with its secret, which has a fixed length, and anything appended to it by a chat program or a mail filter. */
const LINK = /^(\/(?:taak|dossier|bevestigen)\/[\w-]{43})(?:[\w-]*\/?|[*|&~].*)$/;
/** Characters in addresses of the site; no segment is "..". */
const OURS = /^(?:\/(?!\.\.)[\w.~-]+)+$/;

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/**
 * The intended address of a link as people copy it from a mail: folded over two lines, between brackets, with a full
 * stop, with hyphens changed by a word processor, or with the next word.
 */
export function tidied(path: string): string {
  const text = `/${withoutAround(folded(decoded(path)).slice(1))}`;
  const unfolded = text.replace(/=?[\r\n]+\s*/g, "").replace(/=3D|=$/gi, "");
  const [, link] = LINK.exec(unfolded.replace(/\s/g, "")) ?? [];
  return link ?? withoutAround(unfolded.replace(/\s.*$/, ""));
}

/** Redirects to the tidied address; refuses an invalid one. */
export const tidyAddress =
  ({ at, pathOf }: Addresses): MiddlewareHandler =>
  async (c, next) => {
    const path = pathOf(c.req.raw);
    if (path.split("/").some((part) => part.length > LONGEST_PART)) throw new Refusal("page-unknown");
    const tidy = tidied(path);
    const isReading = c.req.method === "GET" || c.req.method === "HEAD";
    if (!isReading || tidy === path || !OURS.test(tidy) || path.startsWith("/api/")) return next();
    return c.redirect(at(tidy) + new URL(c.req.url).search, 303);
  };
