import { CONFIRMATION, decisionIsConfirmed } from "../../../domain/decision-is-confirmed.ts";
import { idOf } from "./field-inputs.tsx";
import type { Problem } from "./problems.nl.ts";
import { formTexts } from "./texts.nl.ts";

/** Whether a posted form has its tick. */
export const isTicked = (form: URLSearchParams): boolean => form.get(CONFIRMATION) === "true";

/** The problem of a posted form without its required tick. */
export function problemsOfTick(form: URLSearchParams, label: string): Problem[] {
  const verdict = decisionIsConfirmed(isTicked(form));
  return verdict.allowed ? [] : verdict.reasons.map((reason) => ({ ...reason, label }));
}

/** The tick of a form without other required input: a robot that presses its button has no effect. */
export const ConfirmationTick = (props: { label: string; problems: Problem[]; idPrefix: string }) => {
  const id = idOf(props.idPrefix, CONFIRMATION);
  const messages = props.problems.filter(({ field }) => field === CONFIRMATION).map(({ message }) => message);
  const isMissing = messages.length > 0;
  return (
    <div class={isMissing ? "field has-problem" : "field"}>
      {isMissing ? (
        <p class="problem" id={`${id}-problem`}>
          <span class="visually-hidden">{formTexts.problem}</span> {messages.join(" ")}
        </p>
      ) : (
        ""
      )}
      <div class="option">
        <input
          type="checkbox"
          id={id}
          name={CONFIRMATION}
          value="true"
          aria-describedby={isMissing ? `${id}-problem` : undefined}
          aria-invalid={isMissing ? "true" : undefined}
        />
        <label for={id}>{props.label}</label>
      </div>
    </div>
  );
};
