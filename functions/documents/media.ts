import type { FileRefusal } from "../domain/documents.ts";
import { isShare } from "./addresses.ts";
import { isXml, readXml } from "./read-xml.ts";

const PICTURES = [
  "png",
  "jpg",
  "jpeg",
  "jpe",
  "jfif",
  "gif",
  "bmp",
  "dib",
  "tif",
  "tiff",
  "webp",
  "ico",
  "svm",
].concat(["emf", "wmf", "emz", "wmz", "wdp", "jxr", "hdp", "heic", "pict", "pct", "pcx"]);
const FONTS = ["odttf", "ttf", "otf", "fntdata"];
const PARTS = ["xml", "rels", "rdf", "vml", "psmdcp", "sigs", "bin", "dat", "xlsx", "xlb"];
const KNOWN = new Set([...PICTURES, ...FONTS, ...PARTS, "svg"]);
/** A program may not need a name to know what to do with these; a document has nothing to do with any other. */
const isKnown = (extension: string | undefined): boolean => extension === undefined || KNOWN.has(extension);

const extensionOf = (name: string): string | undefined =>
  /\.([^./\\]*)[.\s]*$/.exec(name)?.[1]?.trim().toLowerCase();

/**
 * Why a part of a package is none that a document has: a script, a page or a shortcut beside its pictures, a page that is
 * called a picture, or a picture (SVG) with a script in it.
 */
export function mediaRefusals(name: string, bytes: Uint8Array): FileRefusal[] {
  const extension = extensionOf(name);
  if (!isKnown(extension)) return ["refused-object"];
  if (!isXml(bytes)) return extension === "svg" ? ["refused-object"] : [];
  if (extension !== undefined && PICTURES.includes(extension)) return ["refused-object"];
  return drawingRefusals(bytes);
}

/** Elements of a drawing that run something, or show a page of another kind. */
const SCRIPTS = [
  "script",
  "handler",
  "listener",
  "foreignObject",
  "iframe",
  "object",
  "embed",
  "video",
  "audio",
];
const FETCHES = /url\(\s*["']?\s*(?!["']?\s*(#|data:))|@import/i;

function drawingRefusals(bytes: Uint8Array): FileRefusal[] {
  const found: FileRefusal[] = [];
  let depth = 0;
  const isWithin = () => depth > 0;
  readXml(bytes, {
    element: (name, attributes) => {
      if (name === "svg") depth += 1;
      if (!isWithin()) return;
      if (SCRIPTS.includes(name) || Object.keys(attributes).some((key) => /^on[a-z]/i.test(key)))
        found.push("refused-script");
      // An animation may set an address to a script, or to a share.
      const values = ["to", "from", "by", "values"].map((key) => attributes[key] ?? "");
      if (values.some((value) => /script\s*:/i.test(value.replace(/\p{Cc}/gu, ""))))
        found.push("refused-script");
      if (values.some(isShare) || Object.values(attributes).some((value) => FETCHES.test(value)))
        found.push("refused-remote");
    },
    text: (text, within) => {
      if (isWithin() && within === "style" && FETCHES.test(text)) found.push("refused-remote");
    },
  });
  return found;
}
