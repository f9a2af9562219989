import * as z from "zod";
import { choice, date, longText } from "../domain/fields.ts";
import { defineTask } from "../domain/define-task.ts";
import { allOf } from "../domain/verdict.ts";
import { applicantSignsFirst } from "./applicant-signs-first.ts";
import { bothDposArePositive } from "./both-dpos-are-positive.ts";
import { electronicSignatureIsThere } from "./electronic-signature-is-there.ts";
import { withoutSignatures } from "./sign-for-applicant.ts";
import { SIGNATURE_FORMS } from "./signature-forms.ts";
import { termIsNotOver } from "./term-is-not-over.ts";
import { protocolTexts } from "./texts.nl.ts";

const Signed = z.object({ form: choice(SIGNATURE_FORMS), date: date("done") });

/** A refusal returns the protocol to its review, so the applicant's signature lapses. */
export const signForAuthority = defineTask({
  kind: "SignForAuthority",
  stage: "PROTOCOL",
  audience: "leading-official",
  outcomes: { signed: Signed, refused: z.object({ reason: longText() }) },
  documents: [{ kind: "protocol-signed-by-both", requiredFor: ["signed"] }],
  tells: ["reason"],
  due: { days: 10, unit: "working" },
  texts: { nl: protocolTexts.signForAuthority },
  mayOpen: (dossier) => allOf(bothDposArePositive(dossier), applicantSignsFirst(dossier)),
  mayDecide: {
    signed: (dossier, { fields, at }, { documents }) =>
      allOf(
        termIsNotOver(dossier, at),
        applicantSignsFirst(dossier, fields.date),
        electronicSignatureIsThere(documents, {
          kind: "protocol-signed-by-both",
          form: fields.form,
          signers: dossier.protocol?.signatures.applicant?.form === "electronic" ? 2 : 1,
          isLast: true,
        }),
      ),
  },
  records: {
    signed: ({ protocol }, { fields: { form, date: at }, by }) => {
      if (!protocol) return {};
      const signatures = { ...protocol.signatures, authority: { at, form, by: by.name } };
      return { protocol: { ...protocol, signatures } };
    },
    refused: withoutSignatures,
  },
});
