import { formTexts } from "../form/texts.nl.ts";
import type { OutcomeForm } from "./outcome-forms.ts";

/** Problems with inputs that are not fields of the outcome. */
export const messagesOf = (form: OutcomeForm, name: string) =>
  form.problems.filter((problem) => problem.field === name).map((problem) => problem.message);

export const Problems = ({ messages }: { messages: string[] }) =>
  messages.length === 0 ? (
    <></>
  ) : (
    <p class="problem">
      <span class="visually-hidden">{formTexts.problem}</span> {messages.join(" ")}
    </p>
  );
