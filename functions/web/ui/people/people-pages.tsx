import type { Child, PropsWithChildren } from "hono/jsx";
import { PERSON_FORMS } from "../../../people/person-form.ts";
import { peopleMayChange } from "../../../people/people-may-change.ts";
import { changePeopleTexts } from "../../../people/texts.nl.ts";
import type { Dossier } from "../../../domain/dossier.ts";
import { type Actor, type Person, PERSON_PARTS, type PersonPart } from "../../../domain/people.ts";
import type { PersonChange } from "../../../domain/people-moves.ts";
import { personPartNames } from "../../../domain/texts.nl.ts";
import { describeForm, type FormField } from "../../../domain/describe-form.ts";
import { ConfirmationTick, problemsOfTick } from "../form/confirmation-tick.tsx";
import { FormId } from "../form/form-id.tsx";
import { FormFields } from "../form/form-fields.tsx";
import { NationalNumberCheck } from "../form/national-number-check.tsx";
import { ProblemSummary } from "../form/problem-summary.tsx";
import { type Problem, problemsOf } from "../form/problems.nl.ts";
import { readValues } from "../form/read-values.ts";
import type { ChangePeopleResult, ProposedPeopleChange } from "../../../people/change-people.ts";

const texts = changePeopleTexts.page;
const PREFIX = "person";
const REMOVAL = "removal";
const OPTIONAL_PARTS: readonly PersonPart[] = ["secondContact", "secondSignatory"];
const fieldsFor = (part: PersonPart) => describeForm(PERSON_FORMS[part], changePeopleTexts.fields);

/** Without a current person the new one is always somebody else, so that question is left out. */
const isAsked = (current: Person | undefined) => (field: FormField) =>
  current !== undefined || field.path !== "change";

/** Addresses of the list and of the page for each part. */
export type PeopleAddresses = {
  list: string;
  back: string;
  of: (part: PersonPart) => string;
  remove: (part: PersonPart) => string;
};

/** All people who act for the consumer; with `of` each has a link to change them. */
export const PeopleList = ({ people, of }: Pick<Dossier, "people"> & { of?: PeopleAddresses["of"] }) => (
  <dl class="answers">
    {PERSON_PARTS.map((part) => (
      <div>
        <dt class="name">{personPartNames[part]}</dt>
        <dd>{people[part] ? people[part].name : texts.unknown}</dd>
        {[people[part]?.capacity, people[part]?.email, people[part]?.telephone].map((line) =>
          line === undefined ? "" : <dd>{line}</dd>,
        )}
        {of ? (
          <dd>
            <a href={of(part)}>
              {people[part] ? texts.change : texts.add}
              <span class="visually-hidden">: {personPartNames[part]}</span>
            </a>
          </dd>
        ) : (
          ""
        )}
      </div>
    ))}
  </dl>
);

/** The page of the people. */
export const PeoplePage = (
  props: PropsWithChildren<{
    dossier: Dossier;
    to: PeopleAddresses;
    intro: string;
    isChanged: boolean;
    by: Actor;
  }>,
) => {
  const verdict = peopleMayChange(props.dossier, props.by);
  return (
    <>
      <p class="over">{props.dossier.organisation.name}</p>
      <h1>{texts.title}</h1>
      {props.isChanged ? (
        <p class="done" role="status">
          {texts.changed}
        </p>
      ) : (
        ""
      )}
      <p>{verdict.allowed ? props.intro : verdict.reasons.map(({ message }) => message).join(" ")}</p>
      <PeopleList people={props.dossier.people} of={verdict.allowed ? props.to.of : undefined} />
      {props.children}
      <p>
        <a href={props.to.back}>{texts.back}</a>
      </p>
    </>
  );
};

/** Input for a person, with its problems. */
export type TypedPerson = { values: Record<string, unknown>; problems: Problem[] };

/** One person of the dossier, to change or, for a second contact or signatory, to remove. */
export const PersonPage = (props: {
  dossier: Dossier;
  part: PersonPart;
  to: PeopleAddresses;
  typed?: TypedPerson;
  /** Problems of a removal without its tick. */
  unticked?: Problem[];
  hidden?: Child;
}) => {
  const { dossier, part, to, unticked = [], hidden } = props;
  const current = dossier.people[part];
  const { values, problems } = props.typed ?? { values: { person: current }, problems: [] };
  const seen = <input type="hidden" name="seen" value={current?.id ?? ""} />;
  return (
    <>
      {problems.length > 0 ? <ProblemSummary problems={problems} idPrefix={PREFIX} /> : ""}
      {unticked.length > 0 ? <ProblemSummary problems={unticked} idPrefix={REMOVAL} /> : ""}
      <p class="over">{dossier.organisation.name}</p>
      <h1>{texts.partTitle(part)}</h1>
      <form method="post" action={to.of(part)} id={PREFIX} novalidate>
        {hidden}
        <FormId />
        {seen}
        {current ? "" : <input type="hidden" name="change" value={"someone-else" satisfies PersonChange} />}
        <FormFields
          fields={fieldsFor(part).filter(isAsked(current))}
          values={values}
          problems={problems}
          idPrefix={PREFIX}
        />
        <NationalNumberCheck problems={problems} idPrefix={PREFIX} />
        <button>{texts.button}</button>
      </form>
      {OPTIONAL_PARTS.includes(part) && current ? (
        <form method="post" action={to.remove(part)} id={REMOVAL} novalidate>
          {hidden}
          <FormId />
          {seen}
          <ConfirmationTick label={texts.removeTick} problems={unticked} idPrefix={REMOVAL} />
          <p>
            <button class="second">{texts.remove(current.name, part)}</button>
          </p>
        </form>
      ) : (
        ""
      )}
      <p>
        <a href={to.list}>{texts.backToPeople}</a>
      </p>
    </>
  );
};

/** Reads a posted form as a change of this part. */
export const readPersonForm = (part: PersonPart, form: URLSearchParams): ProposedPeopleChange => ({
  part,
  fields: readValues(fieldsFor(part), form),
  seen: form.get("seen") ?? undefined,
  noNationalNumber: form.get("noNationalNumber") === "true",
});

/** Problems of a posted removal. */
export const problemsOfRemoval = (form: URLSearchParams): Problem[] => problemsOfTick(form, texts.removeTick);

/** The form to show again. */
export function typedAgain(
  { part, fields = {} }: ProposedPeopleChange,
  result: Extract<ChangePeopleResult, { status: "refused" }>,
): TypedPerson {
  return { values: fields, problems: problemsOf(fieldsFor(part), fields, result) };
}
