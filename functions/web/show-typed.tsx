import type { Context } from "hono";
import type { Child } from "hono/jsx";
import type { Addresses } from "./addresses.ts";
import { createFindForm } from "./form/known-forms.ts";
import { TypedForm } from "./form/typed-form.tsx";
import { readForm } from "./read-body.ts";
import type { RefusalKind } from "./refusals.ts";
import type { Definitions } from "./task/task-sight.ts";

/**
 * Whether a post comes from a page of ours, as far as the browser says: in Sec-Fetch-Site, older ones in Origin, which our
 * referrer policy makes "null".
 */
export function isFromElsewhere(c: Context, origin: string): boolean {
  const site = c.req.header("sec-fetch-site");
  const from = c.req.header("origin");
  return site === undefined
    ? from !== undefined && from !== "null" && from !== origin
    : site !== "same-origin";
}

/** Refusals after which the same form can be posted again, or after which its words are worth keeping. */
const AGAIN: readonly RefusalKind[] = [
  "sign-in",
  "no-role",
  "form-expired",
  "link-unknown",
  "page-unknown",
  "conflict",
  "too-often",
  "form-reused",
  "failure",
  "retry-later",
];

/** Shows what was posted again, beside the refusal; undefined where nothing was, or not by a page of ours. */
export type ShowTyped = (c: Context, kind: RefusalKind) => Promise<Child | undefined>;

export function createShowTyped(
  addresses: Addresses,
  definitions: Definitions,
  csrfOf: (c: Context) => string | undefined = () => undefined,
): ShowTyped {
  const findForm = createFindForm(definitions);
  return async (c, kind) => {
    if (c.req.method !== "POST" || !AGAIN.includes(kind) || isFromElsewhere(c, addresses.origin))
      return undefined;
    // A body that is no form of ours has nothing to show.
    const posted = await readForm(c).catch(() => undefined);
    if (!posted || [...posted].every(([name]) => name === "csrf")) return undefined;
    const fields = findForm([...posted.keys()]);
    const to = addresses.at(addresses.pathOf(c.req.raw));
    return (
      <TypedForm
        posted={posted}
        to={to}
        fields={fields}
        csrf={csrfOf(c) ?? posted.get("csrf") ?? undefined}
      />
    );
  };
}
