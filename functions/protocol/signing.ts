import * as z from "zod";
import type { DocumentKind, StoredDocument } from "../domain/documents.ts";
import type { Dossier, DossierFacts } from "../domain/dossier.ts";
import { type Protocol, type Signature, SIGNATURE_FORMS, type SignatureForm } from "../domain/facts.ts";
import { choice, date, name } from "../domain/fields.ts";
import { allOf, type Verdict } from "../domain/verdict.ts";
import { electronicSignatureIsThere } from "./electronic-signature-is-there.ts";
import { fixedTextIsSigned } from "./fixed-text-is-signed.ts";
import { termIsNotOver } from "./term-is-not-over.ts";

/** How, by whom and when a party signed. */
export const Signed = z.object({
  form: choice(SIGNATURE_FORMS),
  name: name(),
  capacity: name(),
  date: date("done"),
});
export type Signed = z.infer<typeof Signed>;

type SignedFile = {
  kind: DocumentKind;
  form: SignatureForm;
  isLast: boolean;
  documents: readonly StoredDocument[];
};

/** The rules on the file of every signature: the term, the signatures in it, and the text that was signed. */
export function signedFileIsInOrder(
  dossier: Dossier,
  at: string,
  { documents, ...file }: SignedFile,
): Verdict {
  const earlier = Object.values(dossier.protocol?.signatures ?? {});
  const signers = earlier.filter((signature) => signature?.form === "electronic").length + 1;
  return allOf(
    termIsNotOver(dossier, at),
    electronicSignatureIsThere(documents, { ...file, signers }),
    fixedTextIsSigned(dossier, documents, file),
  );
}

/** The protocol with the signature of a party, on the fixed version. */
export function withSignature(
  { protocol }: Dossier,
  party: keyof Protocol["signatures"],
  { form, name: by, capacity, date: at }: Signed,
): DossierFacts {
  if (!protocol) return {};
  const signature: Signature = { at, form, by, capacity, version: protocol.fixed?.version };
  return { protocol: { ...protocol, signatures: { ...protocol.signatures, [party]: signature } } };
}

/** When one party refuses to sign, the protocol returns to its review and the other signatures lapse. */
export function withoutSignatures({ protocol }: Dossier): DossierFacts {
  return protocol ? { protocol: { ...protocol, signatures: {} } } : {};
}
