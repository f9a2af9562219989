import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { scanDocument } from "../../functions/documents/scan-document.ts";
import type { Dossier } from "../../functions/domain/dossier.ts";
import type { Site } from "../../functions/mail/send-mail.ts";
import { elementNames } from "../../functions/protocol/form-texts.nl.ts";
import { PROTOCOL_ELEMENTS } from "../../functions/protocol/protocol-elements.ts";
import { ProtocolForm } from "../../functions/protocol/protocol-form.ts";
import type { ProtocolVersion } from "../../functions/protocol/protocol-values.ts";
import { createWriteProtocol } from "../../functions/protocol/write-protocol.ts";
import { readDocx } from "../../functions/templates/read-docx.ts";
import { aDossier } from "../builders/dossier.ts";
import { NAMES } from "../../functions/domain/names.ts";
import { partOf, readPdf, textOfDocx } from "../templates/read-files.ts";
import { ADVICE, aDpia, aProtocol, FORM, INTAKE, LED_ADVICE } from "./answers.ts";

const SITE: Site = {
  publicUrl: "https://led.example",
  names: NAMES,
  mailboxes: {
    ledTeam: "led@team.example",
    ledDpo: "dpo@team.example",
    leadingOfficial: "official@team.example",
  },
};
const templateFiles = { read: async () => new Uint8Array() };
const write = createWriteProtocol({ site: SITE, templates: { list: async () => [] }, templateFiles });

const ANSWERS = ProtocolForm.parse({
  ...FORM,
  controllers: { ...FORM.controllers, secondSignatory: "Bart Tweede", secondCapacity: "burgemeester" },
  data: { ...FORM.data, items: ["identity", "status"] },
});
const DOSSIER = aDossier({
  intake: INTAKE,
  dpia: aDpia(),
  protocol: aProtocol({ ledDpoAdvice: LED_ADVICE }),
});
const version = (status: ProtocolVersion["status"]): ProtocolVersion => ({
  number: 2,
  date: "2026-11-27",
  status,
});
const final = (answers = ANSWERS, dossier: Dossier = DOSSIER) =>
  write({ dossier, answers, version: version("final") });

describe("a final protocol", () => {
  it("has the same text in Word and in PDF", async () => {
    const { docx, pdf } = await final();

    const { text } = await readPdf(pdf);

    expect(text).toBe(textOfDocx(docx));
    expect(text.length).toBeGreaterThan(8000);
  });

  it("is an accessible PDF: tagged, in Dutch, with a title, headings, lists, tables and bookmarks", async () => {
    const { pdf } = await final();

    const { info, isTagged, roles, outline } = await readPdf(pdf);
    const raw = Buffer.from(pdf).toString("latin1");

    expect(isTagged).toBe(true);
    expect(info["Title"]).toMatch(
      /^Protocol voor de elektronische mededeling .* naar Gemeente Voorbeeldegem/,
    );
    expect(info).toMatchObject({
      Author: NAMES.agencyInFull,
      Language: "nl-BE",
    });
    expect(raw).toContain("/DisplayDocTitle true");
    expect(raw).toContain("pdfuaid:part");
    expect(roles.filter((role) => role === "H1")).toHaveLength(1);
    for (const role of ["Document", "H2", "H3", "P", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD"])
      expect(roles).toContain(role);
    expect(outline).toContain(`13. ${elementNames.format}`);
  });

  it("embeds every font", async () => {
    const { pdf } = await final();

    const raw = Buffer.from(pdf).toString("latin1");

    expect(raw.match(/\/FontFile2/g)?.length).toBe(raw.match(/\/Type \/FontDescriptor/g)?.length);
    expect(raw).not.toMatch(/Helvetica|Times/);
  });

  it("has both advices with their outcome and date, and a block for each signatory", async () => {
    const { docx } = await final();

    const text = textOfDocx(docx);

    expect(text).toContain("Op 20 november 2026 gaf Dirk Privacy een positief advies");
    expect(text).toContain("Op 23 november 2026 gaf Lena Dpo een positief advies");
    expect(text).toContain("Naam: Sofie Hoofd Functie: algemeen directeur Datum en handtekening:");
    expect(text).toContain("Naam: Bart Tweede Functie: burgemeester Datum en handtekening:");
  });

  it("says that an advice has conditions", async () => {
    const consumerDpoAdvice = { ...ADVICE, hasConditions: true };
    const protocol = aProtocol({ ledDpoAdvice: LED_ADVICE, consumerDpoAdvice });

    const text = textOfDocx((await final(ANSWERS, { ...DOSSIER, protocol })).docx);

    expect(text).toContain("gaf Dirk Privacy een voorwaardelijk positief advies");
  });

  it("names the second signatory of the dossier, also where the form has nobody", async () => {
    const second = { id: "p2", name: "Cas Tweede", email: "cas@voorbeeldegem.example", capacity: "schepen" };
    const dossier = { ...DOSSIER, people: { ...DOSSIER.people, secondSignatory: second } };

    const { text } = await readPdf((await final(ProtocolForm.parse(FORM), dossier)).pdf);

    expect(text).toMatch(/Naam: Cas Tweede\s+Functie: schepen/);
  });

  it("has a row for each datum, with its own reason and retention period where the form gives one", async () => {
    const answers = ProtocolForm.parse({
      ...FORM,
      data: { ...FORM.data, items: ["identity", "status"] },
      dataDetails: { identity: { why: "Om naamgenoten te onderscheiden.", kept: "zes maanden" } },
    });

    const text = textOfDocx((await final(answers)).docx);

    expect(text).toContain("Om naamgenoten te onderscheiden. zes maanden");
    expect(text).toContain("Om geen bewijs te gebruiken dat ingetrokken of verbeterd is. 1 jaar");
  });

  it("has no fill-in help, also where an answer is missing", async () => {
    const { controllers, ...rest } = ANSWERS;
    for (const answers of [ANSWERS, { ...rest, furtherUse: undefined }, {}]) {
      const { docx } = await write({ dossier: DOSSIER, answers, version: version("final") });

      expect(partOf(docx, "word/document.xml")).not.toContain("w:highlight");
      expect(textOfDocx(docx)).not.toMatch(/[[\]]/);
    }
    expect(controllers.seat).toBe(FORM.controllers.seat);
  });

  it("has its version, date and dossier in the footer of every page", async () => {
    const { pages } = await readPdf((await final()).pdf);

    for (const [index, page] of pages.entries())
      expect(page).toContain(
        `Protocol LED, dossier LED-2026-00042, versie 2 van 27 november 2026 (definitieve versie) Pagina ${index + 1} van ${pages.length}`,
      );
  });

  it("has the same bytes for the same input", async () => {
    const [one, other] = [await final(), await final()];

    const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
    expect(sha256(one.docx)).toBe(sha256(other.docx));
    expect(sha256(one.pdf)).toBe(sha256(other.pdf));
  });

  it("passes the checks of a file that somebody hands in", async () => {
    const { docx, pdf } = await final();

    expect((await scanDocument(docx)).scan).toBe("accepted");
    expect((await scanDocument(pdf)).scan).toBe("accepted");
  });
});

describe("what people type", () => {
  it("keeps accents, also those of a decomposed name, emoji and signs of other alphabets", async () => {
    const purposes = "Zoë, Đặng, Łukasz, Ŧñ, Ελένη, Жанна 🎓 \u201cte“ weten € ½";
    const recipients = "René\u0301e Zoe\u0308".normalize("NFD");
    const { docx, pdf } = await final({ ...ANSWERS, purposes, recipients });

    const { text } = await readPdf(pdf);

    expect(text).toContain(purposes);
    expect(text).toContain(recipients.normalize("NFC"));
    expect(text).toBe(textOfDocx(docx));
  });

  it("keeps a sign that no font has as the text of an open square", async () => {
    const { docx, pdf } = await final({ ...ANSWERS, security: "met 漢字 erin" });

    expect(textOfDocx(docx)).toContain("met 漢字 erin");
    expect((await readPdf(pdf)).text).toContain("met □□ erin");
  });

  it("keeps lines, and what looks like a placeholder, XML or a control character", async () => {
    const security = "Eerst <dit> & {afnemer}\ndan {#einde}dat{/einde}\u0001 en [zo]";
    const { docx, pdf } = await final({ ...ANSWERS, security });

    const { text } = await readPdf(pdf);

    expect(text).toContain("Eerst <dit> & {afnemer} dan {#einde}dat{/einde} en [zo]");
    expect(text).toBe(textOfDocx(docx));
    expect(partOf(docx, "word/document.xml")).toContain("<w:br/>");
  });

  it("breaks a word that is longer than a line, and fills 40 pages", async () => {
    const long = `https://voorbeeldegem.example/${"a".repeat(300)}`;
    const paragraph = "Elke toegang wordt nagekeken door de dienst die daarvoor verantwoordelijk is. ".repeat(
      50,
    );
    const { docx, pdf } = await final({
      ...ANSWERS,
      purposes: long,
      security: Array.from({ length: 45 }, () => paragraph).join("\n"),
    });

    const { pages, text } = await readPdf(pdf);

    expect(pages.length).toBeGreaterThan(40);
    // The lines of a broken word have a space between them in the PDF's text.
    expect(text.replaceAll(" ", "")).toBe(textOfDocx(docx).replaceAll(" ", ""));
  }, 120_000);
});

describe("a draft", () => {
  const draft = (dossier: Dossier) => write({ dossier, answers: undefined, version: version("draft") });

  it("is prefilled from the dossier, with marked help for the rest", async () => {
    const { docx } = await draft(
      aDossier({ intake: { ...INTAKE, mutations: "intrekkingen" }, dpia: aDpia() }),
    );

    const text = textOfDocx(docx);
    const marked = readDocx(docx).blocks.flatMap((block) =>
      "runs" in block ? block.runs.filter(({ isMarked }) => isMarked) : [],
    );

    for (const known of [
      "Gemeente Voorbeeldegem, met zetel in [straat, nummer, postcode en gemeente]",
      "0999.999.922",
      "Sofie Hoofd, algemeen directeur",
      INTAKE.purpose,
      "De DPIA is aanvaard op 23 november 2026.",
      "De afnemer krijgt deze mutaties: intrekkingen",
      "dpo@team.example",
      "Leverancier van het gegeven",
    ])
      expect(text).toContain(known);
    for (const { text: help } of marked) expect(help).toMatch(/^\[.*\]$/);
    expect(marked.length).toBeGreaterThan(12);
  });

  it("can be made from a dossier without data", async () => {
    const bare = aDossier();

    const { docx, pdf } = await draft({ ...bare, people: { contact: bare.people.contact } });

    expect(textOfDocx(docx)).toContain("[naam en functie van wie ondertekent");
    expect((await readPdf(pdf)).text).toBe(textOfDocx(docx));
  });
});

it("has the thirteen elements of the law in its order", async () => {
  const { docx } = await final();

  const headings = readDocx(docx).blocks.flatMap((block) =>
    block.kind === "heading" ? [block.runs.map(({ text }) => text).join("")] : [],
  );
  const numbered = headings.filter((heading) => /^\d+\. /.test(heading));

  expect(numbered.slice(0, 13)).toEqual(
    PROTOCOL_ELEMENTS.map(({ number, field }) => `${number}. ${elementNames[field]}`),
  );
});

it("the form asks every element except the one that the agency writes, in order", () => {
  const asked = PROTOCOL_ELEMENTS.filter(({ by }) => by === "applicant").map(({ field }) => field);
  const fields = Object.keys(ProtocolForm.shape);

  expect(fields.filter((field) => asked.some((element) => element === field))).toEqual(asked);
  expect(fields).not.toContain("originalPurposes");
});
