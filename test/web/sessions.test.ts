import { beforeEach, describe, expect, it } from "vitest";
import { addMinutes } from "../../functions/domain/calendar.ts";
import { RetryLater } from "../../functions/domain/errors.ts";
import type { Role } from "../../functions/domain/people.ts";
import { createAdminApp } from "../../functions/web/admin-app.tsx";
import { openFileTable } from "../adapters/database.ts";
import { NOW } from "../builders/dossier.ts";
import { CSRF, openSite, type TestSite } from "./site.ts";
import { Visitor } from "./visitor.ts";

const table = await openFileTable();
let site: TestSite;
/** The roles that the issuer currently reports; undefined: it rejects refresh tokens. */
let roles: Role[] | undefined;
let isDown: boolean;
let claimed: Role[];
let started: { returnTo: string; anew: boolean | undefined }[];
let visitor: Visitor;
let subject: string;
let number = 0;

beforeEach(() => {
  site = openSite(table);
  // What ended for a person stays ended in the table.
  subject = `staff-${++number}`;
  roles = ["led-team"];
  claimed = ["led-team"];
  isDown = false;
  started = [];
  let attempts = 0;
  const signIn = {
    ...site.adminDeps.signIn,
    start: async (_callback: string, returnTo: string, asks?: { anew: boolean }) => {
      started.push({ returnTo, anew: asks?.anew });
      const pending = { state: `state-${++attempts}`, nonce: "n", verifier: "v", returnTo };
      return { address: "https://issuer.example/sign-in", pending };
    },
    finish: async () => ({ subject, name: "Lies Team", roles: claimed, refreshToken: "r" }),
    renew: async (_token: string, asked: string) => {
      if (isDown) throw new RetryLater("ISSUER_UNAVAILABLE", {});
      return roles && { subject: asked, name: "Lies Team", roles };
    },
  };
  visitor = new Visitor(createAdminApp({ ...site.adminDeps, signIn, newSecret: () => CSRF }));
});

const later = (minutes: number) => (site.time.now = addMinutes(site.time.now, minutes));
const callback = (attempt = started.length) =>
  visitor.open(`/admin/sign-in/callback?code=c&state=state-${attempt}`);
const signedIn = async () => {
  await visitor.open("/admin/sign-in");
  return callback();
};
const statusOf = async (path = "/admin") => (await visitor.open(path)).status;

describe("a role that is removed at the issuer (SIGN-02)", () => {
  it("ends within 15 minutes, and a remaining role continues unnoticed", async () => {
    await signedIn();
    later(14);
    expect(await statusOf()).toBe(200);
    roles = ["led-dpo"];
    later(14);

    expect(await statusOf("/admin/dossiers")).toBe(403);
  });

  it("ends the session permanently, like a closed account", async () => {
    await signedIn();
    roles = undefined;
    later(11);
    expect(await statusOf()).toBe(303);
    roles = ["led-team"];

    expect(await statusOf()).toBe(303);
  });

  it("is known at once to work that began under it", async () => {
    await signedIn();
    roles = [];
    later(11);
    await statusOf();

    const known = (await site.acts.staff.listColleagues()).find((one) => one.subject === subject);
    expect(known).toMatchObject({ roles: [] });
  });

  it("is checked again while the issuer is silent, and not accepted beyond 15 minutes", async () => {
    await signedIn();
    isDown = true;
    later(12);
    expect(await statusOf()).toBe(200);
    later(4);
    expect(await statusOf()).toBe(503);
    isDown = false;

    expect(await statusOf()).toBe(200);
  });

  it("in a session without a refresh token needs a new sign-in after 15 minutes", async () => {
    const person = { subject: "s", name: "Lies", roles: ["led-team" as const] };
    const expiresAt = addMinutes(site.time.now, 480);
    const secret = await site.acts.sessions.start({ ...person, csrf: CSRF, expiresAt });
    await visitor.keep(`session=${secret}; Path=/live/admin`);
    later(14);
    expect(await statusOf()).toBe(200);
    later(2);

    const asked = await visitor.open("/admin/dossiers?stage=INTAKE");
    expect(asked.headers.get("location")).toContain(encodeURIComponent("/admin/dossiers?stage=INTAKE"));
  });
});

describe("a session", () => {
  it("ends after an hour without a request, and after eight hours", async () => {
    await signedIn();
    for (let count = 0; count < 9; count++) {
      later(50);
      expect(await statusOf()).toBe(200);
    }
    later(31);
    expect(await statusOf()).toBe(303);
    await signedIn();
    later(60);

    expect(await statusOf()).toBe(303);
  });

  it("of a colleague is ended by the team, on its page and through the API, tokens included", async () => {
    await signedIn();
    const team = await site.staff("led-team");
    later(1);
    const page = await team.open("/admin/colleagues");
    const form = page.forms().find((one) => one.has("subject", subject));
    if (!form) throw new Error(page.text);
    const ended = await team.follow(await team.submit(form));

    expect(ended.text).toContain("De collega is overal afgemeld");
    expect(ended.text).toContain("Afgemeld door Lies Team");
    expect(await statusOf()).toBe(303);
    site.tokens.set("old", { subject, name: "Lies", roles: ["led-team"], issuedAt: NOW });
    site.tokens.set("team", { subject: "x", name: "Tom", roles: ["led-team"], issuedAt: site.time.now });
    const api = (token: string, path: string, body?: object) => site.call(path, body, { token });
    expect((await api("old", "/tasks")).status).toBe(401);
    expect((await api("team", "/tasks")).status).toBe(200);
    expect((await api("team", "/colleagues/sign-out", { subject })).status).toBe(204);
    expect((await api("team", "/colleagues/sign-out", { subject: "nobody" })).status).toBe(404);
    const dpo = await site.staff("led-dpo");
    expect((await dpo.open("/admin/colleagues")).status).toBe(403);
  });
});

describe("signing in", () => {
  it("from two windows returns to each page, and forms in another window can still be posted", async () => {
    await visitor.open("/admin/sign-in?return=/admin/absence");
    await visitor.open("/admin/sign-in?return=/admin/parked");
    const first = await callback(1);
    const form = (await visitor.open("/admin/absence")).forms()[0];
    const second = await callback(2);

    expect(first.headers.get("location")).toBe("/live/admin/absence");
    expect(second.headers.get("location")).toBe("/live/admin/parked");
    expect(form?.filledIn({})).toContainEqual(["csrf", CSRF]);
    // The back button to a used callback.
    expect((await callback(1)).headers.get("location")).toBe("/live/admin");
  });

  it("with an account without a role is explained, signs out at the issuer, and returns to the requested page", async () => {
    claimed = [];
    await visitor.open("/admin/sign-in?return=/admin/parked");
    const refused = await callback();
    const [form] = refused.forms();
    if (!form) throw new Error(refused.text);
    const other = await visitor.submit(form);
    claimed = ["led-team"];
    await visitor.open("/admin/sign-in");

    expect(refused.status).toBe(403);
    expect(refused.text).toContain("Meld je af en meld aan met een ander account");
    const back = "https://led.example/live/admin/sign-in";
    expect(other.headers.get("location")).toBe(
      `https://issuer.example/logout?logout_uri=${encodeURIComponent(back)}`,
    );
    expect(started.at(-1)?.returnTo).toBe("/admin/parked");
    expect((await callback()).headers.get("location")).toBe("/live/admin/parked");
  });

  it("out ends the session of the issuer as well, to which every page permits a form", async () => {
    await signedIn();
    const page = await visitor.open("/admin");
    const out = await visitor.post("/admin/sign-out", { csrf: CSRF });

    expect(page.headers.get("content-security-policy")).toContain(
      "form-action 'self' https://issuer.example;",
    );
    const back = "https://led.example/live/admin/signed-out";
    expect(out.headers.get("location")).toBe(
      `https://issuer.example/logout?logout_uri=${encodeURIComponent(back)}`,
    );
    expect(await statusOf()).toBe(303);
  });
});
