import * as z from "zod";
import { DECIDING_BODIES } from "../domain/facts.ts";
import { choice, date, longText } from "../domain/fields.ts";
import { defineTask } from "../domain/define-task.ts";
import { allOf, allowed, refused } from "../domain/verdict.ts";
import { bothDposArePositive } from "./both-dpos-are-positive.ts";
import { copiesAreRecorded } from "./copies-are-recorded.ts";
import { priorConsultationIsNeeded } from "./prior-consultation-is-needed.ts";
import { SignedByConsumer, signedFileIsInOrder, withoutSignatures, withSignature } from "./signing.ts";
import { signForApplicant as texts } from "./signing-texts.nl.ts";
import { textIsFixed } from "./text-is-fixed.ts";

const Signed = SignedByConsumer.extend({
  decidedBy: z.object({ body: choice(DECIDING_BODIES), date: date("done") }).optional(),
});

/** With two signed copies on paper, the LED team decides on behalf of the signatory, with the scan. */
export const signForApplicant = defineTask({
  kind: "SignForApplicant",
  stage: "PROTOCOL",
  audience: "signatory",
  outcomes: { signed: Signed, "not-signed": z.object({ reason: longText() }) },
  documents: [
    { kind: "protocol-signed-by-applicant", requiredFor: ["signed"] },
    { kind: "governing-decision", requiredFor: [] },
  ],
  tells: ["reason"],
  texts: { nl: texts },
  prefill: ({ people: { signatory } }) => ({ name: signatory?.name, capacity: signatory?.capacity }),
  renews: ({ people: { signatory } }) => ({ name: signatory?.name, capacity: signatory?.capacity }),
  mayOpen: (dossier) =>
    allOf(
      bothDposArePositive(dossier),
      textIsFixed(dossier),
      priorConsultationIsNeeded(dossier)
        ? refused("PROTOCOL-02", "De toezichthouder heeft nog geen gunstig antwoord gegeven.")
        : allowed,
    ),
  mayDecide: {
    signed: (dossier, { fields, by, at }, { documents }) =>
      allOf(
        () => bothDposArePositive(dossier, fields.date),
        () => copiesAreRecorded(fields, by, "consumer"),
        () =>
          signedFileIsInOrder(dossier, at, {
            ...{ kind: "protocol-signed-by-applicant", form: fields.form, isLast: false, documents },
          }),
      ),
  },
  records: {
    signed: ({ protocol, ...dossier }, { fields }) =>
      withSignature(
        { ...dossier, protocol: protocol && { ...protocol, decidedBy: fields.decidedBy } },
        "applicant",
        fields,
      ),
    "not-signed": withoutSignatures,
  },
});
