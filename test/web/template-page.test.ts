import { createHash } from "node:crypto";
import { ulid } from "ulid";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ANSWERS } from "../../functions/domain/questions-by-field.ts";
import type { FieldText } from "../../functions/domain/texts.ts";
import { QUESTIONNAIRE } from "../../functions/dpia/questionnaire.ts";
import { submitIntake } from "../../functions/intake/intake-texts.nl.ts";
import { defaultTemplate } from "../../functions/protocol/default-template.nl.ts";
import { createWriteProtocol } from "../../functions/protocol/write-protocol.ts";
import { writeDocx } from "../../functions/templates/write-docx.ts";
import { openTestTable, type TestTable } from "../adapters/database.ts";
import { aDossier } from "../builders/dossier.ts";
import { partOf, readPdf, textOfDocx } from "../templates/read-files.ts";
import { CSRF, openSite, type TestSite } from "./site.ts";

let opened: TestTable;
let site: TestSite;

beforeEach(async () => {
  opened = await openTestTable();
  site = openSite(opened.table);
});
afterEach(() => opened.database.stop());

const UPLOAD = "01J00000000000000000000001";
const anotherTemplate = () => {
  const shipped = defaultTemplate("AHOVOKS");
  return writeDocx({ ...shipped, parts: [...shipped.parts, "Een eigen zin van {agentschap}."] });
};
/** What the browser does with the form: the bucket has the file. */
const upload = (bytes: Uint8Array, id = UPLOAD) => void site.templateFiles.uploaded.set(id, bytes);
const accept = async () => {
  const lies = await site.staff("led-team");
  const page = await lies.open(`/admin/template/uploads/${UPLOAD}`);
  const [form] = page.forms().filter((one) => one.actionOf().pathname.endsWith(UPLOAD));
  if (!form) throw new Error(`no form on ${page.title}`);
  return { lies, page, answer: await lies.submit(form) };
};

describe("the page with the protocol template", () => {
  it("uploads a file to the bucket and comes back to its checks", async () => {
    const lies = await site.staff("led-team");

    const page = await lies.open("/admin/template/upload");

    const [form] = page.forms().filter((one) => one.actionOf().host === "bucket.example");
    expect(form).toBeDefined();
    expect(page.headers.get("content-security-policy")).toContain("https://bucket.example");
    expect(page.html).toMatch(/value="https:\/\/led\.example\/live\/admin\/template\/uploads\/\w{26}"/);
  });

  it("shows the problems of a template, which cannot be put in use", async () => {
    upload(await writeDocx({ ...defaultTemplate("AHOVOKS"), parts: ["{doel}"] }));
    const lies = await site.staff("led-team");

    const page = await lies.open(`/admin/template/uploads/${UPLOAD}`);
    const forced = await lies.post(`/admin/template/uploads/${UPLOAD}`, { csrf: CSRF });

    expect(page.text).toContain("{doel}: dit veld bestaat niet.");
    expect(page.text).toContain("{doelen} ontbreekt: element 2: de doelen.");
    expect(forced.status).toBe(422);
    expect(await site.acts.templates.list()).toEqual([]);
  });

  it("shows that a template is being checked for malware, and afterwards what the check found", async () => {
    const lies = await site.staff("led-team");
    const id = ulid(Date.parse(site.time.now));

    const waiting = await lies.open(`/admin/template/uploads/${id}`);
    const early = await lies.post(`/admin/template/uploads/${id}`, { csrf: CSRF });
    site.templateFiles.uploaded.set(id, "refused-malware");
    const checked = await lies.open(`/admin/template/uploads/${id}`);
    const forced = await lies.post(`/admin/template/uploads/${id}`, { csrf: CSRF });
    const forgotten = await lies.open(`/admin/template/uploads/${UPLOAD}`);

    expect(waiting.text).toContain("Het sjabloon wordt gecontroleerd");
    expect(early.status).toBe(404);
    expect(checked.text).toContain("Er zit schadelijke software in.");
    expect(forced.status).toBe(422);
    expect(forgotten.text).toContain("We konden het bestand niet nakijken op schadelijke software.");
    expect(await site.acts.templates.list()).toEqual([]);
  });

  it("previews a template, puts it in use once, and lists who did so, with its SHA-256", async () => {
    const bytes = await anotherTemplate();
    upload(bytes);

    const { lies, answer } = await accept();
    await accept();
    const preview = await lies.open(`/admin/template/uploads/${UPLOAD}/preview`);
    const list = await lies.follow(answer);

    expect((await readPdf(preview.bytes)).text).toContain("Een eigen zin van AHOVOKS.");
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    expect(await site.acts.templates.list()).toMatchObject([
      { number: 1, sha256, by: { name: "Lies Team" } },
    ]);
    expect(list.text).toContain("Het nieuwe sjabloon is in gebruik.");
    expect(list.text).toContain(sha256.slice(0, 16));
    const file = await lies.open("/admin/template/versions/1/file");
    expect(Buffer.from(file.bytes).equals(Buffer.from(bytes))).toBe(true);
  });

  it("goes back to an earlier template, also to the one that ships", async () => {
    upload(await anotherTemplate());
    const { lies } = await accept();

    await lies.post("/admin/template/versions/0", { csrf: CSRF });
    await lies.post("/admin/template/versions/1", { csrf: CSRF });
    const unknown = await lies.post("/admin/template/versions/9", { csrf: CSRF });

    const [first, second, third] = await site.acts.templates.list();
    expect(second).toMatchObject({ number: 2, restores: 0 });
    expect(second?.sha256).toBeUndefined();
    expect(third).toMatchObject({ number: 3, restores: 1, sha256: first?.sha256 });
    expect(unknown.status).toBe(404);
    const shipped = await lies.open("/admin/template/versions/0/file");
    expect(partOf(shipped.bytes, "word/document.xml")).toContain("{#ondertekenaars}");
  });

  it("is for the LED team only", async () => {
    const dirk = await site.staff("led-dpo");

    expect((await dirk.open("/admin/template")).status).toBe(403);
    expect((await dirk.post("/admin/template/versions/0", { csrf: CSRF })).status).toBe(403);
    expect((await site.visitor.before(site.adminApp).open("/admin/template")).status).toBe(303);
  });

  it("a text keeps the template of its moment", async () => {
    const write = createWriteProtocol(site.acts);
    const about = {
      dossier: aDossier(),
      answers: undefined,
      version: { number: 1, date: "2026-11-27", status: "proposal" },
    } as const;
    upload(await anotherTemplate());
    const before = "2020-01-01T00:00:00.000Z";

    await accept();

    expect(textOfDocx((await write({ ...about, templateOf: before })).docx)).not.toContain("Een eigen zin");
    expect(textOfDocx((await write(about)).docx)).toContain("Een eigen zin van AHOVOKS.");
  });
});

/** The labels of what the first round asks. */
const asked = (fields: Record<string, FieldText>) =>
  Object.entries(fields).flatMap(([path, { label }]) => (path.startsWith(ANSWERS) ? [] : [label]));

describe("what people can read before they begin", () => {
  it("is on the start page", async () => {
    const page = await site.visitor.open("/");

    expect(page.html).toContain("/live/voorbereiden/protocol.docx");
    expect(page.html).toContain("/live/voorbereiden/dpia.pdf");
  });

  it.each([
    ["protocol", ["[naam van de afnemer]", "[begindatum]", "Leverancier van het gegeven"]],
    ["intake", asked(submitIntake.fields)],
    ["dpia", Object.values(QUESTIONNAIRE).flatMap((part) => part.map(({ question }) => question.nl))],
  ])("%s: in Word and as an accessible PDF, with the same text", async (name, phrases) => {
    const [docx, pdf] = [
      await site.visitor.open(`/voorbereiden/${name}.docx`),
      await site.visitor.open(`/voorbereiden/${name}.pdf`),
    ];

    const text = textOfDocx(docx.bytes);
    const read = await readPdf(pdf.bytes);
    expect(read.text).toBe(text);
    expect(read.isTagged).toBe(true);
    expect(pdf.headers.get("cache-control")).toBe("public, max-age=300");
    for (const phrase of phrases) expect(text).toContain(phrase);
  });

  it("follows the template in use, and knows no other file", async () => {
    await site.visitor.open("/voorbereiden/protocol.docx");
    upload(await anotherTemplate());
    await accept();

    const { bytes } = await site.visitor.open("/voorbereiden/protocol.docx");

    expect(textOfDocx(bytes)).toContain("Een eigen zin van AHOVOKS.");
    expect((await site.visitor.open("/voorbereiden/protocol.odt")).status).toBe(404);
  });
});
