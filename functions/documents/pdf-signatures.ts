import { createHash } from "node:crypto";
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, type PDFObject } from "@cantoo/pdf-lib";
import { ContentInfo, SignedData, type SignerInfo } from "pkijs";
import type { PdfSignature, SignaturesFound, TrustedIssuer } from "../domain/pdf-signature.ts";
import { addsValidationOnly } from "./pdf-additions.ts";
import { certificatesIn, commonName, trustOf } from "./certificate-chain.ts";

/** Maximum number of revisions and signatures that are evaluated: more than in any file that people sign. */
const MOST = 20;
const SIGNED_DATA = "1.2.840.113549.1.7.2";
const SIGNING_TIME = "1.2.840.113549.1.9.5";
/** CMS over the bytes of the file. Other, withdrawn, formats are reported as not intact. */
const DETACHED = ["/adbe.pkcs7.detached", "/ETSI.CAdES.detached"];
/** A time stamp over the file: of a time-stamping authority, and of no signer. */
const TIMESTAMP = "/ETSI.RFC3161";

const NOT_INTACT = { signer: "", issuer: "", isIntact: false, coversFile: false, trust: "unknown" } as const;

/**
 * The electronic signatures in a PDF, oldest first, and its earlier revisions. Source: ISO 32000-2, 12.8; ETSI EN 319
 * 142-1; RFC 5652 (CMS).
 */
export async function signaturesIn(
  bytes: Uint8Array,
  trusted: readonly TrustedIssuer[],
): Promise<SignaturesFound> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false, password: "" });
  const values = document.context
    .enumerateIndirectObjects()
    .flatMap(([, field]) => (field instanceof PDFDict ? (signed(field) ?? []) : []))
    .sort((a, b) => endOf(a.value) - endOf(b.value))
    .slice(0, MOST);
  const covered = await coversFile(values.at(-1), bytes);
  const signatures: PdfSignature[] = [];
  const signers = values.filter((each) => formatOf(each) !== TIMESTAMP);
  for (const each of signers) {
    const isCovered = each !== signers.at(-1) || covered;
    signatures.push(await judge(each, bytes, trusted, isCovered).catch(() => unreadable(each)));
  }
  return { signatures, revisions: revisionsOf(bytes) };
}

type Signed = { field: PDFDict; value: PDFDict };

/** A signature or certificate that cannot be parsed is reported as not intact; it does not make the file unreadable. */
const unreadable = (signed: Signed): PdfSignature => ({ ...NOT_INTACT, locks: locksFile(signed) });
const locksFile = ({ field, value }: Signed): boolean =>
  isCertified(value) || allowsNoChange(field.lookup(PDFName.of("Lock")));

/** A signature field that is signed, with its signature dictionary. */
function signed(field: PDFDict): Signed | undefined {
  if (field.lookup(PDFName.of("FT")) !== PDFName.of("Sig")) return undefined;
  const value = field.lookup(PDFName.of("V"));
  return value instanceof PDFDict ? { field, value } : undefined;
}

async function judge(
  each: Signed,
  bytes: Uint8Array,
  trusted: readonly TrustedIssuer[],
  isCovered: boolean,
): Promise<PdfSignature> {
  const found = DETACHED.includes(formatOf(each)) ? await verified(each, bytes) : undefined;
  if (!found) return unreadable(each);
  const { cms, certificate, isIntact } = found;
  const at = signingTime(cms.signerInfos[0]);
  const trust = isIntact
    ? await trustOf(certificate, certificatesIn(cms), trusted, at ?? new Date())
    : "unknown";
  return {
    signer: commonName(certificate.subject),
    issuer: commonName(certificate.issuer),
    ...(at && { at: at.toISOString() }),
    isIntact,
    coversFile: isCovered,
    locks: locksFile(each),
    trust,
  };
}

/**
 * Whether nothing that counts follows the last signature or time stamp. A time stamp covers the file only when it is intact.
 */
async function coversFile(last: Signed | undefined, bytes: Uint8Array): Promise<boolean> {
  if (!last) return false;
  if (formatOf(last) === TIMESTAMP && !(await verified(last, bytes).catch(() => undefined))?.isIntact)
    return false;
  const end = endOf(last.value);
  return isNothing(bytes.subarray(end)) || addsValidationOnly(bytes, end).catch(() => false);
}

const formatOf = ({ value }: Signed): string => value.lookup(PDFName.of("SubFilter"))?.toString() ?? "";

/** Line ends after the file. */
const isNothing = (rest: Uint8Array): boolean =>
  rest.every((byte) => byte === 10 || byte === 13 || byte === 0);

const rangeOf = (value: PDFDict): number[] => {
  const range = value.lookup(PDFName.of("ByteRange"));
  if (!(range instanceof PDFArray)) return [];
  return range.asArray().map((each) => (each instanceof PDFNumber ? each.asNumber() : NaN));
};
const endOf = (value: PDFDict): number => {
  const [, , start = 0, length = 0] = rangeOf(value);
  return start + length;
};

/**
 * The bytes that a signature covers: from the start, all but the signature itself. A range that leaves out anything
 * else would hide it from the signature.
 */
function signedBytes(value: PDFDict, bytes: Uint8Array) {
  const range = rangeOf(value);
  const [from = NaN, before = NaN, start = NaN, after = NaN] = range;
  const end = start + after;
  const isRange =
    range.length === 4 && range.every((each) => Number.isInteger(each) && each >= 0) && from === 0;
  if (!isRange || start < before || end > bytes.length) return undefined;
  const [, hex] =
    /^<([0-9a-f\s]*)>$/i.exec(Buffer.from(bytes.subarray(before, start)).toString("latin1")) ?? [];
  if (hex === undefined) return undefined;
  const contents = Buffer.from(hex.replaceAll(/\s/g, ""), "hex");
  return { data: Buffer.concat([bytes.subarray(0, before), bytes.subarray(start, end)]), contents };
}

function readCms(contents: Buffer): SignedData | undefined {
  try {
    const info = ContentInfo.fromBER(Uint8Array.from(contents));
    if (info.contentType !== SIGNED_DATA) return undefined;
    const cms = new SignedData({ schema: info.content });
    return cms.signerInfos.length > 0 ? cms : undefined;
  } catch {
    return undefined;
  }
}

async function verified({ value }: Signed, bytes: Uint8Array) {
  const range = signedBytes(value, bytes);
  const cms = range && readCms(range.contents);
  if (!cms) return undefined;
  const { signatureVerified, signerCertificate } = await cms
    .verify({ signer: 0, data: Uint8Array.from(range.data).buffer, extendedMode: true, checkChain: false })
    .catch((error: unknown) => error as Awaited<ReturnType<typeof cms.verify>> & object);
  return signerCertificate && { cms, certificate: signerCertificate, isIntact: signatureVerified === true };
}

function signingTime(signer: SignerInfo | undefined): Date | undefined {
  const attribute = signer?.signedAttrs?.attributes.find(({ type }) => type === SIGNING_TIME);
  const [time] = (attribute?.values ?? []) as { toDate?: () => Date }[];
  return time?.toDate?.();
}

/** Whether the signature certifies the file, and allows no change (DocMDP 1). */
function isCertified(value: PDFDict): boolean {
  const references = value.lookup(PDFName.of("Reference"));
  if (!(references instanceof PDFArray)) return false;
  return references.asArray().some((_each, index) => {
    const reference = references.lookup(index);
    return (
      reference instanceof PDFDict &&
      reference.lookup(PDFName.of("TransformMethod")) === PDFName.of("DocMDP") &&
      allowsNoChange(reference.lookup(PDFName.of("TransformParams")))
    );
  });
}

const allowsNoChange = (permissions: PDFObject | undefined): boolean =>
  permissions instanceof PDFDict && permissions.lookup(PDFName.of("P"))?.toString() === "1";

/** SHA-256 of the file before each later addition: up to an end-of-file marker, with and without its line end. */
function revisionsOf(bytes: Uint8Array): string[] {
  const text = Buffer.from(bytes).toString("latin1");
  const ends = [...text.matchAll(/%%EOF(\r\n|\r|\n)?/g)]
    .slice(0, MOST)
    .flatMap(({ index, 1: lineEnd = "" }) => {
      const end = index + "%%EOF".length;
      return lineEnd ? [end, end + lineEnd.length] : [end];
    });
  return ends
    .filter((end) => end < bytes.length)
    .map((end) => createHash("sha256").update(bytes.subarray(0, end)).digest("hex"));
}
