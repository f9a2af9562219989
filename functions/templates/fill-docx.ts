import { DomUtils } from "htmlparser2";
import { strToU8, zipSync } from "fflate";
import type { CalendarDate } from "../domain/calendar.ts";
import { openTemplate, type Values } from "./open-template.ts";
import { readDocx } from "./read-docx.ts";
import { childOf, childrenOf, elementsOf, isOn, parseXml, textOf, toXml, type XmlElement } from "./xml.ts";

/** `date`: of the document, in its properties. `withHelp`: highlighted text stays. */
export type AboutDocx = { author: string; date: CalendarDate; withHelp: boolean };

/**
 * Fills in a Word template. What is highlighted in a template is fill-in help, which only a document that is still to be
 * filled in shows. The same input gives the same bytes. Throws Unfillable.
 */
export function fillDocx(template: Uint8Array, values: Values, about: AboutDocx): Uint8Array {
  const parts = openTemplate(template).fill(withPlainText(values));
  if (!about.withHelp) for (const name of Object.keys(parts)) removeHelp(parts, name);
  const { title } = readDocx(zip(parts));
  // A document of Google has no properties.
  if (PROPERTIES in parts) parts[PROPERTIES] = properties(title, about);
  return zip(parts);
}

const PROPERTIES = "docProps/core.xml";

/** Typed text in one normal form, so that the same name is the same text everywhere. */
const withPlainText = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, inNormalForm(value)]));

const inNormalForm = (value: Values[string]): Values[string] => {
  if (typeof value === "string") return value.normalize("NFC");
  if (typeof value === "boolean") return value;
  return value.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, text]) => [name, text.normalize("NFC")])),
  );
};

/** A fixed time in the zip, in local time, as zip files have it. */
const zip = (parts: Record<string, Uint8Array>): Uint8Array =>
  zipSync(parts, { mtime: new Date(2000, 0, 1), level: 6 });

const TEXT_PARTS = /^word\/(document|header\d*|footer\d*)\.xml$/;

function removeHelp(parts: Record<string, Uint8Array>, name: string): void {
  if (!TEXT_PARTS.test(name)) return;
  const document = parseXml(parts[name]);
  const marked = elementsOf(document, "w:r").filter((run) => isOn(childOf(run, "w:rPr"), "w:highlight"));
  if (marked.length === 0) return;
  const paragraphs = new Set(marked.map(paragraphOf));
  for (const run of marked) DomUtils.removeElement(run);
  for (const paragraph of paragraphs)
    if (paragraph && textOf(paragraph).trim() === "" && !isLastOfCell(paragraph))
      DomUtils.removeElement(paragraph);
  parts[name] = strToU8(toXml(document));
}

function paragraphOf(run: XmlElement): XmlElement | undefined {
  let element = run.parent;
  while (element && !("name" in element && element.name === "w:p")) element = element.parent;
  return element && "attribs" in element ? element : undefined;
}

/** Word refuses a cell without a paragraph. */
const isLastOfCell = ({ parent }: XmlElement): boolean =>
  parent !== null && "name" in parent && parent.name === "w:tc"
    ? childrenOf(parent).filter(({ name }) => name === "w:p").length === 1
    : false;

const escaped = (text: string): string => text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const properties = (title: string, { author, date }: AboutDocx): Uint8Array =>
  strToU8(
    [
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
      '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
      ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
      ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
      `<dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(author)}</dc:creator>`,
      `<cp:lastModifiedBy>${escaped(author)}</cp:lastModifiedBy><dc:language>nl-BE</dc:language>`,
      ...["created", "modified"].map(
        (name) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${date}T12:00:00Z</dcterms:${name}>`,
      ),
      "</cp:coreProperties>",
    ].join(""),
  );
