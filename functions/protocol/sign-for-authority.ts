import * as z from "zod";
import { longText } from "../domain/fields.ts";
import { defineTask } from "../domain/define-task.ts";
import { allOf } from "../domain/verdict.ts";
import { applicantSignsFirst } from "./applicant-signs-first.ts";
import { copiesAreRecorded } from "./copies-are-recorded.ts";
import { bothDposArePositive } from "./both-dpos-are-positive.ts";
import { SignedByAuthority, signedFileIsInOrder, withoutSignatures, withSignature } from "./signing.ts";
import { signForAuthority as texts } from "./signing-texts.nl.ts";
import { textIsFixed } from "./text-is-fixed.ts";

/**
 * Who signs is asked, since the leading official can delegate. A refusal returns the protocol to its review, so the
 * applicant's signatures lapse.
 */
export const signForAuthority = defineTask({
  kind: "SignForAuthority",
  stage: "PROTOCOL",
  audience: "leading-official",
  outcomes: { signed: SignedByAuthority, refused: z.object({ reason: longText() }) },
  documents: [{ kind: "protocol-signed-by-both", requiredFor: ["signed"] }],
  tells: ["reason"],
  due: { days: 10, unit: "working" },
  texts: { nl: texts },
  mayOpen: (dossier) =>
    allOf(bothDposArePositive(dossier), textIsFixed(dossier), applicantSignsFirst(dossier)),
  mayDecide: {
    signed: (dossier, { fields, by, at }, { documents }) =>
      allOf(
        () => applicantSignsFirst(dossier, fields.date),
        () => copiesAreRecorded(fields, by, "authority"),
        () =>
          signedFileIsInOrder(dossier, at, {
            ...{ kind: "protocol-signed-by-both", form: fields.form, isLast: true, documents },
          }),
      ),
  },
  records: {
    signed: (dossier, { fields }) => withSignature(dossier, "authority", fields),
    refused: withoutSignatures,
  },
});
