import * as z from "zod";
import { code, email } from "../domain/fields.ts";
import { readReference, REFERENCE } from "../domain/reference.ts";
import { lostLinkTexts } from "./texts.nl.ts";

/** Form for a lost link: the dossier, and the address that receives its mails. */
export const LinkForm = z.object({
  reference: code(readReference).refine((reference) => REFERENCE.test(reference), {
    error: lostLinkTexts.wrongReference,
  }),
  email: email(),
});
