import type { DocumentKind, StoredDocument } from "../domain/documents.ts";
import type { PdfSignature } from "../domain/pdf-signature.ts";
import { allOf, allowed, refused, type Verdict } from "../domain/verdict.ts";
import type { SignatureForm } from "../domain/facts.ts";

type Wanted = {
  kind: DocumentKind;
  form: SignatureForm;
  /** How many people signed this file electronically. */
  signers: number;
  /** Whether somebody else still signs it. */
  isLast: boolean;
};

/**
 * SIGNATURE-01: a protocol that was signed electronically is a PDF with an intact signature of each signer that covers the
 * whole file, and that does not lock the file for who still signs. What was found is shown; whether a signature binds the
 * organisation is for people to judge. A file from before signatures were read is not judged.
 * Source: eIDAS, article 25; ISO 32000-2, 12.8; domain.md, "Signing".
 */
export function electronicSignatureIsThere(documents: readonly StoredDocument[], wanted: Wanted): Verdict {
  if (wanted.form !== "electronic") return allowed;
  return allOf(
    ...documents.filter(({ kind }) => kind === wanted.kind).map((document) => judge(document, wanted)),
  );
}

const NOT_SIGNED = [
  "In dit bestand staat geen elektronische handtekening.",
  "Onderteken de PDF met je eID, met itsme of met Digitaal Ondertekenen, bewaar hem, en voeg die versie toe.",
  "Tekende je op papier? Kies dan op papier, en voeg de scan toe.",
].join(" ");
const NOT_INTACT =
  "Een handtekening in dit bestand klopt niet: het is na het ondertekenen gewijzigd. Voeg het bestand toe zoals het uit het ondertekenen kwam.";
const ADDED =
  "Na de laatste handtekening is nog iets aan dit bestand toegevoegd. Voeg het bestand toe zoals het uit het ondertekenen kwam.";
const LOCKED =
  "Deze handtekening vergrendelt het bestand, zodat de andere partij niet meer kan tekenen. Onderteken opnieuw, en vink vergrendelen niet aan.";
const TOO_FEW =
  "In dit bestand staat niet elke handtekening. Onderteken het bestand dat de afnemer elektronisch ondertekende, zodat beide handtekeningen erin staan.";

function judge({ contentType, scan, signed }: StoredDocument, { kind, signers, isLast }: Wanted): Verdict {
  const refuse = (message: string) => refused("SIGNATURE-01", message, `documents.${kind}`);
  if (scan !== "accepted") return allowed;
  if (contentType !== "application/pdf") return refuse(NOT_SIGNED);
  if (!signed) return allowed;
  const problem = problemOf(signed.signatures, signers, isLast);
  return problem === undefined ? allowed : refuse(problem);
}

function problemOf(signatures: PdfSignature[], signers: number, isLast: boolean): string | undefined {
  if (signatures.length === 0) return NOT_SIGNED;
  if (signatures.some(({ isIntact }) => !isIntact)) return NOT_INTACT;
  if (signatures.some(({ coversFile }) => !coversFile)) return ADDED;
  if (!isLast && signatures.some(({ locks }) => locks)) return LOCKED;
  return signatures.length < signers ? TOO_FEW : undefined;
}
