import { readZip } from "./zip-parts.ts";

const MIME_TYPE = "application/vnd.oasis.opendocument.text";

/**
 * DOC-04: an ODT says so in its part `mimetype`, has a readable text, and has no macros.
 * Source: OASIS OpenDocument 1.3, part 2 (packages): mimetype, manifest, encryption.
 */
export function odtIsPlain(bytes: Uint8Array): boolean {
  const zip = readZip(bytes, ["mimetype", "META-INF/manifest.xml"]);
  return (
    zip !== undefined &&
    zip.textOf("mimetype").trim() === MIME_TYPE &&
    zip.names.includes("content.xml") &&
    !zip.textOf("META-INF/manifest.xml").includes("encryption-data") &&
    !zip.names.some((name) => /^(Basic|Scripts)\/./i.test(name))
  );
}
