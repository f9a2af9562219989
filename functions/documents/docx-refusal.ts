import type { FileRefusal } from "../domain/documents.ts";
import { isElsewhere, isOwnDisk, isPlainLink, isWithin } from "./addresses.ts";
import { isDdeFormula } from "./formulas.ts";
import { mediaRefusals } from "./media.ts";
import { isForeign, type Part, readPackage, Room } from "./read-package.ts";
import { isXml, readXml, type XmlReader } from "./read-xml.ts";
import { FieldCodes } from "./word-fields.ts";

export const CONTENT_TYPES = "[Content_Types].xml";
const MAIN_PART = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

/**
 * DOC-03: a DOCX declares itself a Word document, can be read completely, and contains no active content: no macros, no
 * external template, frame or picture, no embedded objects, no DDE. The embedded workbook of a chart is allowed.
 * Source: ECMA-376 (Office Open XML), parts 1 and 2; MS-OFFCRYPTO; MITRE ATT&CK T1221, T1559.002, T1137, T1566.001.
 */
export async function docxRefusal(parts: readonly Part[]): Promise<FileRefusal | undefined> {
  const types = await contentTypesOf(parts);
  if (types.some(isOfMacro)) return "refused-macro";
  const main = types.find(({ type }) => type.toLowerCase() === MAIN_PART.toLowerCase());
  if (!main) return "refused-type";
  const part = parts.find(({ name }) => `/${name}`.toLowerCase() === main.part.toLowerCase());
  // Word opens a text part by its content, whatever its declared type.
  if (!part || !isXml(await part.read())) return "refused-damaged";
  return partsRefusal(parts, new Room());
}

type Listed = { part: string; type: string };
const isOfMacro = ({ type }: Listed): boolean => /macroEnabled|vbaProject|macrosheet/i.test(type);

async function partsRefusal(
  parts: readonly Part[],
  nested: Room | undefined,
): Promise<FileRefusal | undefined> {
  for (const part of parts) {
    const refusal = refusalOfName(part.name) ?? (await refusalOfPart(part, nested));
    if (refusal) return refusal;
  }
  return undefined;
}

async function contentTypesOf(parts: readonly Part[]): Promise<Listed[]> {
  const types: Listed[] = [];
  const list = parts.find(({ name }) => name === CONTENT_TYPES);
  if (list)
    readXml(await list.read(), {
      element: (_name, { PartName = "", ContentType = "" }) =>
        void types.push({ part: PartName, type: ContentType }),
    });
  return types;
}

const CHART_NUMBERS = /^word\/embeddings\/[^/]+\.xlsx$/i;

function refusalOfName(name: string): FileRefusal | undefined {
  if (/(^|\/)(vbaProject\.bin|vbaData\.xml)$|^customUI\//i.test(name)) return "refused-macro";
  const isObject = /(^|\/)(activeX|webextensions)\//i.test(name);
  return isObject || (/(^|\/)embeddings\//i.test(name) && !CHART_NUMBERS.test(name))
    ? "refused-object"
    : undefined;
}

async function refusalOfPart(
  { name, read }: Part,
  nested: Room | undefined,
): Promise<FileRefusal | undefined> {
  const bytes = await read();
  if (nested && CHART_NUMBERS.test(name)) return numbersRefusal(await readPackage(bytes, nested));
  if (isForeign(bytes)) return "refused-object";
  const found = mediaRefusals(name, bytes);
  if (!isXml(bytes)) return found[0];
  const fields = new FieldCodes();
  readXml(
    bytes,
    readerOf(name, fields, (refusal) => void (refusal && found.push(refusal))),
  );
  return found[0] ?? fields.refusal();
}

async function numbersRefusal(parts: readonly Part[]): Promise<FileRefusal | undefined> {
  if ((await contentTypesOf(parts)).some(isOfMacro)) return "refused-macro";
  return partsRefusal(parts, undefined);
}

/** Elements that start or fetch content. A web video contains a page. */
const OBJECTS = ["OLEObject", "control", "altChunk", "webVideoPr"];
/** Data sources of a mail merge, and of a spreadsheet. */
const SOURCES = ["connectString", "udl", "dbPr", "olapPr", "webPr"];
/** Where the numbers of a chart, a sheet and its names come from. */
const FORMULAS = ["f", "formula", "formula1", "formula2", "oleFormula", "definedName"];
/** Drawing elements that load the target of their address; in other elements it is a link. */
const PICTURES = ["imagedata", "fill", "stroke", "image", "use", "feImage"];
const isFetched = (source: string): boolean => isElsewhere(source) && !isOwnDisk(source);
const hrefIsRefused = (element: string, href: string): boolean =>
  PICTURES.includes(element) ? isFetched(href) : !isPlainLink(href);

function readerOf(part: string, fields: FieldCodes, found: (refusal?: FileRefusal) => void): XmlReader {
  const isOfChart = /(^|\/)charts\/_rels\//i.test(part);
  return {
    element: (name, attributes) => {
      if (OBJECTS.includes(name)) found("refused-object");
      if (name === "ddeLink" || name === "oleLink") found("refused-dde");
      if (SOURCES.includes(name) || isFetched(attributes["src"] ?? "")) found("refused-remote");
      if (hrefIsRefused(name, attributes["href"] ?? "")) found("refused-remote");
      if (name === "Relationship") found(refusalOfRelationship(attributes, isOfChart));
      if (name === "fldSimple") fields.whole(attributes["instr"] ?? "");
      if (name === "fldChar") fields.mark(attributes["fldCharType"] ?? "");
    },
    text: (text, within) => {
      if (FORMULAS.includes(within) && isDdeFormula(text)) found("refused-dde");
      if (within === "HyperlinkBase" && isElsewhere(text) && !isPlainLink(text)) found("refused-remote");
      if (within === "instrText" || within === "delInstrText") fields.add(text);
    },
  };
}

/** Relationship types of embedded objects, in any part. */
const OBJECT_KINDS = [
  ...["oleobject", "control", "afchunk", "activexcontrolbinary"],
  ...["webextension", "webextensiontaskpanes"],
];
const MACRO_KINDS = ["vbaproject", "wordvbadata", "extensibility", "xlmacrosheet", "xlintlmacrosheet"];

function refusalOfRelationship(
  { Type = "", Target = "", TargetMode = "" }: Record<string, string>,
  isOfChart: boolean,
): FileRefusal | undefined {
  const kind = Type.split("/").at(-1)?.toLowerCase() ?? "";
  const isExternal = TargetMode.trim().toLowerCase() === "external";
  const isOutside = (isExternal && !isWithin(Target)) || isElsewhere(Target);
  if (MACRO_KINDS.includes(kind)) return "refused-macro";
  if (kind === "hyperlink") return isPlainLink(Target) ? undefined : "refused-remote";
  if (isOutside) return kind === "attachedtemplate" && isOwnDisk(Target) ? undefined : "refused-remote";
  return OBJECT_KINDS.includes(kind) || (kind === "package" && !isOfChart) ? "refused-object" : undefined;
}
