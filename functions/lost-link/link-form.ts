import * as z from "zod";
import { email, text } from "../domain/fields.ts";
import { REFERENCE } from "../domain/reference.ts";
import { lostLinkTexts } from "./texts.nl.ts";

/** Longest reference as typed, with the signs that people put around it. */
const AS_TYPED = 40;

/** Who lost its link says which dossier it is about, and at which address it gets its mails. */
export const LinkForm = z.object({
  reference: text(AS_TYPED)
    .overwrite((typed) => typed.toUpperCase().replace(/\s|^\[|\]$/g, ""))
    .refine((reference) => REFERENCE.test(reference), { error: lostLinkTexts.wrongReference }),
  email: email(),
});
