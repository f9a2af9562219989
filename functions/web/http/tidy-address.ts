import type { MiddlewareHandler } from "hono";
import { folded, withoutAround } from "../../domain/clean-text.ts";
import type { Addresses } from "./addresses.ts";
import { Refusal } from "./refusals.ts";

/** Longest part of a path: no id or secret of ours is longer, and a key of the table takes little more. */
const LONGEST_PART = 255;
/** A link with its secret, as long as that is, and whatever came along with it: signs of a chat, what a mail filter added. */
const LINK = /^(\/(?:taak|dossier|bevestigen)\/[\w-]{43})(?:[\w-]*\/?|[*|&~].*)$/;
/** What our addresses are made of; none goes up. */
const OURS = /^(?:\/(?!\.\.)[\w.~-]+)+$/;

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/**
 * The address that a link meant, as people copy it from a mail: folded over two lines, between brackets, with the full stop
 * of its sentence, with what a word processor made of its hyphens, with the word that followed.
 */
export function tidied(path: string): string {
  const text = `/${withoutAround(folded(decoded(path)).slice(1))}`;
  const unfolded = text.replace(/=?[\r\n]+\s*/g, "").replace(/=3D|=$/gi, "");
  const [, link] = LINK.exec(unfolded.replace(/\s/g, "")) ?? [];
  return link ?? withoutAround(unfolded.replace(/\s.*$/, ""));
}

/** Sends a reader on from an address with something around it to the address itself; refuses one that is no address. */
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
