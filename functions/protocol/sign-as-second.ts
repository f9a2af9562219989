import * as z from "zod";
import { longText } from "../domain/fields.ts";
import { defineTask } from "../domain/define-task.ts";
import { allOf } from "../domain/verdict.ts";
import { firstSignsBeforeSecond } from "./applicant-signs-first.ts";
import { copiesAreRecorded } from "./copies-are-recorded.ts";
import { bothDposArePositive } from "./both-dpos-are-positive.ts";
import { SignedByConsumer, signedFileIsInOrder, withoutSignatures, withSignature } from "./signing.ts";
import { signAsSecond as texts } from "./signing-texts.nl.ts";
import { textIsFixed } from "./text-is-fixed.ts";

/** The second signatory of the consumer signs after the first: a municipality, for example, signs with two. */
export const signAsSecond = defineTask({
  kind: "SignAsSecond",
  stage: "PROTOCOL",
  audience: "second-signatory",
  outcomes: { signed: SignedByConsumer, "not-signed": z.object({ reason: longText() }) },
  documents: [{ kind: "protocol-signed-by-second", requiredFor: ["signed"] }],
  tells: ["reason"],
  texts: { nl: texts },
  prefill: ({ people: { secondSignatory: second } }) => ({ name: second?.name, capacity: second?.capacity }),
  renews: ({ people: { secondSignatory: second } }) => ({ name: second?.name, capacity: second?.capacity }),
  mayOpen: (dossier) =>
    allOf(bothDposArePositive(dossier), textIsFixed(dossier), firstSignsBeforeSecond(dossier)),
  mayDecide: {
    signed: (dossier, { fields, by, at }, { documents }) =>
      allOf(
        () => firstSignsBeforeSecond(dossier, fields.date),
        () => copiesAreRecorded(fields, by, "consumer"),
        () =>
          signedFileIsInOrder(dossier, at, {
            ...{ kind: "protocol-signed-by-second", form: fields.form, isLast: false, documents },
          }),
      ),
  },
  records: {
    signed: (dossier, { fields }) => withSignature(dossier, "second", fields),
    "not-signed": withoutSignatures,
  },
});
