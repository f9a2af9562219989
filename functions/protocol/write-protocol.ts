import { PDFDocument, type PDFFont, StandardFonts } from "@cantoo/pdf-lib";
import { type CalendarDate, showDate } from "../domain/calendar.ts";
import type { Dossier } from "../domain/dossier.ts";
import type { Site } from "../mail/send-mail.ts";
import { elementNames, protocolFields } from "./form-texts.nl.ts";
import { PROTOCOL_ELEMENTS } from "./protocol-elements.ts";
import type { ProtocolForm } from "./protocol-form.ts";
import { renderTemplate, type Template, type TemplateSection } from "./render-template.ts";

/** `draft`: not submitted yet. `proposal`: submitted, to advise on. `final`: to sign. */
export type VersionShown = {
  number: number;
  date: CalendarDate;
  status: "draft" | "proposal" | "final";
};
export type WriteProtocol = (about: {
  dossier: Dossier;
  /** The answers of the form, which are incomplete in a draft. */
  answers: Partial<ProtocolForm> | undefined;
  version: VersionShown;
}) => Promise<{ docx: Uint8Array; pdf: Uint8Array }>;

const STATUS = { draft: "ontwerp", proposal: "voorstel", final: "definitief" };

/** Writes the protocol of a dossier from the answers of its form, with the same text in both files. */
export const createWriteProtocol =
  ({ site }: { site: Site }): WriteProtocol =>
  async ({ dossier, answers, version }) => {
    const text = textOf(dossier, answers ?? {}, version, site);
    return { docx: await renderTemplate(text), pdf: await asPdf(text) };
  };

function textOf(
  dossier: Dossier,
  answers: Partial<ProtocolForm>,
  { number, date, status }: VersionShown,
  { names }: Site,
): Template {
  return {
    title: `Protocol tussen ${dossier.organisation.name} en ${names.authority.name}`,
    subject: `Dossier ${dossier.reference}, versie ${number}`,
    author: names.agencyInFull,
    sections: [
      { heading: `Versie ${number} van ${showDate(date)} (${STATUS[status]})`, paragraphs: [] },
      ...PROTOCOL_ELEMENTS.map(({ number: place, field }): TemplateSection => ({
        heading: `${place}. ${elementNames[field]}`,
        paragraphs: linesOf(field, field in answers ? Object(answers)[field] : undefined),
      })),
      { heading: "Bewaring", paragraphs: linesOf("retention", answers.retention) },
    ],
  };
}

function linesOf(field: string, value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => {
    const label = protocolFields[`${field}.${name}`]?.label ?? name;
    return typeof part === "string" ? [`${label}: ${part}`] : [];
  });
}

const MARGIN = 56;
const SIZE = 11;
const LINE = 15;

/** A plain PDF with the text of the template. */
async function asPdf({ title, sections }: Template): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.setTitle(title, { showInWindowTitleBar: true });
  pdf.setLanguage("nl-BE");
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const known = new Set(font.getCharacterSet());
  const lines = [
    title,
    ...sections.flatMap(({ heading, paragraphs }) => [
      "",
      heading,
      ...paragraphs.map((paragraph) => (typeof paragraph === "string" ? paragraph : `[${paragraph.fillIn}]`)),
    ]),
  ].flatMap((text) => text.split("\n"));
  const readable = lines.map((line) =>
    [...line].map((letter) => (known.has(letter.codePointAt(0) ?? 0) ? letter : "?")).join(""),
  );
  let page = pdf.addPage();
  let left = page.getHeight() - MARGIN;
  for (const line of readable.flatMap((text) => wrapped(text, font, page.getWidth() - 2 * MARGIN))) {
    if (left < MARGIN) {
      page = pdf.addPage();
      left = page.getHeight() - MARGIN;
    }
    page.drawText(line, { x: MARGIN, y: left, size: SIZE, font });
    left -= LINE;
  }
  return pdf.save();
}

function wrapped(text: string, font: PDFFont, width: number): string[] {
  return text.split(" ").reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    return last !== undefined && font.widthOfTextAtSize(longer, SIZE) <= width
      ? [...lines.slice(0, -1), longer]
      : [...lines, word];
  }, []);
}
