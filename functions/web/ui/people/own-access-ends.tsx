import type { Person } from "../../../domain/people.ts";
import { changePeopleTexts } from "../../../people/texts.nl.ts";
import { FORM_ID, FormId } from "../form/form-id.tsx";
import { LOOKED } from "../form/look-fields.ts";
import { formTexts } from "../form/texts.nl.ts";

const texts = changePeopleTexts.page.sure;

/** The button that goes back to the form with what was typed. */
export const BACK = "back";

/** How a change ends the links of its writer: another person takes the part, or the address becomes another. */
export type OwnEnd = "handed-over" | "other-address";

type Props = {
  organisation: string;
  /** The person as the change would leave it. */
  person: Pick<Person, "name" | "email">;
  isContact: boolean;
  end: OwnEnd;
  /** The posted form, which the button posts again. */
  form: URLSearchParams;
  to: string;
};

/** Shown before somebody ends its own links: what will follow, and a way back to the form. */
export const OwnAccessEnds = ({ organisation, person, isContact, end, form, to }: Props) => (
  <>
    <p class="over">{organisation}</p>
    <h1>{formTexts.sure}</h1>
    <div class="notice">
      <p>{texts.follows[end](person.name, person.email)}</p>
      <p>{isContact ? texts.undo : texts.noUndo}</p>
    </div>
    <p>{texts.check}</p>
    <form method="post" action={to} novalidate>
      {[...form]
        .filter(([name]) => name !== FORM_ID)
        .map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
      <FormId />
      <input type="hidden" name={LOOKED} value="true" />
      <div class="buttons">
        <button class="warning">{texts.button[end]}</button>
        <button class="second" name={BACK} value="true">
          {texts.back}
        </button>
      </div>
    </form>
  </>
);
