import type { FileRefusal } from "../domain/documents.ts";
import { isElsewhere, isOwnDisk, isPlainLink } from "./addresses.ts";
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
  if (types.some((type) => /macroEnabled|vbaProject/i.test(type))) return "refused-macro";
  if (!types.some((type) => type.toLowerCase() === MAIN_PART.toLowerCase())) return "refused-type";
  return partsRefusal(parts, new Room());
}

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

async function contentTypesOf(parts: readonly Part[]): Promise<string[]> {
  const types: string[] = [];
  const list = parts.find(({ name }) => name === CONTENT_TYPES);
  if (list)
    readXml(await list.read(), {
      element: (_name, { ContentType = "" }) => void types.push(ContentType),
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
  if (nested && CHART_NUMBERS.test(name)) return partsRefusal(await readPackage(bytes, nested), undefined);
  if (isForeign(bytes)) return "refused-object";
  if (!isXml(bytes)) return undefined;
  const found: FileRefusal[] = [];
  const fields = new FieldCodes();
  readXml(
    bytes,
    readerOf(name, fields, (refusal) => void (refusal && found.push(refusal))),
  );
  return found[0] ?? fields.refusal();
}

/** Elements that start or fetch something. */
const OBJECTS = ["OLEObject", "control", "altChunk"];
/** Elements that name the data source of a mail merge. */
const SOURCES = ["connectString", "udl"];
const isFetched = (source: string): boolean => isElsewhere(source) && !isOwnDisk(source);

function readerOf(part: string, fields: FieldCodes, found: (refusal?: FileRefusal) => void): XmlReader {
  const isOfChart = /(^|\/)charts\/_rels\//i.test(part);
  return {
    element: (name, attributes) => {
      if (OBJECTS.includes(name)) found("refused-object");
      if (name === "ddeLink") found("refused-dde");
      if (SOURCES.includes(name) || isFetched(attributes["src"] ?? "")) found("refused-remote");
      if (name === "Relationship") found(refusalOfRelationship(attributes, isOfChart));
      if (name === "fldSimple") fields.whole(attributes["instr"] ?? "");
      if (name === "fldChar") fields.mark(attributes["fldCharType"] ?? "");
    },
    text: (text, within) => {
      if (within === "instrText" || within === "delInstrText") fields.add(text);
    },
  };
}

/** Relationship types of embedded objects, in any part. */
const OBJECT_KINDS = [
  ...["oleobject", "control", "afchunk", "activexcontrolbinary"],
  ...["webextension", "webextensiontaskpanes"],
];
const MACRO_KINDS = ["vbaproject", "wordvbadata", "extensibility"];

function refusalOfRelationship(
  { Type = "", Target = "", TargetMode = "" }: Record<string, string>,
  isOfChart: boolean,
): FileRefusal | undefined {
  const kind = Type.split("/").at(-1)?.toLowerCase() ?? "";
  const isOutside = TargetMode.trim().toLowerCase() === "external" || isElsewhere(Target);
  if (MACRO_KINDS.includes(kind)) return "refused-macro";
  if (kind === "hyperlink") return isPlainLink(Target) ? undefined : "refused-remote";
  if (isOutside) return kind === "attachedtemplate" && isOwnDisk(Target) ? undefined : "refused-remote";
  return OBJECT_KINDS.includes(kind) || (kind === "package" && !isOfChart) ? "refused-object" : undefined;
}
