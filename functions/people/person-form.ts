import * as z from "zod";
import { ContactFields } from "../domain/contact-fields.ts";
import { choice, email, name } from "../domain/fields.ts";
import type { PersonPart } from "../domain/people.ts";
import { PERSON_CHANGES } from "../domain/people-moves.ts";
import { SignatoryFields } from "../domain/signatory-fields.ts";

/** Only the writer knows whether this is another person: the address does not show it (PEOPLE-07). */
const change = choice(PERSON_CHANGES);

/** The form of each part. */
export const PERSON_FORMS = {
  contact: z.object({ change, person: ContactFields }),
  secondContact: z.object({ change, person: ContactFields }),
  dpo: z.object({ change, person: z.object({ name: name(), email: email() }) }),
  signatory: z.object({ change, person: SignatoryFields }),
  secondSignatory: z.object({ change, person: SignatoryFields }),
} as const satisfies Record<PersonPart, z.ZodObject>;
