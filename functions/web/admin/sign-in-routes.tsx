import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { addMinutes, toInstant } from "../../domain/calendar.ts";
import { Refusal } from "../refusals.ts";
import type { AdminSite } from "./admin-site.ts";
import { type AdminApp, readOwnForm, SESSION_COOKIE } from "./guard.tsx";
import { PendingSignIn } from "./sign-in.ts";
import { adminTexts } from "./texts.nl.ts";

const SESSION_MINUTES = 8 * 60;
const PENDING_COOKIE = "sign-in";
const PENDING_SECONDS = 10 * 60;
const CALLBACK = "/admin/sign-in/callback";

/** Where to go after signing in: a page of the admin site, never another site, and no way up from there. */
const pageWithin = (given: string | undefined): string =>
  given !== undefined && /^\/admin(?![\w.-])(?!.*\/\.\.)[^\\\s]*$/.test(given) ? given : "/admin";

function readPending(cookie: string | undefined): PendingSignIn {
  try {
    return PendingSignIn.parse(JSON.parse(Buffer.from(cookie ?? "", "base64url").toString("utf8")));
  } catch {
    throw new Refusal("sign-in");
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

export function signInRoutes(app: AdminApp, site: AdminSite) {
  const { at, absolute, isSecure } = site.addresses;
  const cookie = { httpOnly: true, secure: isSecure, sameSite: "Lax" } as const;
  const sessionCookie = { ...cookie, path: at("/admin") };
  const pendingCookie = { ...cookie, path: at("/admin/sign-in") };

  app.get("/admin/sign-in", async (c) => {
    const { address, pending } = await site.signIn.start(
      absolute(CALLBACK),
      pageWithin(c.req.query("return")),
    );
    const kept = Buffer.from(JSON.stringify(pending)).toString("base64url");
    setCookie(c, PENDING_COOKIE, kept, { ...pendingCookie, maxAge: PENDING_SECONDS });
    return c.redirect(address, 303);
  });

  app.get(CALLBACK, async (c) => {
    const pending = readPending(getCookie(c, PENDING_COOKIE));
    deleteCookie(c, PENDING_COOKIE, pendingCookie);
    const { search } = new URL(c.req.url);
    const person = await site.signIn.finish(absolute(CALLBACK) + search, pending);
    if (person.roles.length === 0) throw new Refusal("no-role");
    const seenAt = toInstant(site.now());
    await site.staff.remember({ ...person, seenAt });
    const expiresAt = addMinutes(seenAt, SESSION_MINUTES);
    const secret = await site.sessions.start({ ...person, csrf: site.newSecret(), expiresAt });
    setCookie(c, SESSION_COOKIE, secret, { ...sessionCookie, maxAge: SESSION_MINUTES * 60 });
    return c.redirect(at(pageWithin(pending.returnTo)), 303);
  });

  app.post("/admin/sign-out", async (c) => {
    await readOwnForm(c);
    await site.sessions.end(getCookie(c, SESSION_COOKIE) ?? "");
    deleteCookie(c, SESSION_COOKIE, sessionCookie);
    return c.redirect(at("/admin/signed-out"), 303);
  });

  app.post("/admin/sign-out-everywhere", async (c) => {
    await readOwnForm(c);
    await site.sessions.endAll(c.var.session.subject);
    deleteCookie(c, SESSION_COOKIE, sessionCookie);
    return c.redirect(at("/admin/signed-out"), 303);
  });

  app.get("/admin/signed-out", (c) =>
    c.render(<SignedOut signIn={at("/admin/sign-in")} />, { title: adminTexts.signedOut.title }),
  );
}
