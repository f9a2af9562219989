import { DOCUMENT_TYPES, isDocumentType } from "./document-types.ts";

/** Maximum length before the extension: readable for people, and valid in every file system with a prefix. */
const LONGEST = { graphemes: 80, bytes: 150 };
const NAMELESS = "document";

/** Splits a text into graphemes: an emoji of several code points is one, and so is a letter with its accents. */
const graphemes = new Intl.Segmenter("nl", { granularity: "grapheme" });

/** A joiner outside an emoji is an invisible character. */
const STRAY_JOINER =
  /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])\u200D|\u200D(?!\p{Extended_Pictographic})/gu;
/**
 * Control, format, private and unassigned characters, and line ends. They include marks that change the direction of a
 * text.
 */
const UNSEEN = /(?!\u200D)[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}\uFFFD]/gu;
/** Letters and marks without a glyph, such as the Hangul filler; not the variation selectors of an emoji. */
const BLANK = /(?!\u200D|\uFE0E|\uFE0F)\p{Default_Ignorable_Code_Point}|\u2800/gu;
/** Characters that a file system refuses, or reads as a folder. */
const NOT_IN_A_NAME = /[<>:"/\\|?*]+/g;
/** Device names that Windows reserves, with any extension. */
const DEVICE = /^(con|prn|aux|nul|(com|lpt)[\d¹²³])(?=\.|$)/i;

/** File extensions, whether they match the content or not. */
const EXTENSION = /\.[a-z][a-z0-9]{0,4}$/i;
const DOCUMENT_EXTENSION = /\.(pdf|docx?|docm|dot[xm]?|odt|rtf|jpe?g|png)$/i;

/**
 * Makes a text usable in a file name: normalised, without invisible or refused characters, never cut within a grapheme.
 */
export function asNamePart(text: string): string {
  const plain = text
    .toWellFormed()
    .replace(/[\s\u0085]+/g, " ")
    .replace(STRAY_JOINER, "")
    .replace(UNSEEN, "")
    .replace(BLANK, "")
    .replace(NOT_IN_A_NAME, " ")
    .replace(/ {2,}/g, " ")
    // Normalise last: removing a character between two accents changes the normal form.
    .normalize("NFC");
  return shortened(trimmed(plain)).replace(DEVICE, "$&_");
}

/** A dot or a space at either end hides a file, or disappears on Windows. */
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
 * DOC-07: the name of a document is untrusted data. It contains no folder and no invisible character, and its extension
 * follows the type that was detected from the bytes. A refused file keeps its own extension.
 * Source: OWASP File Upload (file names, extensions); Unicode TR36 (bidirectional text spoofing).
 */
export function cleanFileName(given: string, contentType: string): string {
  // Some browsers send a whole path; only the last part is the name.
  const last = given.split(/[\\/]/).at(-1) ?? "";
  if (!isDocumentType(contentType)) return asNamePart(last) || NAMELESS;
  const stem = trimmed(last).replace(EXTENSION, "").replace(DOCUMENT_EXTENSION, "");
  return `${asNamePart(stem) || NAMELESS}.${DOCUMENT_TYPES[contentType]}`;
}
