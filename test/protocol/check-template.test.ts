import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { Site } from "../../functions/mail/send-mail.ts";
import { checkTemplate } from "../../functions/protocol/check-template.ts";
import { defaultTemplate } from "../../functions/protocol/default-template.nl.ts";
import { fillDocx } from "../../functions/templates/fill-docx.ts";
import { type Text, writeDocx } from "../../functions/templates/write-docx.ts";
import { NAMES } from "../../functions/domain/names.ts";
import { readPdf, textOfDocx } from "../templates/read-files.ts";

const SITE: Site = {
  publicUrl: "https://led.example",
  names: NAMES,
  mailboxes: {
    ledTeam: "led@team.example",
    ledDpo: "dpo@team.example",
    leadingOfficial: "official@team.example",
  },
};
const shipped = defaultTemplate("AHOVOKS");
const problemsOf = async (bytes: Uint8Array) => (await checkTemplate(bytes, SITE)).problems;
const withParts = async (...parts: Text["parts"]) =>
  writeDocx({ ...shipped, parts: [...shipped.parts, ...parts] });

/** A template in which a text of its XML is another. */
async function changed(from: string | RegExp, to: string, name = "word/document.xml"): Promise<Uint8Array> {
  const parts = unzipSync(await writeDocx(shipped));
  const xml = strFromU8(parts[name] ?? new Uint8Array());
  expect(xml).toMatch(from);
  return zipSync({ ...parts, [name]: strToU8(xml.replace(from, to)) });
}

describe("a template", () => {
  it("that ships is accepted, with a preview of plainly fictional values", async () => {
    const { problems, preview } = await checkTemplate(await writeDocx(shipped), SITE);

    expect(problems).toEqual([]);
    const text = textOfDocx(preview?.docx ?? new Uint8Array());
    expect(text).toContain("Gemeente Voorbeeldegem (fictief)");
    expect(text).not.toMatch(/[{}[\]]/);
    expect((await readPdf(preview?.pdf ?? new Uint8Array())).text).toBe(text);
  });

  it("is accepted when Word or LibreOffice splits a placeholder over runs", async () => {
    const split = await changed(
      /<w:t xml:space="preserve">([^<]*)\{doelen\}/,
      '<w:t xml:space="preserve">$1{do</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:lang w:val="nl-BE"/></w:rPr><w:t>elen</w:t></w:r><w:r><w:t xml:space="preserve">}',
    );

    expect(await problemsOf(split)).toEqual([]);
    const filled = fillDocx(
      split,
      { doelen: "Nagaan." },
      { author: "A", date: "2026-11-27", withHelp: true },
    );
    expect(textOfDocx(filled)).toContain("alleen voor deze doelen: Nagaan.");
  });

  it("names each unknown placeholder, and each that is missing", async () => {
    const template = await writeDocx({
      ...shipped,
      parts: [
        ...shipped.parts.filter((part) => !JSON.stringify(part).includes("{led_dpo}")),
        "{doel} en {Afnemer}",
      ],
    });

    expect(await problemsOf(template)).toEqual([
      "{doel}: dit veld bestaat niet. Kijk in de lijst hieronder hoe het heet.",
      "{Afnemer}: dit veld bestaat niet. Kijk in de lijst hieronder hoe het heet.",
      "{led_dpo} ontbreekt: adres van de DPO van het agentschap.",
      "{advies_led_uitkomst} ontbreekt: uitkomst van het advies van de DPO van het agentschap.",
      "{advies_led_datum} ontbreekt: datum van dat advies.",
    ]);
  });

  it.each([
    ["{afnemer", "{afnemer}: de accolade sluiten ontbreekt."],
    ["lees afnemer}", "{afnemer}: de accolade openen ontbreekt."],
    ["{#einde} zonder slot", "{einde}: {#…} of {^…} heeft geen {/…}."],
    ["slot {/einde}", "{einde}: {/…} heeft geen {#…} of {^…}."],
    [
      "{ondertekenaars}",
      "{ondertekenaars}: dit is een lijst. Schrijf {#ondertekenaars} … {/ondertekenaars}.",
    ],
    ["{naam}", "{naam}: dit veld staat alleen tussen {#ondertekenaars} en {/ondertekenaars}."],
    ["[vul hier iets in]", /^"\[vul hier iets in" staat tussen vierkante haken/],
  ])("with %s is refused by its name", async (text, problem) => {
    expect(await problemsOf(await withParts(text))).toEqual([
      typeof problem === "string" ? problem : expect.stringMatching(problem),
    ]);
  });

  it("without a title is refused", async () => {
    expect(await problemsOf(await changed(/w:val="Title"/, 'w:val="Normal"'))).toEqual([
      "Het sjabloon heeft geen titel. Geef de titel de stijl Titel.",
    ]);
  });

  it.each([
    ["a picture", "<w:r><w:drawing/></w:r>", /afbeelding/],
    ["a tracked change", "<w:ins><w:r><w:t>erbij</w:t></w:r></w:ins>", /bijgehouden wijzigingen/],
    ["a footnote", '<w:r><w:footnoteReference w:id="1"/></w:r>', /voetnoot/],
  ])("with %s is refused, since the PDF would lack it", async (_what, xml, problem) => {
    const [found] = await problemsOf(await changed("</w:p>", `${xml}</w:p>`));

    expect(found).toMatch(problem);
  });

  it("with macros, or that is no Word document, is refused", async () => {
    const macro = await changed(
      "</Types>",
      '<Override PartName="/word/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>',
      "[Content_Types].xml",
    );

    expect(await problemsOf(macro)).toEqual([expect.stringContaining("macro's")]);
    expect(await problemsOf(strToU8("%PDF-1.7"))).toEqual([
      expect.stringContaining("geen gewoon Word-bestand"),
    ]);
    expect(await problemsOf(new Uint8Array())).toEqual(["Het bestand is leeg."]);
    expect(await problemsOf(new Uint8Array(3 * 1024 * 1024))).toEqual(["Het bestand is groter dan 2 MB."]);
    expect(await problemsOf((await writeDocx(shipped)).subarray(0, 5000))).toEqual([
      expect.stringContaining("beschadigd"),
    ]);
  });
});
