import * as z from "zod";
import { email, name, telephone } from "./fields.ts";
import type { Person } from "./people.ts";

/** A person whom the LED mails and can call, in a form. */
export const ContactFields = z.object({ name: name(), email: email(), telephone: telephone().optional() });

/** The person in the dossier, as the form shows it. */
export const asContactFields = (person: Person | undefined) =>
  person && { name: person.name, email: person.email, telephone: person.telephone };
