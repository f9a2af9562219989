import { readFileSync, readdirSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { FORM_ID } from "../../functions/web/ui/form/form-id.tsx";
import { openTestTable, type TestTable } from "../adapters/database.ts";
import { aContact } from "../builders/contact.ts";
import { keyOf } from "../../functions/web/api/operation.ts";
import { OPERATIONS } from "../../functions/web/api/operations.ts";
import { aDossier, NOW } from "../builders/dossier.ts";
import type { Form, Page } from "../journey/browser.ts";
import { openSite, type TestSite } from "./site.ts";
import { Visitor } from "./visitor.ts";

let opened: TestTable;
let site: TestSite;
let visitor: Visitor;
let team: Visitor;

beforeAll(async () => {
  opened = await openTestTable();
});
beforeEach(async () => {
  site = openSite(opened.table);
  visitor = new Visitor(site.publicApp);
  team = await site.staff("led-team");
  site.tokens.set("team", { subject: "staff-9", name: "Tine Team", roles: ["led-team"] });
});
afterAll(() => opened.database.stop());

type Values = Record<string, string | string[]>;
/** A form that is posted three times: twice concurrently, and once more afterwards. */
async function thrice(who: Visitor, form: Form, values: Values = {}, button?: string): Promise<Page[]> {
  const atOnce = await Promise.all([1, 2].map(() => who.submit(form, values, button)));
  return [...atOnce, await who.submit(form, values, button)];
}
const answersOf = (pages: Page[]) =>
  new Set(pages.map(({ status, headers }) => `${status} ${headers.get("location")}`));
const statusLink = async (id: string) => `/dossier/${await site.link({ kind: "status", dossierId: id })}`;
const wholeOf = (id: string) => site.acts.dossiers.findWhole(id);
const text = (form: Record<string, unknown>): Values =>
  Object.fromEntries(Object.entries(form).map(([name, value]) => [name, String(value)]));

describe("a form that is posted three times", () => {
  it("of a contact is one request and one mail, and one dossier once it is confirmed as often", async () => {
    const form = (await visitor.open("/contact")).form("organisationName");
    const sent = await thrice(visitor, form, text(aContact()));
    const link = /\/bevestigen\/[\w-]{43}/.exec(site.mailer.sent.at(-1)?.text ?? "")?.[0] ?? "";
    expect(site.mailer.sent).toHaveLength(1);

    const confirmed = await thrice(visitor, (await visitor.open(link)).form("confirmation"));

    expect(answersOf(sent)).toEqual(new Set(["303 /live/contact/verstuurd"]));
    expect(new Set(confirmed.map((page) => /LED-\d{4}-\d{5}/.exec(page.text)?.[0])).size).toBe(1);
  });

  it("of a contact with another address is another request: the person corrects it", async () => {
    const form = (await visitor.open("/contact")).form("organisationName");
    await visitor.submit(form, text(aContact({ contactEmail: "verkeerd@voorbeeldegem.example" })));
    const corrected = await visitor.submit(form, text(aContact()));

    expect(corrected.status).toBe(303);
    expect(site.mailer.sent.map(({ to }) => to[0]?.email)).toEqual([
      "verkeerd@voorbeeldegem.example",
      "an@voorbeeldegem.example",
    ]);
  });

  it("of the team opens one dossier", async () => {
    const form = (await team.open("/admin/dossiers/new")).form("organisationName");
    const opened = await thrice(team, form, text(aContact()));

    expect(answersOf(opened).size).toBe(1);
    expect([...answersOf(opened)][0]).toMatch(/^303 \/live\/admin\/dossiers\/[0-9A-Z]{26}$/);
  });

  it("of a note and of messages from both sides is one record and one mail each", async () => {
    const dossier = await site.given();
    const page = await team.open(`/admin/dossiers/${dossier.id}`);
    const noted = await thrice(team, page.form("text"), { text: "Gebeld met An" });
    const toApplicant = (await team.open(`/admin/dossiers/${dossier.id}/message`)).form("reason");
    const messaged = await thrice(team, toApplicant, { reason: "Kan je dit nakijken?" });
    const fromApplicant = (await visitor.open(`${await statusLink(dossier.id)}/bericht`)).form("reason");
    const answered = await thrice(visitor, fromApplicant, { reason: "Ja, morgen" });

    for (const pages of [noted, messaged, answered]) expect(answersOf(pages).size).toBe(1);
    expect(answered[2]?.headers.get("location")).toContain("?bericht=verstuurd");
    const notes = (await wholeOf(dossier.id))?.notes.map((note) => note.text);
    expect(notes?.sort()).toEqual(["Gebeld met An", "Ja, morgen", "Kan je dit nakijken?"]);
    expect(site.mailer.sent).toHaveLength(2);
  });

  it("of a link to a task mails it once, for both sides", async () => {
    const { id } = await site.given({}, {});
    const ofTeam = (await team.open(`/admin/dossiers/${id}`))
      .forms()
      .find((form) => form.actionOf().pathname.endsWith("/link"));
    const ofApplicant = (await visitor.open(await statusLink(id))).form("confirmation");
    await thrice(team, ofTeam ?? ofApplicant);
    await thrice(visitor, ofApplicant);

    expect(site.mailer.sent).toHaveLength(2);
  });

  it("of a hold, its end, a legal hold and a withdrawal confirms each time that it is done", async () => {
    const { id } = await site.given({}, {});
    const at = async (path: string, name: string) =>
      (await team.open(`/admin/dossiers/${id}${path}`)).form(name);
    const answers = { until: "2026-12-20", reason: "Fusie" };

    const held = await thrice(team, await at("/hold", "until"), answers);
    const page = await team.open(`/admin/dossiers/${id}`);
    const end = page.forms().find((form) => form.actionOf().pathname.endsWith("/hold/end"));
    const ended = await thrice(team, end ?? page.form("none"));
    const kept = await thrice(team, await at("/legal-hold", "reason"), { reason: "Klacht" });
    const withdrawal = (await visitor.open(`${await statusLink(id)}/intrekken`)).form("reason");
    const withdrawn = await thrice(visitor, withdrawal, { reason: "Toch niet" });

    for (const pages of [held, ended, kept, withdrawn]) {
      expect(pages.map(({ status }) => status)).toEqual([303, 303, 303]);
      expect(answersOf(pages).size).toBe(1);
    }
    const changes = (await wholeOf(id))?.changes.map(({ what }) => what);
    expect(changes?.sort()).toEqual(["held", "hold-ended", "legalHold", "withdrawn"]);
  });

  it("of a person of the dossier changes it once, and a removal removes it once", async () => {
    const secondContact = { id: "person-second", name: "Cas Tweede", email: "cas@voorbeeldegem.example" };
    const { id } = await site.given({ people: { ...aDossier().people, secondContact } });
    const page = await visitor.open(`${await statusLink(id)}/personen/tweede-contactpersoon`);

    const removed = await thrice(visitor, page.form("confirmation"));

    expect(removed.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect((await wholeOf(id))?.changes).toHaveLength(1);
  });

  it("of a substitution names one substitute", async () => {
    await site.acts.staff.remember({
      subject: "staff-2",
      name: "Bram",
      roles: ["led-dpo"],
      seenAt: "2026-11-20T09:00:00.000Z",
    });
    const form = (await team.open("/admin/absence")).form("substitute");
    const values = { role: "led-team", substitute: "staff-2", from: "2026-12-01", until: "2026-12-05" };

    const named = await thrice(team, form, values);

    expect(named.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await site.acts.staff.listSubstitutions("2026-12-01")).toHaveLength(1);
  });

  it("of a draft saves it once, and reports no other window", async () => {
    const dossier = await site.given({}, {});
    const form = (await visitor.open(await site.taskLink(dossier))).form("purpose");

    const saved = await thrice(visitor, form, { purpose: "Al iets" }, "Bewaar als ontwerp");

    expect(saved.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect((await site.acts.tasks.findDraft(dossier.id, "SubmitIntake-1-1"))?.version).toBe(1);
  });

  it("of a decision decides once, and thanks each time", async () => {
    const task = { kind: "AgreePlanning" as const };
    const dossier = await site.given({}, task);
    const form = (await visitor.open(await site.taskLink(dossier, task))).form("outcome", "agree");

    const decided = await thrice(visitor, form);

    expect(decided.map(({ status }) => status)).toEqual([303, 303, 303]);
    for (const page of decided)
      expect((await visitor.follow(page)).text).toContain("Bedankt: je ging akkoord");
  });
});

describe("a form that is posted again", () => {
  const aMessage = async () => {
    const dossier = await site.given();
    const form = (await visitor.open(`${await statusLink(dossier.id)}/bericht`)).form("reason");
    return { dossier, form };
  };

  it("with other content is refused, keeps all input, and can be sent after all", async () => {
    const { dossier, form } = await aMessage();
    await visitor.submit(form, { reason: "Eerste bericht" });
    const other = await visitor.submit(form, { reason: "Tweede <b>bericht</b>" });
    const notes = async () => (await wholeOf(dossier.id))?.notes.map((note) => note.text).sort();
    const before = await notes();

    const sent = await visitor.submit(other.form("reason"));

    expect(other.status).toBe(409);
    expect(other.text).toContain("Je verstuurde dit formulier al");
    expect(before).toEqual(["Eerste bericht"]);
    expect(sent.status).toBe(303);
    expect(await notes()).toEqual(["Eerste bericht", "Tweede <b>bericht</b>"]);
  });

  it.each([
    ["without an id", ""],
    ["with one that nobody minted", "x".repeat(150)],
    ["with one that is far too long", "x".repeat(5000)],
  ])("%s is served as a new one", async (_what, id) => {
    const { dossier, form } = await aMessage();

    expect((await visitor.submit(form, { reason: "Een bericht", [FORM_ID]: id })).status).toBe(303);
    expect((await wholeOf(dossier.id))?.notes).toHaveLength(1);
  });

  it("after a refusal is judged again", async () => {
    const { dossier, form } = await aMessage();
    const refused = await visitor.submit(form, { reason: " " });

    expect(refused.status).toBe(422);
    expect((await visitor.submit(form, { reason: "Nu wel" })).status).toBe(303);
    expect((await visitor.submit(refused.form("reason"), { reason: "Nu wel" })).status).toBe(303);
    expect((await wholeOf(dossier.id))?.notes).toHaveLength(1);
  });

  it("after a failed mail creates no second note, and follow-up sends the mail once", async () => {
    const { dossier, form } = await aMessage();
    site.mailer.isDown = true;
    const failed = await visitor.submit(form, { reason: "Een bericht" });
    site.mailer.isDown = false;

    const again = await visitor.submit(form, { reason: "Een bericht" });
    await site.acts.sendMessages(dossier.id);

    expect([failed.status, again.status]).toEqual([303, 303]);
    expect((await wholeOf(dossier.id))?.notes).toHaveLength(1);
    expect(site.mailer.sent).toHaveLength(1);
  });

  it("of somebody else, at the same address and with the same id, belongs to that person", async () => {
    const { id } = await site.given();
    const other = await site.staff("led-team", "led-dpo");
    const form = (await team.open(`/admin/dossiers/${id}`)).form("text");
    await team.submit(form, { text: "Van Lies" });
    await other.submit(form, { text: "Van een ander" });

    expect((await wholeOf(id))?.notes).toHaveLength(2);
  });
});

describe("the API with an Idempotency-Key", () => {
  const call = (path: string, body: object | string, key?: string) =>
    new Visitor(site.adminApp).open(`/api/admin/v1${path}`, {
      method: "POST",
      body: typeof body === "string" ? body : JSON.stringify(body),
      headers: {
        ...{ authorization: "Bearer team", "content-type": "application/json" },
        ...(key === undefined ? {} : { "idempotency-key": key }),
      },
    });
  const bodies = (pages: Page[]) => new Set(pages.map(({ status, html }) => `${status} ${html}`));
  const twice = (path: string, body: object, key: string) =>
    Promise.all([call(path, body, key), call(path, body, key)]);

  it("opens one dossier, writes one note, sends one message and sets one hold", async () => {
    const { id } = await site.given({}, {});
    const fields = aContact({ message: "Belde ons" });
    const path = `/dossiers/${id}`;

    expect(bodies(await twice("/dossiers", fields, "key-1")).size).toBe(1);
    expect(bodies(await twice(`${path}/notes`, { text: "Gebeld" }, "key-2")).size).toBe(1);
    expect(bodies(await twice(`${path}/messages`, { text: "Dag" }, "key-3")).size).toBe(1);
    const held = await twice(`${path}/hold`, { until: "2026-12-20", reason: "Fusie" }, "key-4");

    expect(held.map(({ status }) => status)).toEqual([204, 204]);
    expect((await wholeOf(id))?.notes).toHaveLength(2);
    expect((await wholeOf(id))?.changes).toHaveLength(1);
  });

  it("makes one export, and one substitution", async () => {
    const { id } = await site.given();
    const colleague = { subject: "staff-3", name: "Cas", roles: ["led-dpo" as const], seenAt: NOW };
    await site.acts.staff.remember(colleague);
    const names = { role: "led-team", substitute: "staff-3", from: "2027-01-04", until: "2027-01-08" };

    const exported = await twice(`/dossiers/${id}/exports`, {}, "key-e");
    const named = await twice("/substitutions", names, "key-s");

    expect(bodies(exported).size).toBe(1);
    expect([...site.files.exports.keys()].filter((path) => path.startsWith(id))).toHaveLength(1);
    expect(bodies(named).size).toBe(1);
    expect(await site.acts.staff.listSubstitutions("2027-01-04")).toHaveLength(1);
  });

  it.each([
    ["other spaces", '{ "text" :\n"Gebeld" , "noNationalNumber":true }'],
    ["another order", '{"noNationalNumber":true,"text":"Gebeld"}'],
    ["other signs for the same letters", '{"text":"\\u0047ebeld","noNationalNumber":true}'],
  ])("recognises the same body with %s", async (_what, body) => {
    const { id } = await site.given();
    const path = `/dossiers/${id}/notes`;
    const first = await call(path, { text: "Gebeld", noNationalNumber: true }, "key-same");

    const again = await call(path, body, "key-same");

    expect([again.status, again.html]).toEqual([201, first.html]);
    expect((await wholeOf(id))?.notes).toHaveLength(1);
  });

  it.each(OPERATIONS.filter(({ makes }) => makes).map(keyOf))("is required by %s", async (route) => {
    const { id } = await site.given({}, {});
    const path = route.split(" ")[1]?.replace(":id", id).replace(":taskId", "SubmitIntake-1-1") ?? "";

    const without = await call(path.replace(":part", "contact"), { text: "Dag" }, "");
    const tooLong = await call(path.replace(":part", "contact"), { text: "Dag" }, "x".repeat(201));

    expect([without.status, tooLong.status]).toEqual([400, 400]);
    expect(JSON.parse(without.html)).toMatchObject({ code: "key-missing" });
    expect(without.html).toContain("Idempotency-Key");
    expect(JSON.parse(tooLong.html)).toMatchObject({ code: "key-too-long" });
    expect((await wholeOf(id))?.notes).toEqual([]);
    expect(site.mailer.sent).toEqual([]);
  });

  it("refuses the same key with another body, and a used id with another text", async () => {
    const { id } = await site.given();
    const path = `/dossiers/${id}`;
    await call(`${path}/notes`, { text: "Gebeld" }, "key-5");
    const message = { id: "01JD0000000000000000000000", text: "Dag" };
    await call(`${path}/messages`, message, "");

    const other = await call(`${path}/notes`, { text: "Niet gebeld" }, "key-5");
    const again = await call(`${path}/messages`, message, "");
    const changed = await call(`${path}/messages`, { ...message, text: "Iets anders" }, "");

    expect([other.status, again.status, changed.status]).toEqual([409, 201, 409]);
    expect(JSON.parse(other.html)).toMatchObject({ code: "form-reused" });
    expect((await wholeOf(id))?.notes.map(({ text }) => text).sort()).toEqual(["Dag", "Gebeld"]);
  });
});

it("every form of the pages has an id, or is idempotent by its subject", () => {
  /**
   * Decisions and drafts are identified by their task, a confirmation by its request, a document by its id, a session
   * by itself.
   */
  const OWN = ["ui/task/task-forms.tsx", "public/confirm.tsx", "ui/task/upload-page.tsx", "admin/top.tsx"];
  const folder = new URL("../../functions/web/", import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".tsx"),
  );
  const bare = files.filter((name) => {
    const source = readFileSync(new URL(name.replaceAll("\\", "/"), folder), "utf8");
    const forms = source
      .split(/<form\s/)
      .slice(1)
      .map((form) => form.split("</form>")[0] ?? "");
    return forms.some((form) => form.includes('method="post"') && !/<FormId|<Csrf|<Hidden/.test(form));
  });

  expect(bare.sort()).toEqual(OWN.sort());
});
