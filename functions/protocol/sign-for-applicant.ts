import * as z from "zod";
import type { Dossier, DossierFacts } from "../domain/dossier.ts";
import { choice, date, longText, name } from "../domain/fields.ts";
import { defineTask } from "../domain/define-task.ts";
import { allOf, allowed, refused } from "../domain/verdict.ts";
import { bothDposArePositive } from "./both-dpos-are-positive.ts";
import { electronicSignatureIsThere } from "./electronic-signature-is-there.ts";
import { priorConsultationIsNeeded } from "./prior-consultation-is-needed.ts";
import { SIGNATURE_FORMS } from "./signature-forms.ts";
import { termIsNotOver } from "./term-is-not-over.ts";
import { protocolTexts } from "./texts.nl.ts";

const Signed = z.object({
  form: choice(SIGNATURE_FORMS),
  name: name(),
  capacity: name(),
  date: date("done"),
});

/** With two signed copies on paper, the LED team decides on behalf of the signatory, with the scan. */
export const signForApplicant = defineTask({
  kind: "SignForApplicant",
  stage: "PROTOCOL",
  audience: "signatory",
  outcomes: { signed: Signed, "not-signed": z.object({ reason: longText() }) },
  documents: [{ kind: "protocol-signed-by-applicant", requiredFor: ["signed"] }],
  tells: ["reason"],
  texts: { nl: protocolTexts.signForApplicant },
  prefill: ({ people: { signatory } }) => ({ name: signatory?.name, capacity: signatory?.capacity }),
  renews: ({ people: { signatory } }) => ({ name: signatory?.name, capacity: signatory?.capacity }),
  mayOpen: (dossier) =>
    allOf(
      bothDposArePositive(dossier),
      priorConsultationIsNeeded(dossier)
        ? refused("PROTOCOL-02", "De toezichthouder heeft nog geen gunstig antwoord gegeven.")
        : allowed,
    ),
  mayDecide: {
    signed: (dossier, { fields, at }, { documents }) =>
      allOf(
        termIsNotOver(dossier, at),
        bothDposArePositive(dossier, fields.date),
        electronicSignatureIsThere(documents, {
          ...{ kind: "protocol-signed-by-applicant", form: fields.form, signers: 1, isLast: false },
        }),
      ),
  },
  records: {
    signed: ({ protocol }, { fields: { form, name, date: at } }) =>
      protocol ? { protocol: { ...protocol, signatures: { applicant: { at, form, by: name } } } } : {},
    "not-signed": withoutSignatures,
  },
});

/** When one party refuses to sign, the protocol returns to its review and the other signature lapses. */
export function withoutSignatures({ protocol }: Dossier): DossierFacts {
  return protocol ? { protocol: { ...protocol, signatures: {} } } : {};
}
