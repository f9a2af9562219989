import { adviceTexts } from "../../../tasks/advice.nl.ts";
import type { Choice } from "./outcome-forms.ts";
import { taskTexts } from "./texts.nl.ts";

export const Explanation = ({ text }: Choice) =>
  text.explanation === undefined ? <></> : <p>{text.explanation}</p>;

const SaveDraft = ({ to }: { to: string | undefined }) =>
  to === undefined ? (
    <></>
  ) : (
    <>
      <button class="second" formaction={to}>
        {taskTexts.saveDraft}
      </button>
      <p class="kept soft" role="status" data-kept="" />
    </>
  );

/** Keeps the form as a draft, and hands its text to the DPO. */
const AskDpo = ({ to }: { to: string | undefined }) =>
  to === undefined ? (
    <></>
  ) : (
    <button class="second" formaction={to}>
      {adviceTexts.ask}
    </button>
  );

type Buttons = { choices: Choice[]; draft: string | undefined; dpo: string | undefined };

/** The buttons of a form: one, or one per outcome with its consequence. */
export const DecisionButtons = ({ choices, draft, dpo }: Buttons) => {
  const [only, ...others] = choices;
  if (only && others.length === 0)
    return (
      <div class="buttons">
        <button class={only.text.warning === undefined ? undefined : "warning"}>{only.text.button}</button>
        <AskDpo to={dpo} />
        <SaveDraft to={draft} />
      </div>
    );
  return (
    <fieldset class="choices">
      <legend>{taskTexts.decide}</legend>
      {choices.map((choice) => (
        <div class="choice">
          <Explanation {...choice} />
          <button
            name="outcome"
            value={choice.outcome}
            class={choice.text.warning === undefined ? undefined : "warning"}
          >
            {choice.text.button}
          </button>
        </div>
      ))}
      <SaveDraft to={draft} />
    </fieldset>
  );
};

/**
 * Enter in a field presses the first button of its form, which is this one. It would close the enclosing dialog, but there
 * is none: so Enter never decides. A disabled button would not do: Chromium skips it for Enter in a date field.
 */
export const NothingOnEnter = () => <button formmethod="dialog" hidden />;
