import { PERSON_FORMS } from "../../../people/person-form.ts";
import { changePeopleTexts } from "../../../people/texts.nl.ts";
import { ContactForm, TeamContactForm } from "../../../contact/contact-form.ts";
import { contactTexts } from "../../../contact/texts.nl.ts";
import { LinkForm } from "../../../lost-link/link-form.ts";
import { lostLinkTexts } from "../../../lost-link/texts.nl.ts";
import type { Definitions } from "../../../domain/task-definition.ts";
import { describeForm, type FormField, leavesOf } from "../../../domain/describe-form.ts";

/** The fields of every form of the site with its own texts. */
function formsOf(definitions: Definitions): FormField[][] {
  const ofTasks = Object.values(definitions).flatMap(({ outcomes, texts }) =>
    Object.values(outcomes).map((schema) => describeForm(schema, texts.nl.fields)),
  );
  const ofPeople = Object.values(PERSON_FORMS).map((schema) =>
    describeForm(schema, changePeopleTexts.fields),
  );
  return [
    describeForm(ContactForm, contactTexts.form.fields),
    describeForm(TeamContactForm, contactTexts.teamForm.fields),
    describeForm(LinkForm, lostLinkTexts.form.fields),
    ...ofPeople,
    ...ofTasks,
  ];
}

/**
 * Finds the posted form by its field names: the smallest form that has most of them. Without fields where no form
 * matches.
 */
export function createFindForm(definitions: Definitions): (names: string[]) => FormField[] {
  let known: { fields: FormField[]; leaves: Set<string> }[] | undefined;
  return (names) => {
    known ??= formsOf(definitions).map((fields) => ({
      fields,
      leaves: new Set(leavesOf(fields).map(({ path }) => path)),
    }));
    const matches = known.map(({ fields, leaves }) => ({
      fields,
      size: leaves.size,
      shared: names.filter((name) => leaves.has(name)).length,
    }));
    const [best] = matches.sort((a, b) => b.shared - a.shared || a.size - b.size);
    return best && best.shared > 0 ? best.fields : [];
  };
}
