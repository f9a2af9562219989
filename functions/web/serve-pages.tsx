import type { Context, Env, Hono } from "hono";
import type { Child } from "hono/jsx";
import { methodNotAllowed } from "hono/method-not-allowed";
import type { Addresses } from "./addresses.ts";
import { logFailure } from "./log-failure.ts";
import { refusedStatus } from "./refused-status.ts";
import { HeldByLimit, REFUSALS, refusalOf, type RefusalKind, RETRY_AFTER } from "./refusals.ts";
import { RefusalPage } from "./refusal-page.tsx";
import { wordsOf } from "./refusal-words.ts";
import { tidyAddress } from "./tidy-address.ts";
import { securityHeaders } from "./security-headers.ts";
import type { ShowTyped } from "./show-typed.tsx";

type Refuse = (c: Context, kind: RefusalKind, error?: Error) => Response | Promise<Response>;

type RefusalPages = {
  mailbox: string;
  home: string;
  waysOut?: Partial<Record<RefusalKind, (csrf: string | undefined) => Child>>;
  /** The token for a form of who asks. */
  csrfOf?: (c: Context) => string | undefined;
  showTyped: ShowTyped;
};

/**
 * A refusal as a page, with a way out of it where there is one, and what was posted in a form that posts it again; the
 * layout is the renderer that the app has set.
 */
export const refuseAsPage =
  ({ mailbox, home, waysOut = {}, csrfOf = () => undefined, showTyped }: RefusalPages): Refuse =>
  async (c, kind, error) => {
    const typed = await showTyped(c, kind);
    c.status(REFUSALS[kind]);
    const words = wordsOf(kind, error);
    const page = (
      <RefusalPage
        words={words}
        mailbox={mailbox}
        home={home}
        wayOut={waysOut[kind]?.(csrfOf(c))}
        typed={typed}
      />
    );
    return c.render(page, { title: words.title, hasProblems: typed !== undefined });
  };

/** What every app of the site has: security headers, and one place where an error becomes an answer. */
export function serveSafely<E extends Env>(app: Hono<E>, addresses: Addresses, refuse: Refuse) {
  app.use(securityHeaders);
  app.use(tidyAddress(addresses));
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: async (c, methods) => {
        const answer = await refuse(c, "method-unknown");
        answer.headers.set("allow", methods.join(", "));
        return answer;
      },
    }),
  );
  app.notFound((c) => refuse(c, "page-unknown"));
  app.onError(async (error, c) => {
    const kind = refusalOf(error);
    if (REFUSALS[kind] >= 500) logFailure(error);
    if (error instanceof HeldByLimit) refusedStatus(c, error.reasons, 409);
    const answer = await refuse(c, kind, error);
    if (kind === "retry-later") answer.headers.set("retry-after", RETRY_AFTER);
    return answer;
  });
}
