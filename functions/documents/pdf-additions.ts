import { PDFDict, PDFDocument, PDFName, type PDFObject, PDFStream } from "@cantoo/pdf-lib";

/** Entries of the catalog that add to a signature, or describe the file, and change no page. */
const BESIDE_THE_TEXT = ["DSS", "Extensions", "Metadata"].map((name) => PDFName.of(name));

/**
 * Whether what follows the first `end` bytes of a PDF only adds data with which a signature can be checked later:
 * certificates, and answers of their issuers. Programs that sign by itsme or a Flemish platform add it after the signature.
 * No object of the revision before may change, except the catalog in these entries, and the properties of the file.
 * Source: ETSI EN 319 142-1, 5.4 (document security store).
 */
export async function addsValidationOnly(bytes: Uint8Array, end: number): Promise<boolean> {
  const [before, after] = await Promise.all([load(bytes.subarray(0, end)), load(bytes)]);
  const described = [before.context.trailerInfo.Info, before.catalog.get(PDFName.of("Metadata"))];
  const { Root } = before.context.trailerInfo;
  return (
    Root === after.context.trailerInfo.Root &&
    before.context.enumerateIndirectObjects().every(([ref, object]) => {
      const now = after.context.lookup(ref);
      if (ref === Root) return textOf(now) === textOf(object);
      return described.includes(ref) || isSame(now, object);
    })
  );
}

const load = (bytes: Uint8Array) => PDFDocument.load(bytes, { updateMetadata: false, password: "" });

/** A catalog without the entries that may change. */
function textOf(catalog: PDFObject | undefined): string | undefined {
  if (!(catalog instanceof PDFDict)) return undefined;
  const entries = catalog.entries().filter(([name]) => !BESIDE_THE_TEXT.includes(name));
  return entries
    .map(([name, value]) => `${name.toString()} ${value.toString()}`)
    .sort()
    .join("\n");
}

function isSame(one: PDFObject | undefined, other: PDFObject): boolean {
  if (one === undefined || one.toString() !== other.toString()) return false;
  if (!(one instanceof PDFStream) || !(other instanceof PDFStream)) return true;
  return Buffer.from(one.getContents()).equals(Buffer.from(other.getContents()));
}
