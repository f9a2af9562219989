import { createHash } from "node:crypto";
import { Certificate, type RelativeDistinguishedNames, type SignedData } from "pkijs";
import { cleanLine } from "../domain/clean-text.ts";
import type { PdfSignature, TrustedIssuer } from "../domain/pdf-signature.ts";

/** Characters. */
const LONGEST_NAME = 200;
const COMMON_NAME = "2.5.4.3";
/** Longest chain of certificates that is followed. */
const MOST_ISSUERS = 8;

/** The common name without numbers that are long enough to identify a person; empty where the certificate has none. */
export const commonName = ({ typesAndValues }: RelativeDistinguishedNames): string =>
  cleanLine(String(typesAndValues.find(({ type }) => type === COMMON_NAME)?.value.valueBlock.value ?? ""))
    .replace(/\d[\d .-]{4,}\d/g, "…")
    .slice(0, LONGEST_NAME);

export const certificatesIn = ({ certificates = [] }: SignedData): Certificate[] =>
  certificates.filter((each) => each instanceof Certificate);

/**
 * Follows the chain of a certificate through the certificates in the signature to an issuer that configuration trusts.
 * Each certificate must be valid at the time of the signature. Revocation is not checked: that takes a call to the
 * issuer.
 */
export async function trustOf(
  certificate: Certificate,
  others: Certificate[],
  trusted: readonly TrustedIssuer[],
  at: Date,
): Promise<PdfSignature["trust"]> {
  let current = certificate;
  for (let left = MOST_ISSUERS; left > 0; left--) {
    if (!isValidAt(current, at)) return "unknown";
    const issuer = await issuerOf(current, others);
    if (!issuer || issuer === current) return "unknown";
    const found = trusted.find(({ sha256 }) => sha256 === fingerprint(issuer));
    if (found) return found.qualified ? "qualified" : "trusted";
    current = issuer;
  }
  return "unknown";
}

const isValidAt = ({ notBefore, notAfter }: Certificate, at: Date): boolean =>
  notBefore.value <= at && at <= notAfter.value;

async function issuerOf(certificate: Certificate, others: Certificate[]): Promise<Certificate | undefined> {
  for (const other of others)
    if (isAuthority(other) && other.subject.isEqual(certificate.issuer) && (await signed(other, certificate)))
      return other;
  return undefined;
}

const BASIC_CONSTRAINTS = "2.5.29.19";
const isAuthority = ({ extensions = [] }: Certificate): boolean =>
  extensions.some(
    ({ extnID, parsedValue }) =>
      extnID === BASIC_CONSTRAINTS && (parsedValue as { cA?: boolean }).cA === true,
  );

const signed = (issuer: Certificate, certificate: Certificate): Promise<boolean> =>
  certificate.verify(issuer).catch(() => false);

const fingerprint = (certificate: Certificate): string =>
  createHash("sha256").update(Buffer.from(certificate.toSchema().toBER())).digest("hex");
