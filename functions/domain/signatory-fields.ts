import * as z from "zod";
import { email, name } from "./fields.ts";
import type { Person } from "./people.ts";

/** A person who signs for the consumer, in a form. */
export const SignatoryFields = z.object({ name: name(), capacity: name(), email: email() });

/** The person in the dossier, as the form shows it. */
export const asSignatoryFields = (person: Person | undefined) =>
  person && { name: person.name, capacity: person.capacity, email: person.email };
