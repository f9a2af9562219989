import * as z from "zod";
import { email, name } from "../domain/fields.ts";
import type { PersonPart } from "../domain/people.ts";

const Named = z.object({ name: name(), email: email() });

/** What is asked of a person, by the part it has: under a signature stands a capacity too. */
export const PERSON_FORMS = {
  contact: z.object({ person: Named }),
  secondContact: z.object({ person: Named }),
  dpo: z.object({ person: Named }),
  signatory: z.object({ person: z.object({ name: name(), capacity: name(), email: email() }) }),
} as const satisfies Record<PersonPart, z.ZodObject>;
