import { readFileSync, readdirSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { FORM_ID } from "../../functions/web/ui/form/form-id.tsx";
import { openFileTable } from "../adapters/database.ts";
import { aContact } from "../builders/contact.ts";
import { keyOf } from "../../functions/web/api/operation.ts";
import { OPERATIONS } from "../../functions/web/api/operations.ts";
import type { Form, Page } from "../journey/browser.ts";
import { openSite, type TestSite } from "./site.ts";
import { Visitor } from "./visitor.ts";

const table = await openFileTable();
let site: TestSite;
let visitor: Visitor;
let team: Visitor;

beforeEach(async () => {
  site = openSite(table);
  visitor = new Visitor(site.publicApp);
  team = await site.staff("led-team");
});

type Values = Record<string, string | string[]>;
/** A form that is posted three times: twice concurrently, and once more afterwards. */
async function thrice(who: Visitor, form: Form, values: Values = {}, button?: string): Promise<Page[]> {
  const atOnce = await Promise.all([1, 2].map(() => who.submit(form, values, button)));
  return [...atOnce, await who.submit(form, values, button)];
}
const answersOf = (pages: Page[]) =>
  new Set(pages.map(({ status, headers }) => `${status} ${headers.get("location")}`));
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
});

describe("a form that is posted again", () => {
  const aMessage = async () => {
    const dossier = await site.given();
    const form = (await visitor.open(`${await site.statusLink(dossier.id)}/bericht`)).form("reason");
    return { dossier, form };
  };

  it("with other content is refused, keeps all input, and can be sent after all", async () => {
    const { dossier, form } = await aMessage();
    await visitor.submit(form, { reason: "Eerste bericht" });
    const other = await visitor.submit(form, { reason: "Tweede <b>bericht</b>" });
    const notes = async () => (await site.whole(dossier.id)).notes.map((note) => note.text).sort();
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
    expect((await site.whole(dossier.id)).notes).toHaveLength(1);
  });

  it("after a refusal is judged again", async () => {
    const { dossier, form } = await aMessage();
    const refused = await visitor.submit(form, { reason: " " });

    expect(refused.status).toBe(422);
    expect((await visitor.submit(form, { reason: "Nu wel" })).status).toBe(303);
    expect((await visitor.submit(refused.form("reason"), { reason: "Nu wel" })).status).toBe(303);
    expect((await site.whole(dossier.id)).notes).toHaveLength(1);
  });

  it("after a failed mail creates no second note, and follow-up sends the mail once", async () => {
    const { dossier, form } = await aMessage();
    site.mailer.isDown = true;
    const failed = await visitor.submit(form, { reason: "Een bericht" });
    site.mailer.isDown = false;

    const again = await visitor.submit(form, { reason: "Een bericht" });
    await site.acts.sendMessages(dossier.id);

    expect([failed.status, again.status]).toEqual([303, 303]);
    expect((await site.whole(dossier.id)).notes).toHaveLength(1);
    expect(site.mailer.sent).toHaveLength(1);
  });

  it("of somebody else, at the same address and with the same id, belongs to that person", async () => {
    const { id } = await site.given();
    const other = await site.staff("led-team", "led-dpo");
    const form = (await team.open(`/admin/dossiers/${id}`)).form("text");
    await team.submit(form, { text: "Van Lies" });
    await other.submit(form, { text: "Van een ander" });

    expect((await site.whole(id)).notes).toHaveLength(2);
  });
});

describe("the API with an Idempotency-Key", () => {
  const call = (path: string, body: object | string, key?: string) =>
    site.call(path, body, key === undefined ? {} : { key });
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
    expect((await site.whole(id)).notes).toHaveLength(1);
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
    expect((await site.whole(id)).notes).toEqual([]);
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

    expect([other.status, again.status, changed.status]).toEqual([422, 201, 409]);
    expect(JSON.parse(other.html)).toMatchObject({ code: "key-reused" });
    expect((await site.whole(id)).notes.map(({ text }) => text).sort()).toEqual(["Dag", "Gebeld"]);
  });
});

it("every form of the pages has an id, or is idempotent by its subject", () => {
  /**
   * Decisions, also when looked over first, and drafts are identified by their task, a confirmation by its request, a
   * document and a file that is taken over by its id, a session by itself, mails that start again by their address, the handler of a dossier by the one that the page showed.
   */
  const OWN = [
    ...["ui/task/task-forms.tsx", "public/confirm.tsx", "ui/task/upload-page.tsx", "admin/top.tsx"],
    ...["ui/task/look-over.tsx", "admin/template-pages.tsx", "admin/take-over.tsx", "admin/people.tsx"],
    ...["admin/handler.tsx", "admin/hand-over-form.tsx"],
  ];
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
