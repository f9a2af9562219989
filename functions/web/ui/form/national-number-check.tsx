import { idOf } from "./field-inputs.tsx";
import type { Problem } from "./problems.nl.ts";
import { formTexts } from "./texts.nl.ts";

/** PRIV-01 refused a text: the person can confirm that a number is not a national register number. */
export const NationalNumberCheck = ({ problems, idPrefix }: { problems: Problem[]; idPrefix: string }) => {
  const held = problems.filter(({ rule }) => rule === "PRIV-01");
  const id = idOf(idPrefix, "noNationalNumber");
  if (held.length === 0) return <></>;
  return (
    <div class="field has-problem">
      <p class="problem" id={`${id}-problem`}>
        <span class="visually-hidden">{formTexts.problem}</span>{" "}
        {held.map(({ message }) => message).join(" ")}
      </p>
      <div class="option">
        <input
          type="checkbox"
          id={id}
          name="noNationalNumber"
          value="true"
          aria-describedby={`${id}-problem`}
        />
        <label for={id}>{formTexts.noNationalNumber}</label>
      </div>
    </div>
  );
};
