import { constants, inflateSync } from "node:zlib";
import { PDFDocument, PDFInvalidObject } from "@cantoo/pdf-lib";
import type { FileRefusal } from "../domain/documents.ts";
import { walkPdf } from "./pdf-names.ts";
import { hiddenObjects, objectsOf, unescaped } from "./pdf-objects.ts";
import { isForeign } from "./read-package.ts";

/** Maximum offset of the header, in bytes, that every reader accepts. */
export const PDF_HEADER_WITHIN = 1024;
const END = "%%EOF";
/** Maximum number of bytes after the end of the file, such as mail programs add. */
const MOST_AFTER_END = 2048;
/** Maximum unpacked size of all object streams together, in bytes. */
const MOST_UNPACKED = 50 * 1024 * 1024;

/**
 * DOC-08: a PDF is complete, opens without a password, and contains no active content: no scripts, no actions that
 * start something, no embedded files, and no reference to another machine except links to pages. Names are decoded as a
 * reader decodes them, also in compressed and encrypted objects. A password that only restricts changes is allowed.
 * Source: ISO 32000-2, 7.3.5 (names), 7.5 (file structure), 7.6 (encryption), 12.6.4 (actions), 7.11.4 (embedded
 * files).
 */
export async function pdfRefusal(bytes: Uint8Array): Promise<FileRefusal | undefined> {
  const text = Buffer.from(bytes).toString("latin1");
  if (isSomethingElseToo(bytes, text)) return "refused-type";
  if (!hasEnd(text)) return "refused-damaged";
  const packed = namesInStreams(text);
  if (!packed) return "refused-unpacked";
  const document = await open(bytes);
  if (typeof document === "string") return document;
  // Scans the raw bytes too: a reader may use an object that a later object seems to replace.
  const found = new Set([...namesIn(text), ...packed].map((name) => MEANING[name]));
  const see = {
    name: (name: string) => found.add(MEANING[name]),
    badLink: () => found.add("refused-launch"),
    remoteFile: () => found.add("refused-remote"),
  };
  for (const object of [...objectsOf(document.context), ...hiddenObjects(bytes, text)]) {
    if (object instanceof PDFInvalidObject && holdsObjects(object)) return "refused-damaged";
    walkPdf(object, see);
  }
  return ORDER.find((refusal) => found.has(refusal));
}

/** An object stream that the parser could not read completely: another reader may find more in it. */
const holdsObjects = (object: PDFInvalidObject): boolean => {
  const bytes = new Uint8Array(object.sizeInBytes());
  object.copyBytesInto(bytes, 0);
  return /\/ObjStm\b/.test(unescaped(Buffer.from(bytes).toString("latin1")));
};

const MEANING: Record<string, FileRefusal> = {
  JavaScript: "refused-script",
  JS: "refused-script",
  OnInstantiate: "refused-script",
  XFA: "refused-script",
  Launch: "refused-launch",
  ImportData: "refused-remote",
  SubmitForm: "refused-remote",
  EmbeddedFile: "refused-attachment",
  EmbeddedFiles: "refused-attachment",
  EF: "refused-attachment",
  FileAttachment: "refused-attachment",
  RichMedia: "refused-attachment",
  Movie: "refused-attachment",
  Rendition: "refused-attachment",
  "3D": "refused-attachment",
};
const ORDER = [
  "refused-script",
  "refused-launch",
  "refused-remote",
  "refused-attachment",
] as const satisfies FileRefusal[];

/** Names long enough not to occur in compressed bytes by chance: found where the parser did not look. */
const namesIn = (text: string): string[] =>
  [
    ...unescaped(text).matchAll(
      /\/(JavaScript|Launch|ImportData|SubmitForm|EmbeddedFiles?|FileAttachment|RichMedia)(?![A-Za-z0-9])/g,
    ),
  ].map(([, name = ""]) => name);

/** The end of a zip, which is read from behind; a remark of 64 KB may follow it. */
const ZIP_END = "PK\u0005\u0006";
const ZIP_END_WITHIN = 22 + 0xffff;

/** Another program takes it for its own: a program, a page or a package before the header, or a package behind it. */
const isSomethingElseToo = (bytes: Uint8Array, text: string): boolean =>
  isForeign(bytes) ||
  /<[!?a-z]/i.test(text.slice(0, text.indexOf("%PDF-"))) ||
  text.slice(-ZIP_END_WITHIN).includes(ZIP_END);

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

/**
 * Whether an object is encoded in a way that no program uses: twice, by a reference elsewhere in the file, or with a
 * predictor, which is for numbers.
 */
const isPackedOddly = (about: string): boolean =>
  hasTwoFilters(about) ||
  /\/Filter\s+\d/.test(about) ||
  (/\/ObjStm\b/.test(about) &&
    /\/DecodeParms\s*(\d|\[|<<[^>]*\/Predictor\s+([2-9]|1\d|\d+\s+\d))/.test(about));

/** A single pass, because the text before a stream can be the whole file. */
const hasTwoFilters = (about: string): boolean =>
  [...about.matchAll(/\/Filter\s*\[([^\]]*)/g)].some(([, list = ""]) => list.split("/", 3).length > 2);

/**
 * Names in object streams; undefined where they exceed the unpacked size, or use an encoding that the parser does not
 * support. The text between the previous stream and this one describes this stream, whatever its length.
 */
function namesInStreams(text: string): string[] | undefined {
  const names: string[] = [];
  let before = 0;
  let room = MOST_UNPACKED;
  for (const found of text.matchAll(/(?<!end)stream\r?\n/g)) {
    const about = unescaped(text.slice(before, found.index));
    const start = found.index + found[0].length;
    const end = text.indexOf("endstream", start);
    // Without an end marker here, none follows further on.
    if (end < 0) break;
    before = end;
    if (!/\/(ObjStm|XRef)\b/.test(about)) continue;
    if (isPackedOddly(about)) return undefined;
    const unpacked = unpack(Buffer.from(text.slice(start, before), "latin1"), room);
    if (unpacked === undefined) return undefined;
    room -= unpacked.length;
    names.push(...namesIn(unpacked));
  }
  return names;
}

/** Undefined for another encoding or an encrypted stream. */
function unpack(packed: Buffer, most: number): string | undefined {
  try {
    return inflateSync(packed, {
      maxOutputLength: Math.max(most, 1),
      finishFlush: constants.Z_SYNC_FLUSH,
    }).toString("latin1");
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE"
      ? undefined
      : "";
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
