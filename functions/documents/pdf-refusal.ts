import { inflateSync } from "node:zlib";
import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, PDFStream } from "@cantoo/pdf-lib";
import type { FileRefusal } from "../domain/documents.ts";

/** Where the header stands at the latest, as every reader accepts it. */
export const PDF_HEADER_WITHIN = 1024;
const END = "%%EOF";
/** What may follow the end of the file: what mail programs add. */
const MOST_AFTER_END = 2048;
/** What a stream of objects unpacks to at most. */
const MOST_UNPACKED = 50 * 1024 * 1024;

/**
 * DOC-08: a PDF is whole, opens without a password, and does nothing by itself: no scripts, nothing that it starts, no files
 * within. Names are read as a reader reads them, in compressed and encrypted objects too. A password for changes only is none.
 * Source: ISO 32000-2, 7.3.5 (names), 7.5 (file structure), 7.6 (encryption), 12.6.4 (actions), 7.11.4 (embedded files).
 */
export async function pdfRefusal(bytes: Uint8Array): Promise<FileRefusal | undefined> {
  const text = Buffer.from(bytes).toString("latin1");
  if (!hasEnd(text)) return "refused-damaged";
  if (unpacksTooFar(text)) return "refused-unpacked";
  const document = await open(bytes);
  if (typeof document === "string") return document;
  const found = new Set(namesIn(unescaped(text)).map((name) => MEANING[name]));
  for (const [, object] of document.context.enumerateIndirectObjects())
    walk(object, (name) => found.add(MEANING[name]));
  return ORDER.find((refusal) => found.has(refusal));
}

const MEANING: Record<string, FileRefusal> = {
  JavaScript: "refused-script",
  JS: "refused-script",
  XFA: "refused-script",
  Launch: "refused-launch",
  EmbeddedFile: "refused-attachment",
  EmbeddedFiles: "refused-attachment",
  EF: "refused-attachment",
  RichMedia: "refused-attachment",
};
const ORDER = ["refused-script", "refused-launch", "refused-attachment"] as const satisfies FileRefusal[];

/** Names that are long enough not to stand in compressed bytes by chance: found where no reader of ours looked. */
const namesIn = (text: string): string[] =>
  [...text.matchAll(/\/(JavaScript|Launch|EmbeddedFiles?|RichMedia)(?![A-Za-z0-9])/g)].map(
    ([, name = ""]) => name,
  );

const unescaped = (text: string): string =>
  text.replace(/#([0-9a-f]{2})/gi, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));

/** A cut file has no end: the place of its table of objects, and the mark after it. */
function hasEnd(text: string): boolean {
  const end = text.lastIndexOf(END);
  const after = text
    .slice(end + END.length)
    .replaceAll("\u0000", "")
    .trim();
  const [, offset] = /startxref\s+(\d+)\s+$/.exec(text.slice(Math.max(0, end - 100), end)) ?? [];
  return after.length <= MOST_AFTER_END && Number(offset) > 0 && Number(offset) < text.length;
}

/** Objects are unpacked to be looked at, so their streams are measured first. */
function unpacksTooFar(text: string): boolean {
  for (const found of text.matchAll(/\bobj\b([^]{0,2000}?)\bstream\r?\n/g)) {
    const about = unescaped(found[1] ?? "");
    if (!/\/(ObjStm|XRef)\b/.test(about)) continue;
    if (/\/Filter\s*\[\s*\/\w+\s*\/\w+/.test(about)) return true;
    const start = found.index + found[0].length;
    const end = text.indexOf("endstream", start);
    if (isBomb(Buffer.from(text.slice(start, end < 0 ? undefined : end), "latin1"))) return true;
  }
  return false;
}

function isBomb(packed: Buffer): boolean {
  try {
    inflateSync(packed, { maxOutputLength: MOST_UNPACKED });
    return false;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
  }
}

async function open(bytes: Uint8Array): Promise<PDFDocument | FileRefusal> {
  try {
    const options = { updateMetadata: false, preserveXFA: true, password: "", parseSpeed: Infinity };
    const document = await PDFDocument.load(bytes, { ...options, warnOnInvalidObjects: false });
    return document.getPageCount() > 0 ? document : "refused-damaged";
  } catch (error) {
    return error instanceof Error && /password|encrypt/i.test(error.message)
      ? "refused-password"
      : "refused-damaged";
  }
}

/** Every name that stands as a key, or as a kind of action or file, in an object and what stands within it. */
function walk(object: PDFObject, see: (name: string) => void): void {
  if (object instanceof PDFStream) walk(object.dict, see);
  else if (object instanceof PDFArray) for (const item of object.asArray()) walk(item, see);
  else if (object instanceof PDFDict)
    for (const [key, value] of object.entries()) {
      see(key.decodeText());
      if (value instanceof PDFName && KINDS.includes(key.decodeText())) see(value.decodeText());
      else walk(value, see);
    }
}
const KINDS = ["S", "Type", "Subtype"];
