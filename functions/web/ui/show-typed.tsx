import { setTimeout as pause } from "node:timers/promises";
import type { Context, Env, Hono, MiddlewareHandler } from "hono";
import { html } from "hono/html";
import type { Addresses } from "../http/addresses.ts";
import { leavesOf } from "../../domain/describe-form.ts";
import { FORM_ID, FormIds } from "./form/form-id.tsx";
import { createFindForm } from "./form/known-forms.ts";
import { formTexts } from "./form/texts.nl.ts";
import { isOfTheForm, SHOW_PAGE, TypedForm } from "./form/typed-form.tsx";
import {
  addToPage,
  fillBlanks,
  fillIn,
  findForm,
  markTitle,
  type PageTree,
  readPage,
  sayAgain,
  writePage,
} from "./form/typed-page.ts";
import { readTyped } from "../http/read-body.ts";
import { Refusal, refusalOf, type RefusalKind } from "../http/refusals.ts";
import type { Definitions } from "../../domain/task-definition.ts";
import { webTexts } from "./texts.nl.ts";

/**
 * Whether a post comes from another site, as far as the browser reports: in Sec-Fetch-Site, or in Origin for older
 * ones, which the referrer policy makes "null".
 */
export function isFromElsewhere(c: Context, origin: string): boolean {
  const site = c.req.header("sec-fetch-site");
  const from = c.req.header("origin");
  return site === undefined
    ? from !== undefined && from !== "null" && from !== origin
    : site !== "same-origin";
}

/** Refusals after which the same form can be posted again. */
const AGAIN: readonly RefusalKind[] = [
  ...([
    "sign-in",
    "no-role",
    "form-expired",
    "link-unknown",
    "page-unknown",
    "conflict",
    "page-asked",
  ] as const),
  ...(["too-often", "form-reused", "failure", "retry-later", "broken-text", "too-large"] as const),
];

/** Time limit for a page, in milliseconds; API Gateway times out after 29 s. */
const MOST_TIME = 26_000;
const LONGEST_PAGE = 5_000;
/** In bytes; Lambda allows answers of 6 MB. */
const LARGEST_ANSWER = 4 * 1024 * 1024;

type Deps<E extends Env> = {
  app: Hono<E>;
  addresses: Addresses;
  definitions: Definitions;
  /** Token for a form of the caller. */
  csrfOf?: (c: Context<E>) => string | undefined;
};

/** Pages that may contain a form with this address: the page at that address, or one above it. */
function pagesAbove<E extends Env>(app: Hono<E>, path: string): string[] {
  const parts = path.split("/");
  return parts
    .map((_part, place) => parts.slice(0, parts.length - place).join("/") || "/")
    .filter((above) => app.router.match("GET", above)[0].some(([[, { method }]]) => method === "GET"));
}

/** The page of a form, for a GET on the form's address. */
export const pageOf = <E extends Env>(app: Hono<E>, path: string): string | undefined =>
  pagesAbove(app, path)[0];

/**
 * Typed input is never lost: a post that is not served shows its page again, with the input and the reason. Where that
 * page cannot be shown, the answer contains a form with the input. Nothing is stored, because nobody knows yet whether
 * it may be. A post from another site is never shown, so that it cannot be forged.
 */
export function showsTyped<E extends Env>(deps: Deps<E>): MiddlewareHandler<E> {
  const { addresses } = deps;
  const retype = createRetype(deps);
  return async (c, next) => {
    const began = performance.now();
    await next();
    const isPage = c.res.headers.get("content-type")?.startsWith("text/html") ?? false;
    if (c.req.method !== "POST" || c.res.status < 400 || !isPage || isFromElsewhere(c, addresses.origin))
      return;
    const answer = readPage(await c.res.clone().text());
    const target = addresses.at(addresses.pathOf(c.req.raw));
    const timeLeft = Math.min(LONGEST_PAGE, MOST_TIME - (performance.now() - began));
    await retype(c, answer, target, timeLeft);
  };
}

/** A form with typed input asks for its page. */
export const asksForPage: MiddlewareHandler = async (c, next) => {
  const isAsked =
    c.req.method === "POST" && !c.req.path.startsWith("/api/") && (await readTyped(c))?.has(SHOW_PAGE);
  if (isAsked) throw new Refusal("page-asked");
  await next();
};

function createRetype<E extends Env>({ app, addresses, definitions, csrfOf }: Deps<E>) {
  const fieldsOf = createFindForm(definitions);

  /** The page of a form, as its reader sees it now. */
  const open = async (c: Context<E>, path: string, timeLeft: number): Promise<Response | undefined> => {
    const { cookie } = c.req.header();
    const asked = new Request(new URL(addresses.at(path), c.req.url), { headers: cookie ? { cookie } : {} });
    if (timeLeft <= 0) return undefined;
    const page = await Promise.race([app.fetch(asked, c.env), pause(timeLeft, undefined, { ref: false })]);
    return page?.status === 200 ? page : undefined;
  };

  const replace = (c: Context<E>, page: PageTree, status = c.res.status) => {
    markTitle(page, status < 400 ? "" : webTexts.problemInTitle);
    const text = writePage(page);
    if (Buffer.byteLength(text) > LARGEST_ANSWER) return;
    c.res = new Response(text, { status, headers: { "content-type": "text/html; charset=UTF-8" } });
  };

  return async (c: Context<E>, answer: PageTree, target: string, timeLeft: number): Promise<void> => {
    const posted = await readTyped(c);
    // A refusal by an act shows its own form, with the problems beside the fields.
    const shown = findForm(answer, target, posted);
    if (shown && posted && fillBlanks(shown, posted)) replace(c, answer);
    if (shown) return;
    const kind = c.error && refusalOf(c.error);
    const fields = fieldsOf([...(posted?.keys() ?? [])]);
    const leaves = new Set(leavesOf(fields).map(({ path }) => path));
    const typed = [...(posted ?? [])].filter(
      ([name, value]) => leaves.has(name) || !isOfTheForm(name, value),
    );
    const formId = c.get("formId") ?? posted?.get(FORM_ID) ?? undefined;
    const [above] = pagesAbove(app, addresses.pathOf(c.req.raw));

    for (const path of pagesAbove(app, addresses.pathOf(c.req.raw))) {
      const opened = await open(c, path, timeLeft);
      const page = opened && readPage(await opened.text());
      const form =
        page &&
        findForm(
          page,
          target,
          posted,
          typed.map(([name]) => name),
        );
      if (!opened || !page || !form) continue;
      if (posted) fillIn(form, posted, formId);
      const isAsked = kind === "page-asked";
      if (!isAsked) sayAgain(page, answer, posted ? formTexts.typedHere : formTexts.notRead);
      replace(c, page, isAsked ? 200 : undefined);
      // The page itself declares the permitted targets of its forms.
      c.res.headers.set("content-security-policy", opened.headers.get("content-security-policy") ?? "");
      return;
    }
    if (posted && typed.length > 0) {
      const isServed = kind !== undefined && AGAIN.includes(kind);
      const again = (
        <FormIds.Provider value={formId}>
          <TypedForm
            posted={posted}
            to={isServed ? target : undefined}
            fields={fields}
            csrf={csrfOf?.(c) ?? posted.get("csrf") ?? undefined}
          />
        </FormIds.Provider>
      );
      addToPage(answer, (await html`${again}`).toString());
    } else if (above !== undefined)
      addToPage(
        answer,
        (await html`<p><a href="${addresses.at(above)}">${formTexts.toPage}</a></p>`).toString(),
      );
    replace(c, answer);
  };
}
