import { FORM_ID, FormId } from "./form/form-id.tsx";
import { webTexts } from "./texts.nl.ts";

/** What was posted, to be sent after all: nothing that was typed is lost. */
export const SendAgain = ({ entries }: { entries: [string, string][] }) => (
  <form method="post" action="">
    <FormId />
    {entries
      .filter(([name]) => name !== FORM_ID)
      .map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    <p>
      <button>{webTexts.sendAgain}</button>
    </p>
  </form>
);
