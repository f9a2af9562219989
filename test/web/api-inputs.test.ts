import { describe, expect, it } from "vitest";
import * as z from "zod";
import { ADMIN_PERMISSIONS } from "./permissions.ts";
import { openFileTable } from "../adapters/database.ts";
import { aNewMail } from "../builders/new-mail.ts";
import { openSite } from "./site.ts";
import { Visitor } from "./visitor.ts";

const site = openSite(await openFileTable());
const dossier = await site.given({}, { kind: "AssessIntake", audience: "led-team" });
await site.acts.newMails.add(aNewMail());

const send = async (path: string, body?: string, headers: Record<string, string> = {}) => {
  const address = path.replace(":id", dossier.id).replace(":mailId", aNewMail().id);
  const answer = await new Visitor(site.adminApp).open(`/api/admin/v1${address}`, {
    method: "POST",
    body,
    headers: { authorization: "Bearer team", ...headers },
  });
  const { errors = [] } =
    answer.status < 400
      ? {}
      : z
          .object({ errors: z.array(z.object({ rule: z.string().optional() })).optional() })
          .parse(JSON.parse(answer.html));
  return { status: answer.status, rules: errors.map(({ rule }) => rule) };
};
const post = (path: string, body: object) =>
  send(path, JSON.stringify(body), { "content-type": "application/json" });

// Made up, with valid check digits.
const WORDS = `Ref. 85.07.30-033.${String(97 - (850730033 % 97)).padStart(2, "0")}`;
const person = { name: WORDS, email: "nieuw@voorbeeldegem.example" };
const contact = {
  organisationName: "OCMW Woordegem",
  organisationType: "ocmw",
  enterpriseNumber: "1000000021",
  contactName: "An",
  contactEmail: "an@woordegem.example",
  kind: "onboarding",
};

/** All operations with typed text. */
const TEXTS: [path: string, body: object][] = [
  ["/dossiers", { ...contact, message: WORDS }],
  ["/dossiers/:id/notes", { text: WORDS }],
  ["/dossiers/:id/messages", { text: WORDS }],
  ["/dossiers/:id/people/secondContact", { change: "someone-else", person }],
  ["/dossiers/:id/tasks/AssessIntake-1-1/decision", { outcome: "close", fields: { reason: WORDS } }],
  ["/new-mails/:mailId/answer", { text: WORDS }],
  ["/dossiers/:id/amendment", { stage: "INTAKE", reason: WORDS }],
  [
    "/dossiers/:id/organisation",
    { why: "merged", name: "OCMW Woordegem", type: "ocmw", enterpriseNumber: "1000000021", reason: WORDS },
  ],
  ["/dossiers/:id/end-of-use", { reason: "breach", explanation: WORDS }],
  ["/dossiers/:id/closing", { reason: WORDS }],
  ["/dossiers/:id/hold", { until: "2027-01-15", reason: WORDS }],
  ["/dossiers/:id/legal-hold", { reason: WORDS }],
  ["/dossiers/:id/legal-hold/lift", { reason: WORDS }],
  ["/dossiers/:id/withdrawal", { reason: WORDS }],
];
/** Operations without typed text: a choice, a colleague, a kind of document, an address that the dossier has. */
const NO_TEXTS =
  /moves|resume|hold\/end|exports|erasure|documents|link|claim|release|hand-over|removal|substitutions|sign-out|handler|:part\/lift|unsent-mails|new-mails\/:mailId\/(dossier|aside)|take-over|webhooks|undelivered-events/;

describe("a text that looks like a national register number (PRIV-01)", () => {
  it.each(TEXTS)("is refused by POST %s until somebody confirms that it is not", async (path, body) => {
    const held = await post(path, body);
    const wrong = await post(path, { ...body, noNationalNumber: "ja" });
    const confirmed = await post(path, { ...body, noNationalNumber: true });

    // A name may not contain a phone number either, so the confirmation does not help there.
    const isName = path.includes("/people/");
    expect(held).toEqual({ status: 422, rules: isName ? ["NAME-01", "PRIV-01"] : ["PRIV-01"] });
    expect(wrong.status).toBe(422);
    // PRIV-01 accepted it; other rules may still refuse.
    expect(isName ? [422] : [201, 200, 204, 409]).toContain(confirmed.status);
    expect(confirmed.rules).not.toContain("PRIV-01");
  });

  it("in a note can be confirmed on the dossier's page as well", async () => {
    const team = await site.staff("led-team");
    const page = await team.open(`/admin/dossiers/${dossier.id}`);

    const held = await team.submit(page.form("text"), { text: WORDS });
    const again = held.form("text");
    const kept = await team.submit(again, { text: WORDS, noNationalNumber: "true" });

    expect([held.status, kept.status]).toEqual([422, 303]);
    expect(held.text).toContain("lijkt");
    expect(again.element.querySelector("textarea")?.text).toContain(WORDS);
    expect((await team.follow(kept)).text).toContain(WORDS);
  });

  it("is screened wherever the API accepts text", () => {
    const routes = Object.keys(ADMIN_PERMISSIONS).filter((route) => route.startsWith("POST /api/"));
    const known = TEXTS.map(([path]) =>
      path.replace("AssessIntake-1-1", ":taskId").replace("secondContact", ":part"),
    );
    const others = routes
      .map((route) => route.replace("POST /api/admin/v1", ""))
      .filter((path) => !known.includes(path));

    expect(others.filter((path) => !NO_TEXTS.test(path))).toEqual([]);
    expect(known.every((path) => routes.includes(`POST /api/admin/v1${path}`))).toBe(true);
  });
});

describe("an unknown property in a body", () => {
  it.each([
    ["/dossiers/:id/notes", { text: "x" }],
    ["/dossiers/:id/messages", { text: "x" }],
    ["/dossiers/:id/amendment", { stage: "INTAKE", reason: "x" }],
    ["/dossiers/:id/end-of-use", { reason: "breach", explanation: "x" }],
    ["/dossiers/:id/closing", { reason: "x" }],
    ["/dossiers/:id/hold", { until: "2027-01-15", reason: "x" }],
    ["/dossiers/:id/legal-hold", { reason: "x" }],
    ["/dossiers/:id/withdrawal", { reason: "x" }],
    ["/dossiers/:id/resume", {}],
    ["/dossiers/:id/exports", {}],
    ["/dossiers/:id/erasure", { ground: "mistake" }],
  ] as const)("is refused by POST %s, as described", async (path, body) => {
    const { status, html } = await site.call(path.replace(":id", dossier.id), { ...body, reden: "x" });

    expect(status).toBe(400);
    expect(JSON.parse(html)).toMatchObject({
      code: "name-unknown",
      errors: [{ field: "reden", code: "unknown" }],
    });
  });
});

describe("an absent body", () => {
  it("is accepted where everything in it is optional", async () => {
    const one = await site.given({}, { kind: "AssessIntake", audience: "led-team" });
    const claim = `/dossiers/${one.id}/tasks/AssessIntake-1-1/claim`;

    const resumed = await send("/dossiers/:id/resume");
    const claimed = await send(claim);
    const again = await send(claim, "", { "content-type": "application/json" });

    // PRIV-01 accepted it; there is nothing to resume.
    expect(resumed.status).toBe(409);
    expect([claimed.status, again.status]).toEqual([200, 200]);
  });

  it("is refused where something is required", async () => {
    expect((await send("/dossiers/:id/notes")).status).toBe(415);
    expect((await send("/dossiers/:id/notes", "", { "content-type": "application/json" })).status).toBe(400);
    expect((await send("/dossiers/:id/resume", "stage=INTAKE")).status).toBe(415);
  });
});

it.each([
  ["that is not closed", '{"text":"' + '\\"'.repeat(90_000)],
  ["that ends with its sign of escape", '{"text":"' + '\\"'.repeat(90_000) + "\\"],
  ["that is as long as a body may be, within brackets", `[${'"\\"",'.repeat(30_000)}"]"]`],
])("a text %s is refused at once", async (_which, body) => {
  const { status } = await send("/dossiers/:id/notes", body, { "content-type": "application/json" });

  expect([400, 422]).toContain(status);
});
