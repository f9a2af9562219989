import * as z from "zod";
import { choice, email, name } from "../domain/fields.ts";
import type { PersonPart } from "../domain/people.ts";
import { PERSON_CHANGES } from "../domain/people-moves.ts";

const Named = z.object({ name: name(), email: email() });

/** Only the writer knows whether this is another person: the address does not show it (PEOPLE-07). */
const change = choice(PERSON_CHANGES);

/** A signature block also needs a capacity. */
const Signatory = z.object({ name: name(), capacity: name(), email: email() });

/** The form of each part. */
export const PERSON_FORMS = {
  contact: z.object({ change, person: Named }),
  secondContact: z.object({ change, person: Named }),
  dpo: z.object({ change, person: Named }),
  signatory: z.object({ change, person: Signatory }),
  secondSignatory: z.object({ change, person: Signatory }),
} as const satisfies Record<PersonPart, z.ZodObject>;
