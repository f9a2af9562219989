import type { Proposed } from "../../../domain/decide.ts";
import { CONFIRMATION } from "../../../domain/decision-is-confirmed.ts";
import { describeForm, type FormField, leavesOf } from "../../../domain/describe-form.ts";
import { describeValues } from "../../../domain/describe-values.ts";
import { ANSWERS } from "../../../domain/questions-by-field.ts";
import type { TaskDefinition } from "../../../domain/task-definition.ts";
import { outcomeTextOf } from "../../../domain/texts.ts";
import { documentNames, upperFirst } from "../../../domain/texts.nl.ts";
import { partsOf } from "../form/form-parts.ts";
import { Answers } from "../form/answers.tsx";
import { idOf } from "../form/field-inputs.tsx";
import { formTexts } from "../form/texts.nl.ts";
import type { ShownTask } from "./find-shown-task.ts";
import { CHANGE, LOOK, LOOKED } from "../form/look-fields.ts";
import { prefixOf } from "./outcome-forms.ts";
import { Round } from "./later-round.tsx";
import { laterRound } from "./rounds.ts";
import { taskTexts } from "./texts.nl.ts";

const texts = taskTexts.look;

/** Fields that the page sets itself. */
const OWN: readonly string[] = [LOOK, LOOKED, CONFIRMATION, "sharedForm", "outcome"];

/** With fewer answers a form is its own overview. */
const MANY_ANSWERS = 6;

const fieldsOf = ({ outcomes, texts: { nl } }: TaskDefinition, outcome: string): FormField[] => {
  const schema = Object.hasOwn(outcomes, outcome) ? outcomes[outcome] : undefined;
  return schema ? describeForm(schema, nl.fields).filter(({ key }) => key !== ANSWERS) : [];
};
const textOf = ({ texts: { nl } }: TaskDefinition, outcome: string) => nl.outcomes[outcome];

/** A person looks over many answers, and what cannot be undone. `isLong`: whether many answers count on this site. */
export const asksToLook = (definition: TaskDefinition, outcome: string, isLong: boolean): boolean =>
  textOf(definition, outcome)?.warning !== undefined ||
  (isLong && leavesOf(fieldsOf(definition, outcome)).length >= MANY_ANSWERS);

export const lookTitle = (definition: TaskDefinition, outcome: string): string =>
  textOf(definition, outcome)?.warning === undefined ? texts.title : formTexts.sure;

type Props = {
  sight: ShownTask;
  proposed: Proposed;
  form: URLSearchParams;
  /** Address of the task. */ to: string;
};

const Change = ({ to, field, outcome }: { to: string; field: FormField; outcome: string }) => (
  <button
    class="plain"
    name={CHANGE}
    value="true"
    formaction={`${to}#${idOf(prefixOf({ outcome }), field.path)}`}
  >
    {texts.change}
    <span class="visually-hidden">: {field.told}</span>
  </button>
);

/** All that was filled in, part by part, before it is sent; for what cannot be undone, what will follow. */
export const LookOver = ({ sight, proposed, form, to }: Props) => {
  const { definition, definitions, whole, task } = sight;
  const { outcome } = proposed;
  const { dossier } = whole;
  const text = outcomeTextOf(definition.texts.nl, outcome, { dossier, task, fields: proposed.fields });
  const named = whole.documents.filter(({ id }) => proposed.documents.includes(id));
  return (
    <>
      <p class="over">
        {dossier.organisation.name} · {dossier.reference}
      </p>
      <h1>{lookTitle(definition, outcome)}</h1>
      {text?.warning === undefined ? <p>{texts.intro}</p> : <p class="notice">{text.warning}</p>}
      <form method="post" action={to} novalidate>
        {[...form]
          .filter(([name]) => !OWN.includes(name))
          .map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
        <input type="hidden" name="outcome" value={outcome} />
        {/* Only a form that a person filled in leads here: its draft, saved on the way, needs no tick (TASK-02). */}
        <input type="hidden" name={CONFIRMATION} value="true" />
        <input type="hidden" name={LOOKED} value="true" />
        {partsOf(fieldsOf(definition, outcome)).map(({ title, hasTitle, fields }) => {
          const answers = describeValues(fields, proposed.fields);
          const [first] = fields;
          return answers.length === 0 || !first ? (
            ""
          ) : (
            <section>
              {hasTitle ? <h2>{title}</h2> : ""}
              <Answers answers={answers} />
              <p>
                <Change to={to} field={first} outcome={formOf(definition, outcome)} />
              </p>
            </section>
          );
        })}
        <Round round={laterRound(whole, definitions, task, proposed)} title={taskTexts.rounds.yours} />
        {named.length > 0 ? (
          <ul>
            {named.map(({ kind, name }) => (
              <li>
                {upperFirst(documentNames[kind])}: {name}
              </li>
            ))}
          </ul>
        ) : (
          ""
        )}
        <div class="buttons">
          <button class={text?.warning === undefined ? undefined : "warning"}>{text?.button}</button>
          <button class="second" name={CHANGE} value="true">
            {texts.back}
          </button>
        </div>
      </form>
    </>
  );
};

/** The outcome that identifies the form of an outcome: the first with the same schema. */
const formOf = ({ outcomes }: TaskDefinition, outcome: string): string =>
  Object.keys(outcomes).find((other) => outcomes[other] === outcomes[outcome]) ?? outcome;
