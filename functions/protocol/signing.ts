import * as z from "zod";
import type { DocumentKind, StoredDocument } from "../domain/documents.ts";
import type { Dossier, DossierFacts } from "../domain/dossier.ts";
import { type Protocol, SIGNATURE_FORMS, type SignatureForm } from "../domain/facts.ts";
import { choice, date, name } from "../domain/fields.ts";
import { allOf, type Verdict } from "../domain/verdict.ts";
import { electronicSignatureIsThere } from "./electronic-signature-is-there.ts";
import { fixedTextIsSigned } from "./fixed-text-is-signed.ts";
import { termIsNotOver } from "./term-is-not-over.ts";

/** How, by whom and when a party signed. */
const Signed = z.object({
  form: choice(SIGNATURE_FORMS),
  name: name(),
  capacity: name(),
  date: date("done"),
});
/** Of a signatory of the consumer, whose paper copies come by post. */
export const SignedByConsumer = Signed.extend({ receivedOn: date("done").optional() });
/** Of the authority, which sends one of the paper copies back. */
export const SignedByAuthority = Signed.extend({ returnedOn: date("done").optional() });
type AnySigned = z.infer<typeof SignedByConsumer> & z.infer<typeof SignedByAuthority>;

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
  { protocol }: Pick<Dossier, "protocol">,
  party: keyof Protocol["signatures"],
  { form, name: by, capacity, date: at, receivedOn, returnedOn }: AnySigned,
): DossierFacts {
  if (!protocol) return {};
  const { version } = protocol.fixed ?? {};
  const signature = { at, form, by, capacity, version, receivedOn, returnedOn };
  return { protocol: { ...protocol, signatures: { ...protocol.signatures, [party]: signature } } };
}

/** When one party refuses to sign, the protocol returns to its review and the other signatures lapse. */
export function withoutSignatures({ protocol }: Dossier): DossierFacts {
  return protocol ? { protocol: { ...protocol, signatures: {}, furtherSignatures: undefined } } : {};
}
