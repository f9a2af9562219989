import type { Context, Env, Hono } from "hono";
import type { Child } from "hono/jsx";
import { methodNotAllowed } from "hono/method-not-allowed";
import { logFailure } from "./log-failure.ts";
import { FormReused, REFUSALS, refusalOf, type RefusalKind, RETRY_AFTER } from "./refusals.ts";
import { RefusalPage } from "./refusal-page.tsx";
import { wordsOf } from "./refusal-words.ts";
import { SendAgain } from "./send-again.tsx";
import { securityHeaders } from "./security-headers.ts";

type Refuse = (c: Context, kind: RefusalKind, error?: Error) => Response | Promise<Response>;

/** A refusal as a page, with a way out of it where there is one; the layout is the renderer that the app has set. */
export const refuseAsPage =
  (mailbox: string, home: string, waysOut: Partial<Record<RefusalKind, Child>> = {}): Refuse =>
  (c, kind, error) => {
    c.status(REFUSALS[kind]);
    const words = wordsOf(kind, error);
    const wayOut = error instanceof FormReused ? <SendAgain entries={error.entries} /> : waysOut[kind];
    const page = <RefusalPage words={words} mailbox={mailbox} home={home} wayOut={wayOut} />;
    return c.render(page, { title: words.title });
  };

/** What every app of the site has: security headers, and one place where an error becomes an answer. */
export function serveSafely<E extends Env>(app: Hono<E>, refuse: Refuse) {
  app.use(securityHeaders);
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
    const answer = await refuse(c, kind, error);
    if (kind === "retry-later") answer.headers.set("retry-after", RETRY_AFTER);
    return answer;
  });
}
