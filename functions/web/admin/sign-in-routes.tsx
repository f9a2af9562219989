import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { addMinutes, toInstant } from "../../domain/calendar.ts";
import { Refusal } from "../http/refusals.ts";
import type { AdminSession, AdminSite } from "../team/admin-site.ts";
import { forgetRoles } from "../team/end-sessions.ts";
import { isFromElsewhere } from "../ui/show-typed.tsx";
import { Csrf, keepReturn, readOwnForm, RETURN_COOKIE, SESSION_COOKIE, SIGN_IN_SECONDS } from "./guard.tsx";
import type { AdminApp } from "../team/admin-site.ts";
import { PendingSignIn, type SignedIn } from "../team/sign-in.ts";
import { adminTexts } from "./texts.nl.ts";

const SESSION_MINUTES = 8 * 60;
/** Each pending sign-in has its own cookie, so that each window returns to its own page. */
const pendingCookieOf = (state: string) => `sign-in-${state}`;
const PENDING_COOKIE = /^sign-in-[\w-]{1,100}$/;
/** A person never has more attempts at once. */
const MOST_PENDING = 5;
const CALLBACK = "/admin/sign-in/callback";

/** The page after sign-in: on the admin site, never another site, without `..`. */
const pageWithin = (given: string | undefined): string =>
  given !== undefined && /^\/admin(?![\w.-])(?!.*\/(?:\.|%2[eE]){2})[^\\\s]*$/.test(given) ? given : "/admin";

function readPending(cookie: string | undefined): PendingSignIn | undefined {
  try {
    return PendingSignIn.parse(JSON.parse(Buffer.from(cookie ?? "", "base64url").toString("utf8")));
  } catch {
    return undefined;
  }
}

const SignedOut = ({ signIn }: { signIn: string }) => (
  <>
    <h1>{adminTexts.signedOut.title}</h1>
    <p>{adminTexts.signedOut.text}</p>
    <p>
      <a class="button" href={signIn}>
        {adminTexts.signedOut.again}
      </a>
    </p>
  </>
);

/** Signs out here and at the issuer, and then asks for another account. */
export const OtherAccount = ({ to, csrf }: { to: string; csrf: string | undefined }) => (
  <form method="post" action={to}>
    {csrf === undefined ? "" : <Csrf session={{ csrf }} />}
    <button>{adminTexts.otherAccount}</button>
  </form>
);

export function signInRoutes(app: AdminApp, site: AdminSite) {
  const { at, absolute, isSecure, origin } = site.addresses;
  const cookie = { httpOnly: true, secure: isSecure, sameSite: "Lax" } as const;
  const sessionCookie = { ...cookie, path: at("/admin") };
  const pendingCookie = { ...cookie, path: at("/admin/sign-in") };
  const signOutAddress = (path: string) => site.signIn.signOutAddress(absolute(path));

  /** Removes the oldest, so that their number stays limited however often this address is opened. */
  const keepPending = (c: Context, pending: PendingSignIn) => {
    const known = Object.keys(getCookie(c)).filter((name) => PENDING_COOKIE.test(name));
    for (const name of known.slice(0, Math.max(0, known.length - MOST_PENDING + 1)))
      deleteCookie(c, name, pendingCookie);
    const kept = Buffer.from(JSON.stringify(pending)).toString("base64url");
    setCookie(c, pendingCookieOf(pending.state), kept, { ...pendingCookie, maxAge: SIGN_IN_SECONDS });
  };

  /** Forms in another window of the same person can still be posted. */
  const startSession = async (c: Context, person: SignedIn) => {
    const seenAt = toInstant(site.now());
    const before = getCookie(c, SESSION_COOKIE);
    const earlier = before === undefined ? undefined : await site.sessions.find(before);
    const csrf = earlier?.subject === person.subject ? earlier.csrf : site.newSecret();
    const { refreshToken: _, ...colleague } = person;
    await site.staff.remember({ ...colleague, seenAt });
    const expiresAt = addMinutes(seenAt, SESSION_MINUTES);
    const secret = await site.sessions.start({ ...person, csrf, expiresAt });
    if (before !== undefined) await site.sessions.end(before);
    setCookie(c, SESSION_COOKIE, secret, { ...sessionCookie, maxAge: SESSION_MINUTES * 60 });
  };

  app.get("/admin/sign-in", async (c) => {
    const returnTo = pageWithin(c.req.query("return") ?? getCookie(c, RETURN_COOKIE));
    const anew = c.req.query("account") === "other";
    const { address, pending } = await site.signIn.start(absolute(CALLBACK), returnTo, { anew });
    keepPending(c, pending);
    return c.redirect(address, 303);
  });

  app.get(CALLBACK, async (c) => {
    const name = pendingCookieOf(c.req.query("state") ?? "");
    const pending = PENDING_COOKIE.test(name) ? readPending(getCookie(c, name)) : undefined;
    if (!pending) {
      // The back button or a page that stayed open: a signed-in person continues.
      const session: AdminSession | undefined = c.var.session;
      if (session) return c.redirect(at("/admin"), 303);
      throw new Refusal("sign-in");
    }
    const { search } = new URL(c.req.url);
    // Where the issuer is unreachable, the same address can be opened again.
    const person = await site.signIn.finish(absolute(CALLBACK) + search, pending);
    deleteCookie(c, name, pendingCookie);
    deleteCookie(c, RETURN_COOKIE, pendingCookie);
    if (person.roles.length === 0) {
      await forgetRoles(site, person.subject);
      keepReturn(c, site.addresses, pageWithin(pending.returnTo));
      throw new Refusal("no-role");
    }
    await startSession(c, person);
    return c.redirect(at(pageWithin(pending.returnTo)), 303);
  });

  const leave = (c: Context) => {
    deleteCookie(c, SESSION_COOKIE, sessionCookie);
    return c.redirect(signOutAddress("/admin/signed-out") ?? at("/admin/signed-out"), 303);
  };

  app.post("/admin/sign-out", async (c) => {
    await readOwnForm(c);
    await site.sessions.end(getCookie(c, SESSION_COOKIE) ?? "");
    return leave(c);
  });

  app.post("/admin/sign-out-everywhere", async (c) => {
    await readOwnForm(c);
    await site.sessions.endAll(c.var.session.subject);
    return leave(c);
  });

  app.post("/admin/sign-in/other-account", async (c) => {
    const signedIn: AdminSession | undefined = c.var.session;
    if (isFromElsewhere(c, origin)) throw new Refusal("not-your-form");
    if (signedIn) await readOwnForm(c);
    const secret = getCookie(c, SESSION_COOKIE);
    if (secret !== undefined) await site.sessions.end(secret);
    deleteCookie(c, SESSION_COOKIE, sessionCookie);
    return c.redirect(signOutAddress("/admin/sign-in") ?? at("/admin/sign-in?account=other"), 303);
  });

  app.get("/admin/signed-out", (c) =>
    c.render(<SignedOut signIn={at("/admin/sign-in")} />, { title: adminTexts.signedOut.title }),
  );
}
