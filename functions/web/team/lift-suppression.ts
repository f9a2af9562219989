import type { Dossier } from "../../domain/dossier.ts";
import type { PersonPart } from "../../domain/people.ts";
import { Refusal } from "../http/refusals.ts";
import type { AdminSite } from "./admin-site.ts";

/** SES sends to the address of this person again. */
export async function liftSuppression(
  { suppressions }: Pick<AdminSite, "suppressions">,
  { people }: Dossier,
  part: PersonPart,
): Promise<void> {
  const person = people[part];
  if (!person) throw new Refusal("page-unknown");
  await suppressions.lift(person.email);
}
