import { idOf } from "../form/field-inputs.tsx";
import { formTexts } from "../form/texts.nl.ts";
import { messagesOf, Problems } from "./form-problems.tsx";
import { type OutcomeForm, prefixOf } from "./outcome-forms.ts";
import { taskTexts } from "./texts.nl.ts";

/** The message on which the LED team acts. */
const Source = ({ form }: { form: OutcomeForm }) => {
  const id = idOf(prefixOf(form), "onBehalfMessage");
  return form.sources.length === 0 ? (
    <></>
  ) : (
    <div class="field">
      <label for={id}>
        {taskTexts.onBehalfMessage} <span class="optional">{formTexts.optional}</span>
      </label>
      <select id={id} name="onBehalfMessage">
        <option value="">{taskTexts.noMessage}</option>
        {form.sources.map(({ id: message, by, at }) => (
          <option value={message} selected={message === form.onBehalfMessage}>
            {taskTexts.messageOf(by.name, at)}
          </option>
        ))}
      </select>
    </div>
  );
};

/** Why the LED team decides on behalf of somebody else. */
export const OnBehalf = ({ form }: { form: OutcomeForm }) => {
  const id = idOf(prefixOf(form), "onBehalfReason");
  return (
    <>
      <Source form={form} />
      <div class="field">
        <label for={id}>{taskTexts.onBehalfReason}</label>
        <Problems messages={messagesOf(form, "onBehalfReason")} />
        <textarea id={id} name="onBehalfReason" rows={3}>
          {form.onBehalfReason ?? ""}
        </textarea>
      </div>
    </>
  );
};
