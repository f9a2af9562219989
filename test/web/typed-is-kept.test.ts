import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openTestTable, type TestTable } from "../adapters/database.ts";
import { CSRF, openSite, type TestSite } from "./site.ts";
import { Visitor } from "./visitor.ts";
import { anIntakeForm } from "../builders/intake.ts";
import { asFormValues } from "../journey/flatten.ts";

let opened: TestTable;
let site: TestSite;
/** Throttled calls of the table, by the name of their command. */
let throttled: RegExp | undefined;

beforeAll(async () => {
  opened = await openTestTable();
  opened.table.client.middlewareStack.add(
    (next, { commandName = "" }) =>
      (args) => {
        if (throttled?.test(commandName))
          throw Object.assign(new Error("slow down"), { name: "ThrottlingException" });
        return next(args);
      },
    { step: "initialize" },
  );
  site = openSite(opened.table);
});
afterEach(() => {
  throttled = undefined;
});
afterAll(() => opened.database.stop());

const WORDS = "Wij kijken diploma's na\nbij elke aanwerving <b>";
const INTAKE = {
  ...asFormValues(anIntakeForm({ purpose: WORDS, channels: ["web-service", "web-application"] })),
  connectionDate: "1/3/2027",
  requestsPerYear: "1.500",
  outcome: "submitted",
};

describe("a form that is not served is shown again with its input", () => {
  it.each([
    ["when nothing can be read", /Get|Query/],
    ["when nothing can be written", /TransactWrite|Put|Update/],
  ])("%s, and can be sent again", async (_when, commands) => {
    const path = await site.taskLink(await site.given({}, {}));
    const visitor = new Visitor(site.publicApp);

    throttled = commands;
    const failed = await visitor.post(path, INTAKE);
    throttled = undefined;

    const form = failed.form("purpose");
    expect([failed.status, failed.headers.get("retry-after")]).toEqual([503, "10"]);
    expect(failed.text).toContain("Probeer het zo dadelijk opnieuw");
    expect(form.element.querySelector("textarea[name=purpose]")?.text.trim()).toBe(WORDS);
    expect((await visitor.submit(form)).status).toBe(303);
    expect((await visitor.open(path)).text).toContain("Bedankt");
  });

  it("includes a contact form, with all its answers", async () => {
    const visitor = new Visitor(site.publicApp);
    const typed = {
      organisationName: "Gemeente Voorbeeldegem",
      organisationType: "local-authority",
      enterpriseNumber: "0999.999.922",
      contactName: "An Voorbeeld",
      contactEmail: "an@voorbeeldegem.example",
      kind: "enquiry",
      message: "Kan de LED ons helpen?",
    };

    throttled = /./;
    const failed = await visitor.post("/contact", typed);
    throttled = undefined;

    const kept = Object.fromEntries(failed.form("organisationName").filledIn({}));
    expect(failed.status).toBe(503);
    expect(kept).toMatchObject(typed);
    expect((await visitor.submit(failed.form("organisationName"))).headers.get("location")).toContain(
      "verstuurd",
    );
  });

  it("includes an address that the mail service refuses, with the problem beside its field (CONTACT-03)", async () => {
    const visitor = new Visitor(site.publicApp);
    const typed = { organisationName: "Gemeente Voorbeeldegem", organisationType: "local-authority" };
    const whole = { ...typed, enterpriseNumber: "0999999922", contactName: "An", kind: "onboarding" };
    site.mailer.refused.add("weg@voorbeeldegem.example");

    const page = await visitor.post("/contact", { ...whole, contactEmail: "weg@voorbeeldegem.example" });

    expect(page.status).toBe(422);
    expect(page.root.querySelector("#contact-contactEmail-problem")?.text).toContain("geen mail sturen");
    expect(Object.fromEntries(page.form("contactName").filledIn({}))).toMatchObject(typed);
  });

  it("includes a note after the session ended, which is written after the writer has signed in again", async () => {
    const { id } = await site.given();
    const gone = new Visitor(site.adminApp);
    const ended = await gone.post(`/admin/dossiers/${id}/notes`, { csrf: "of-before", text: WORDS });
    const team = await site.staff("led-team");

    const again = await team.submit(ended.form("text"));
    const written = await team.submit(again.form("text"));

    expect([ended.status, again.status, written.status]).toEqual([401, 403, 303]);
    expect(ended.link("nieuw venster")).toContain("/admin/sign-in");
    expect(ended.root.querySelector("a[target=_blank]")?.getAttribute("rel")).toContain("noopener");
    expect((await team.follow(written)).text).toContain("Wij kijken diploma's na");
  });

  it("excludes one that another site posts, so that it cannot be forged", async () => {
    const { id } = await site.given();
    const path = `/admin/dossiers/${id}/notes`;
    const team = await site.staff("led-team");
    const visitor = new Visitor(site.adminApp);

    for (const headers of [{ "sec-fetch-site": "cross-site" }, { origin: "https://evil.example" }]) {
      const pages = [
        await visitor.post(path, { text: "van elders" }, headers),
        await team.post(path, { text: "van elders", csrf: "guessed" }, headers),
        await team.post(path, { text: "van elders", csrf: CSRF }, headers),
      ];
      expect(pages.map(({ status }) => status)).toEqual([401, 403, 403]);
      expect(pages.filter(({ html }) => html.includes("van elders"))).toEqual([]);
    }
  });
});

describe("input that nobody types", () => {
  const json = { "content-type": "application/json", authorization: "Bearer team" };
  const note = (id: string, body: string) => site.call(`/dossiers/${id}/notes`, body);

  it.each([
    ["17 digits in a number", { requestsPerYear: "12345678901234567" }],
    ["a version of 1e308", { draftVersion: "1e308" }],
    ["a version of 17 digits", { draftVersion: "12345678901234567" }],
    ["half a character", { use: "x\uD800y" }],
    ["bytes that are no text", { use: "\uFFFD".repeat(1000) }],
  ])("%s in a draft is saved as a draft", async (_what, differences) => {
    const path = await site.taskLink(await site.given({}, {}));
    const visitor = new Visitor(site.publicApp);

    const saved = await visitor.post(`${path}/ontwerp`, { ...INTAKE, ...differences });

    expect(saved.status).toBe(303);
    expect((await visitor.open(path)).html).toContain("Wij kijken diploma");
  });

  it("of 150 KB of a byte outside any text is neither a form nor JSON", async () => {
    const path = await site.taskLink(await site.given({}, {}));
    const body = new Uint8Array(150 * 1024).fill(0xff);
    const form = { "content-type": "application/x-www-form-urlencoded" };

    const answers = [
      await site.publicApp.request(`https://led.example/live${path}/ontwerp`, {
        method: "POST",
        body,
        headers: form,
      }),
      await site.publicApp.request("https://led.example/live/contact", {
        method: "POST",
        body,
        headers: form,
      }),
      await site.adminApp.request("https://led.example/live/api/admin/v1/dossiers", {
        method: "POST",
        body,
        headers: json,
      }),
    ];

    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400]);
  });

  it("of half a character in a text of the API becomes U+FFFD", async () => {
    const { id } = await site.given();

    const answer = await note(id, '{"text":"x\\ud800y\\u0000\\u202e"}');

    expect([answer.status, JSON.parse(answer.html)]).toMatchObject([201, { text: "x\uFFFDy" }]);
  });

  it.each(["[", '{"a":'])("of 20,000 nested values (%s) is refused", async (opening) => {
    const closing = opening === "[" ? "]" : "}";
    const nested = `${opening.repeat(20_000)}1${closing.repeat(20_000)}`;

    expect((await note("x", `{"text":${nested}}`)).status).toBe(400);
    expect((await note("x", `{"text":"${"[".repeat(20_000)}"}`)).status).not.toBe(400);
  });

  it("of an id of 2 KB is not found", async () => {
    const team = await site.staff("led-team");
    const long = "x".repeat(2048);

    for (const path of [
      `/admin/dossiers/${long}`,
      `/api/admin/v1/dossiers/${long}/tasks/${long}`,
      `/taak/${long}`,
    ]) {
      const visitor = path.startsWith("/taak") ? team.before(site.publicApp) : team;
      const page = await visitor.open(path, { headers: { authorization: "Bearer team" } });
      expect([path.slice(0, 20), page.status]).toEqual([path.slice(0, 20), 404]);
    }
  });
});

describe("a copied link", () => {
  it.each([
    ["with the full stop of its sentence", (link: string) => `${link}.`],
    ["between angle brackets", (link: string) => `${link}%3E`],
    ["folded over two lines", (link: string) => `${link.slice(0, 20)}%0D%0A${link.slice(20)}`],
    ["folded with a blank", (link: string) => `${link.slice(0, 20)}%20${link.slice(20)}`],
    ["folded as mail folds", (link: string) => `${link.slice(0, 20)}=%0D%0A${link.slice(20)}`],
    ["with a slash", (link: string) => `${link}/`],
    ["out of a chat", (link: string) => `${link}|Open%20de%20taak`],
    ["in bold", (link: string) => `${link}**`],
    ["with what a mail filter added", (link: string) => `${link}&data=05`],
    ["with the word that follows", (link: string) => `${link}%20Groeten`],
    ["with a blank that does not break", (link: string) => `${link}%C2%A0`],
    ["with marks that nobody sees", (link: string) => `${link.slice(0, 20)}%E2%80%8B${link.slice(20)}`],
    ["with other hyphens", (link: string) => link.replaceAll("-", "%E2%80%91")],
  ])("%s leads to its page", async (_how, copied) => {
    const link = await site.taskLink(await site.given({}, {}));
    const visitor = new Visitor(site.publicApp);

    const first = await visitor.open(copied(link));
    const page = first.status === 303 ? await visitor.follow(first) : first;

    expect([page.status, new URL(page.url).pathname]).toEqual([200, `/live${link}`]);
  });

  it("leads nowhere else", async () => {
    const visitor = new Visitor(site.publicApp);

    for (const path of ["//evil.example.", "/%2F%2Fevil.example.", "/..%2F..%2Fx.", "/%5Cevil.example."]) {
      const page = await visitor.open(path);
      expect(page.headers.get("location") ?? "/live/").toMatch(/^\/live\/(?!\/|\.\.)/);
    }
  });
});

it.each(["/contact", "/link-kwijt", "/nergens", `/taak/${"x".repeat(43)}`])(
  "a post to %s with more fields than any form has is refused, and not shown field by field",
  async (path) => {
    const refused = await new Visitor(site.publicApp).open(path, {
      method: "POST",
      body: '"=+ &'.repeat(30_000),
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });

    expect(refused.status).toBe(413);
    expect(refused.html.length).toBeLessThan(20_000);
  },
);
