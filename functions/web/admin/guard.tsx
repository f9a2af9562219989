import type { Context, MiddlewareHandler } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { matchedRoutes } from "hono/route";
import { FormId } from "../ui/form/form-id.tsx";
import { layout } from "../ui/layout.tsx";
import { ADMIN_PERMISSIONS, type AdminPermission } from "../http/permissions.ts";
import { mustHaveRole } from "../http/must-have-role.ts";
import { readForm } from "../http/read-body.ts";
import { Refusal } from "../http/refusals.ts";
import type { AdminEnv, AdminSession, AdminSite, Caller } from "../team/admin-site.ts";
import { isFromElsewhere } from "../ui/show-typed.tsx";
import { sessionNow } from "../team/session-now.ts";
import { withRolesNow } from "../team/roles-now.ts";
import { adminTexts } from "./texts.nl.ts";
import { Top } from "./top.tsx";

export const SESSION_COOKIE = "session";
/** Remembers the page for a person who must sign in with another account. */
export const RETURN_COOKIE = "sign-in-return";
export const SIGN_IN_SECONDS = 10 * 60;

/** The permission of the route that will answer; undefined without a route. */
export function permissionOf(c: Context): AdminPermission | undefined {
  const route = matchedRoutes(c).find(({ method }) => method !== "ALL");
  // A route that is missing in the table is closed for everybody.
  return route && (ADMIN_PERMISSIONS[`${route.method} ${route.path}`] ?? []);
}

/** Refuses a form that was posted from another site. The CSRF token of the session is checked with the fields of the form. */
function mustComeFromHere(c: Context, origin: string): void {
  if (isFromElsewhere(c, origin)) throw new Refusal("not-your-form");
}

const isReading = (c: Context) => c.req.method === "GET" || c.req.method === "HEAD";

/** Stores the page in a cookie, for the sign-in with another account. */
export function keepReturn(c: Context, { at, isSecure }: AdminSite["addresses"], path: string): void {
  const cookie = { httpOnly: true, secure: isSecure, sameSite: "Lax", path: at("/admin/sign-in") } as const;
  setCookie(c, RETURN_COOKIE, path, { ...cookie, maxAge: SIGN_IN_SECONDS });
}

function rememberReturn(
  c: Context,
  addresses: AdminSite["addresses"],
  roles: readonly string[],
  who: Caller,
) {
  if (who.roles.some((role) => roles.includes(role))) return;
  keepReturn(c, addresses, addresses.pathOf(c.req.raw));
}

/** Requires a session with a permitted role for every page of the admin site. */
export function guardPages(site: AdminSite): MiddlewareHandler<AdminEnv> {
  const { addresses } = site;
  return async (c, next) => {
    const permission = permissionOf(c);
    const secret = getCookie(c, SESSION_COOKIE);
    const signedIn = secret === undefined ? undefined : await sessionNow(site, secret);
    const session = signedIn && (await withRolesNow(site, signedIn));
    if (session) showWhoSignedIn(c, site, session);
    if (permission === undefined || permission === "anyone") return next();
    if (!session) {
      if (!isReading(c)) throw new Refusal("sign-in");
      const { search } = new URL(c.req.url);
      const returnTo = addresses.pathOf(c.req.raw) + search;
      return c.redirect(addresses.at(`/admin/sign-in?return=${encodeURIComponent(returnTo)}`), 303);
    }
    if (isReading(c)) rememberReturn(c, addresses, permission, session);
    mustHaveRole(permission, session);
    if (!isReading(c)) mustComeFromHere(c, addresses.origin);
    await next();
  };
}

function showWhoSignedIn(
  c: Context<AdminEnv>,
  { addresses, site, newId }: AdminSite,
  session: AdminSession,
): void {
  c.set("session", session);
  c.set("caller", session);
  c.setRenderer((children, props) => {
    const top = <Top session={session} addresses={addresses} />;
    const home = addresses.at("/admin");
    const formId = c.get("formId") ?? newId();
    return c.html(layout({ ...props, addresses, names: site.names, home, top, formId, children }));
  });
}

/** Reads a posted form of the admin site, and refuses it unless its CSRF token is that of the caller's session. */
export async function readOwnForm(c: Context<AdminEnv>): Promise<URLSearchParams> {
  const form = await readForm(c);
  if (form.get("csrf") !== c.var.session.csrf) throw new Refusal("form-expired");
  return form;
}

type OfSession = { session: Pick<AdminSession, "csrf"> };

/** Hidden field with the CSRF token of the session. */
export const Token = ({ session }: OfSession) => <input type="hidden" name="csrf" value={session.csrf} />;

/** Hidden fields with the CSRF token of the session and the form id. */
export const Csrf = ({ session }: OfSession) => (
  <>
    <Token session={session} />
    <FormId />
  </>
);

/** The CSRF token of the caller's session, if any. */
export const csrfOf = (c: Context<AdminEnv>): string | undefined => {
  const session: AdminSession | undefined = c.var.session;
  return session?.csrf;
};

/** Opens another window, so that the input in this one remains. */
export const SignInElsewhere = ({ to }: { to: string }) => (
  <p>
    <a class="button" href={to} target="_blank" rel="noopener noreferrer">
      {adminTexts.signInElsewhere}
    </a>
  </p>
);
