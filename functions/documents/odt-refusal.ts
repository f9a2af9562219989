import type { FileRefusal } from "../domain/documents.ts";
import { isElsewhere, isOwnDisk, isPlainLink, isShare } from "./addresses.ts";
import { isDdeFormula } from "./formulas.ts";
import { mediaRefusals } from "./media.ts";
import { isForeign, type Part } from "./read-package.ts";
import { isXml, readXml } from "./read-xml.ts";

export const MIMETYPE = "mimetype";
const TEXT = "application/vnd.oasis.opendocument.text";
/** Entry that holds the whole document when LibreOffice encrypts it. */
const ENCRYPTED = "encrypted-package";

/**
 * DOC-04: an ODT declares itself an OpenDocument text, can be read completely, and contains no active content: no
 * macros (an empty library is allowed), no scripts or events that start something, no external content, no embedded
 * objects, no DDE.
 * Source: OASIS OpenDocument 1.3, part 2 (packages: mimetype, manifest, encryption) and part 3 (scripts, events,
 * objects).
 */
export async function odtRefusal(parts: readonly Part[]): Promise<FileRefusal | undefined> {
  if (parts.some(({ name }) => name === ENCRYPTED)) return "refused-password";
  const mimetype = parts.find(({ name }) => name === MIMETYPE);
  const type =
    mimetype &&
    Buffer.from(await mimetype.read())
      .toString()
      .trim();
  if (type !== TEXT || !parts.some(({ name }) => name === "content.xml")) return "refused-type";
  const found: FileRefusal[] = [];
  for (const part of parts) found.push(...(await refusalsOfPart(part)));
  // Encrypted content cannot be scanned, so encryption outranks every other finding.
  return found.includes("refused-password") ? "refused-password" : found[0];
}

const LIBRARY_LIST = /(^|\/)(script|dialog)-l[bc]\.xml$/;

async function refusalsOfPart({ name, read }: Part): Promise<FileRefusal[]> {
  const bytes = await read();
  if (name === "META-INF/manifest.xml") return isEncrypted(bytes) ? ["refused-password"] : [];
  if (/(^|\/)Scripts\//i.test(name)) return ["refused-macro"];
  if (/(^|\/)(Basic|Dialogs)\//i.test(name) && !LIBRARY_LIST.test(name) && hasCode(bytes))
    return ["refused-macro"];
  if (isForeign(bytes)) return ["refused-object"];
  return [...mediaRefusals(name, bytes), ...(isXml(bytes) ? refusalsOfXml(bytes) : [])];
}

function isEncrypted(manifest: Uint8Array): boolean {
  let isIt = false;
  readXml(manifest, { element: (name) => void (isIt ||= name === "encryption-data") });
  return isIt;
}

/** A new module holds comments and an empty procedure; any other code is a macro. */
function hasCode(module: Uint8Array): boolean {
  if (!isXml(module)) return true;
  let code = "";
  let isModule = false;
  readXml(module, {
    element: (name) => void (isModule ||= name === "module"),
    text: (text) => void (code += text),
  });
  return (
    !isModule || code.split(/\r?\n/).some((line) => !/^\s*((rem|').*|sub main|end sub)?\s*$/i.test(line))
  );
}

const OBJECTS = ["object-ole", "plugin", "applet"];
/** `execute-macro`: a field that starts one of the programs of the reader. */
const SCRIPTS = ["event-listener", "script", "execute-macro"];
const LINKS = ["a"];
/** Attributes with the source or target of links, drawings, forms and their data. */
const REFERENCES = ["href", "src", "action", "datasource", "database-name", "base"];

function refusalsOfXml(bytes: Uint8Array): FileRefusal[] {
  const found: FileRefusal[] = [];
  readXml(bytes, {
    element: (name, attributes) => {
      if (SCRIPTS.includes(name)) found.push("refused-script");
      if (/^dde-(connection|connection-decl|source)$/.test(name)) found.push("refused-dde");
      if (OBJECTS.includes(name)) found.push("refused-object");
      if (isDdeFormula(attributes["formula"] ?? "")) found.push("refused-dde");
      for (const reference of REFERENCES)
        found.push(...refusalsOfReference(name, attributes[reference] ?? ""));
    },
  });
  return found;
}

function refusalsOfReference(element: string, href: string): FileRefusal[] {
  if (isShare(href)) return ["refused-remote"];
  if (LINKS.includes(element)) return isPlainLink(href) ? [] : ["refused-script"];
  const isFetched = element === "template" ? !isOwnDisk(href) : isElsewhere(href);
  return isFetched ? ["refused-remote"] : [];
}
