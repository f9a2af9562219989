import * as z from "zod";
import { code, email } from "../domain/fields.ts";
import { readReference, REFERENCE } from "../domain/reference.ts";
import { lostLinkTexts } from "./texts.nl.ts";

/** Who lost its link says which dossier it is about, and at which address it gets its mails. */
export const LinkForm = z.object({
  reference: code(readReference).refine((reference) => REFERENCE.test(reference), {
    error: lostLinkTexts.wrongReference,
  }),
  email: email(),
});
