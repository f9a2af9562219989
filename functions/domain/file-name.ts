import { DOCUMENT_TYPES, isDocumentType } from "./document-types.ts";

/** Longest name before its extension: what a person still reads, and what every file system takes with a prefix. */
const LONGEST = { graphemes: 80, bytes: 150 };
const NAMELESS = "document";

/** Takes text apart where a person does: an emoji of several code points, or a letter with its accents, is one. */
const graphemes = new Intl.Segmenter("nl", { granularity: "grapheme" });

/** What joins the parts of one emoji; anywhere else it is a character that nobody sees. */
const STRAY_JOINER =
  /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])\u200D|\u200D(?!\p{Extended_Pictographic})/gu;
/** Control, format, private and unassigned characters, and line ends: marks that turn the direction of a text among them. */
const UNSEEN = /(?!\u200D)[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}\uFFFD]/gu;
/** Letters and marks that show nothing, such as the filler of Hangul; not the signs that choose how an emoji looks. */
const BLANK = /(?!\u200D|\uFE0E|\uFE0F)\p{Default_Ignorable_Code_Point}|\u2800/gu;
/** What a file system does not take, or takes as a folder. */
const NOT_IN_A_NAME = /[<>:"/\\|?*]+/g;
/** Names that Windows keeps for devices, whatever extension follows. */
const DEVICE = /^(con|prn|aux|nul|(com|lpt)[\d¹²³])(?=\.|$)/i;

/** An extension as people and programs write them, and those that say what a document claims to be. */
const EXTENSION = /\.[a-z][a-z0-9]{0,4}$/i;
const DOCUMENT_EXTENSION = /\.(pdf|docx?|docm|dot[xm]?|odt|rtf)$/i;

/** A text as part of a file name: normalised, without what nobody sees or no file system takes, never cut within a sign. */
export function asNamePart(text: string): string {
  const plain = text
    .toWellFormed()
    .replace(/[\s\u0085]+/g, " ")
    .replace(STRAY_JOINER, "")
    .replace(UNSEEN, "")
    .replace(BLANK, "")
    .replace(NOT_IN_A_NAME, " ")
    .replace(/ {2,}/g, " ")
    // Last: removing a character between two accents changes their normal form.
    .normalize("NFC");
  return shortened(trimmed(plain)).replace(DEVICE, "$&_");
}

/** A dot or a space at either end hides a file, or is lost on Windows. */
const trimmed = (text: string): string => text.replace(/^[. ]+|[. ]+$/g, "");

function shortened(text: string): string {
  let short = "";
  let count = 0;
  for (const { segment } of graphemes.segment(text)) {
    count += 1;
    if (count > LONGEST.graphemes || Buffer.byteLength(short + segment) > LONGEST.bytes) break;
    short += segment;
  }
  return trimmed(short);
}

/**
 * DOC-07: the name of a document is data. It holds no folder and no character that cannot be seen, and its extension
 * follows the type that was found in its bytes. Nothing is said of the type of a refused file: that keeps what it claims.
 * Source: OWASP File Upload (file names, extensions); Unicode TR36 (bidirectional text spoofing).
 */
export function cleanFileName(given: string, contentType: string): string {
  // Some browsers send a whole path; only its last part is the name.
  const last = given.split(/[\\/]/).at(-1) ?? "";
  if (!isDocumentType(contentType)) return asNamePart(last) || NAMELESS;
  const stem = trimmed(last).replace(EXTENSION, "").replace(DOCUMENT_EXTENSION, "");
  return `${asNamePart(stem) || NAMELESS}.${DOCUMENT_TYPES[contentType]}`;
}
