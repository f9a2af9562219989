import * as z from "zod";
import { choice, email, name } from "../domain/fields.ts";
import type { PersonPart } from "../domain/people.ts";
import { PERSON_CHANGES } from "../domain/people-moves.ts";

const Named = z.object({ name: name(), email: email() });

/** Nobody but who changes a person knows whether it is another one: an address does not say so (PEOPLE-07). */
const change = choice(PERSON_CHANGES);

/** What is asked of a person, by the part it has: under a signature stands a capacity too. */
export const PERSON_FORMS = {
  contact: z.object({ change, person: Named }),
  secondContact: z.object({ change, person: Named }),
  dpo: z.object({ change, person: Named }),
  signatory: z.object({ change, person: z.object({ name: name(), capacity: name(), email: email() }) }),
} as const satisfies Record<PersonPart, z.ZodObject>;
