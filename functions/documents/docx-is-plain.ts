import { readZip } from "./zip-parts.ts";

const CONTENT_TYPES = "[Content_Types].xml";
const MAIN_PART = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

/**
 * DOC-03: a DOCX has the main part of a Word document and no macros. An encrypted one is no zip at all, and a
 * macro-enabled one stays so under the name of a DOCX.
 * Source: ECMA-376 (Office Open XML), parts 1 and 2; MS-OFFCRYPTO for encryption.
 */
export function docxIsPlain(bytes: Uint8Array): boolean {
  const zip = readZip(bytes, [CONTENT_TYPES]);
  if (!zip) return false;
  const types = zip.textOf(CONTENT_TYPES);
  return (
    types.includes(MAIN_PART) &&
    !/macroEnabled|vbaProject/i.test(types) &&
    zip.names.some((name) => name.startsWith("word/")) &&
    !zip.names.some((name) => /vbaProject\.bin$|vbaData\.xml$/i.test(name))
  );
}
