import * as z from "zod";
import { defineTask } from "../domain/define-task.ts";
import { allOf } from "../domain/verdict.ts";
import { finalTextIsAPdf } from "./final-text-is-a-pdf.ts";
import { currentVersion } from "./protocol-version.ts";
import { confirmFinalProtocol as texts } from "./signing-texts.nl.ts";

/** The consumer handed in its own file: the LED team says which PDF is the text that everybody signs. */
export const confirmFinalProtocol = defineTask({
  kind: "ConfirmFinalProtocol",
  stage: "PROTOCOL",
  audience: "led-team",
  outcomes: { "as-submitted": z.object({}), uploaded: z.object({}) },
  documents: [{ kind: "protocol-final", requiredFor: ["uploaded"] }],
  texts: { nl: texts },
  mayDecide: {
    "as-submitted": (dossier) => finalTextIsAPdf(currentVersion(dossier)?.file),
    uploaded: (_dossier, _decision, { documents }) =>
      allOf(
        ...documents
          .filter(({ kind }) => kind === "protocol-final")
          .map((document) => finalTextIsAPdf(document, "documents.protocol-final")),
      ),
  },
});
