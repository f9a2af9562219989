import { XMLParser, XMLValidator } from "fast-xml-parser";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { scanDocument } from "../../functions/documents/scan-document.ts";
import type { Dossier } from "../../functions/domain/dossier.ts";
import type { Site } from "../../functions/mail/send-mail.ts";
import { elementNames } from "../../functions/protocol/form-texts.nl.ts";
import { ProtocolForm } from "../../functions/protocol/protocol-form.ts";
import { PROTOCOL_ELEMENTS } from "../../functions/protocol/protocol-elements.ts";
import { protocolTemplate } from "../../functions/protocol/protocol-template.nl.ts";
import { renderTemplate } from "../../functions/protocol/render-template.ts";
import { aDossier } from "../builders/dossier.ts";
import { NAMES } from "../../functions/domain/names.ts";
import { aDpia, INTAKE } from "./answers.ts";

const SITE: Site = {
  publicUrl: "https://led.example",
  names: NAMES,
  mailboxes: {
    ledTeam: "led@team.example",
    ledDpo: "dpo@team.example",
    leadingOfficial: "official@team.example",
  },
};

async function filesOf(dossier: Dossier) {
  const bytes = await renderTemplate(protocolTemplate(dossier, SITE));
  const files = Object.entries(unzipSync(bytes)).map(([name, file]) => [name, strFromU8(file)] as const);
  const { contentType } = await scanDocument(bytes);
  return { type: contentType, read: (name: string) => files.find(([file]) => file === name)?.[1] ?? "" };
}

const ENTITIES = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&amp;": "&" };
const decoded = (xml: string) =>
  Object.entries(ENTITIES).reduce((text, [entity, sign]) => text.replaceAll(entity, sign), xml);
const textOf = (xml: string) =>
  [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text = ""]) => decoded(text)).join("\n");
const paragraphsOf = (xml: string) => xml.split("</w:p>");
const headingsOf = (xml: string) =>
  paragraphsOf(xml).flatMap((paragraph) => {
    const [, style] = /<w:pStyle w:val="(Heading\d|Title)"/.exec(paragraph) ?? [];
    return style === undefined ? [] : [{ style, text: textOf(paragraph) }];
  });

describe("the protocol template", () => {
  const dossier = aDossier({ intake: { ...INTAKE, mutations: "intrekkingen" }, dpia: aDpia() });

  it("is a Word document with a title, a language and real headings", async () => {
    const { type, read } = await filesOf(dossier);
    const properties: unknown = new XMLParser().parse(read("docProps/core.xml"));

    expect(type).toBe("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    expect(XMLValidator.validate(read("word/document.xml"))).toBe(true);
    expect(read("word/styles.xml")).toMatch(/<w:docDefaults>.*<w:lang w:val="nl-BE"\/>.*<\/w:docDefaults>/s);
    expect(properties).toMatchObject({
      "cp:coreProperties": {
        "dc:title": `Protocol tussen Gemeente Voorbeeldegem en ${NAMES.authority.name}`,
      },
    });
    expect(headingsOf(read("word/document.xml"))[0]).toMatchObject({ style: "Title" });
  });

  it("has the thirteen elements in the order of the law", async () => {
    const { read } = await filesOf(dossier);

    const numbered = headingsOf(read("word/document.xml")).filter(({ text }) => /^\d+\. /.test(text));

    expect(numbered).toEqual(
      PROTOCOL_ELEMENTS.map(({ number, field }) => ({
        style: "Heading1",
        text: `${number}. ${elementNames[field]}`,
      })),
    );
    expect(numbered).toHaveLength(13);
  });

  it("contains the known data of the dossier", async () => {
    const { read } = await filesOf(dossier);

    const text = textOf(read("word/document.xml"));

    for (const known of [
      "Gemeente Voorbeeldegem, ondernemingsnummer 0207.494.678",
      "Vertegenwoordigd door Sofie Hoofd, algemeen directeur.",
      INTAKE.purpose,
      `Betrokkenen: ${INTAKE.dataSubjects}`,
      INTAKE.legalBasis ?? "",
      "Kanaal: webtoepassing (MAGDA Online) en webdienst.",
      "Mutaties: intrekkingen",
      "De DPIA is aanvaard op 23 november 2026.",
      "Dirk Privacy (dpo@voorbeeldegem.example)",
      "dpo@team.example",
      "0316.380.841",
      "LED-2026-00042",
    ])
      expect(text).toContain(known);
  });

  it("separates typed text, with any characters, line by line", async () => {
    const purpose = "Eerst <dit> & dan\n\u0001dat\ud800";
    const { read } = await filesOf(aDossier({ intake: { ...INTAKE, purpose } }));

    const xml = read("word/document.xml");

    expect(XMLValidator.validate(xml)).toBe(true);
    expect(textOf(xml)).toContain("Eerst <dit> & dan\ndat\n");
  });

  it("can be made from a dossier without data", async () => {
    const bare = aDossier();

    const { read } = await filesOf({ ...bare, people: { contact: bare.people.contact } });

    expect(textOf(read("word/document.xml"))).toContain("[Zeg waarvoor de afnemer de gegevens gebruikt.]");
  });
});

it("the form asks every element except the one that the agency writes, in order", () => {
  const asked = PROTOCOL_ELEMENTS.filter(({ by }) => by === "applicant").map(({ field }) => field);
  const fields = Object.keys(ProtocolForm.shape);

  expect(fields.filter((field) => asked.some((element) => element === field))).toEqual(asked);
  expect(fields).not.toContain("originalPurposes");
});
