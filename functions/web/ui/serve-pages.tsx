import type { Context, Env, Hono } from "hono";
import type { Child } from "hono/jsx";
import { methodNotAllowed } from "hono/method-not-allowed";
import { fromFormerAddress } from "../http/former-address.ts";
import { logFailure } from "../http/log-failure.ts";
import { refusedStatus } from "../http/refused-status.ts";
import { HeldByLimit, REFUSALS, refusalOf, type RefusalKind, RETRY_AFTER } from "../http/refusals.ts";
import { RefusalPage } from "./refusal-page.tsx";
import { wordsOf } from "./refusal-words.ts";
import { tidyAddress } from "../http/tidy-address.ts";
import { securityHeaders } from "../http/security-headers.ts";
import { pageOf, showsTyped } from "./show-typed.tsx";

type Refuse = (c: Context, kind: RefusalKind, error?: Error) => Response | Promise<Response>;

type RefusalPages = {
  mailbox: string;
  home: string;
  waysOut?: Partial<Record<RefusalKind, (csrf: string | undefined) => Child>>;
  /** Token for a form of the caller. */
  csrfOf?: (c: Context) => string | undefined;
};

/** Shows a refusal as a page, with links where possible. The app sets the layout as renderer. */
export const refuseAsPage =
  ({ mailbox, home, waysOut = {}, csrfOf = () => undefined }: RefusalPages): Refuse =>
  (c, kind, error) => {
    c.status(REFUSALS[kind]);
    const words = wordsOf(kind, error);
    const page = (
      <RefusalPage words={words} mailbox={mailbox} home={home} wayOut={waysOut[kind]?.(csrfOf(c))} />
    );
    return c.render(page, { title: words.title });
  };

type SafeSite<E extends Env> = Omit<Parameters<typeof showsTyped<E>>[0], "app">;

/** Common parts of all apps: security headers, and the one error handler. */
export function serveSafely<E extends Env>(app: Hono<E>, site: SafeSite<E>, refuse: Refuse) {
  const { addresses } = site;
  app.use(securityHeaders);
  app.use(fromFormerAddress(addresses));
  app.use(showsTyped({ ...site, app }));
  app.use(tidyAddress(addresses));
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: async (c, methods) => {
        // A GET on the address of a post redirects to its form.
        const isOfApi = c.req.path.startsWith("/api/");
        const page = c.req.method === "GET" && !isOfApi ? pageOf(app, c.req.path) : undefined;
        if (page) return c.redirect(addresses.at(page), 303);
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
