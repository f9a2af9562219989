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
import { formTexts } from "../form/texts.nl.ts";
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

type OfPart = { dossier: Dossier; part: PersonPart; to: PeopleAddresses; hidden?: Child };

/** The id of the person that the page showed (PEOPLE-05). */
const Seen = ({ id }: { id: string | undefined }) => <input type="hidden" name="seen" value={id ?? ""} />;

/** One person of the dossier, to change or, for a second contact or signatory, to remove. */
export const PersonPage = (props: OfPart & { typed?: TypedPerson }) => {
  const { dossier, part, to, hidden } = props;
  const current = dossier.people[part];
  const { values, problems } = props.typed ?? { values: { person: current }, problems: [] };
  return (
    <>
      {problems.length > 0 ? <ProblemSummary problems={problems} idPrefix={PREFIX} /> : ""}
      <p class="over">{dossier.organisation.name}</p>
      <h1>{texts.partTitle(part)}</h1>
      <form method="post" action={to.of(part)} id={PREFIX} novalidate>
        {hidden}
        <FormId />
        <Seen id={current?.id} />
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
      {mayBeRemoved(dossier, part) ? (
        <p>
          <a href={to.remove(part)}>{texts.remove(current?.name ?? "", part)}</a>
        </p>
      ) : (
        ""
      )}
      <p>
        <a href={to.list}>{texts.backToPeople}</a>
      </p>
    </>
  );
};

/** Whether a part has a person and can do without. */
export const mayBeRemoved = ({ people }: Dossier, part: PersonPart): boolean =>
  OPTIONAL_PARTS.includes(part) && people[part] !== undefined;

/** Before a person is removed: what will follow. `problems`: of a removal without its tick. */
export const RemovalPage = (props: OfPart & { problems?: Problem[] }) => {
  const { dossier, part, to, hidden, problems = [] } = props;
  const { id, name = "" } = dossier.people[part] ?? {};
  return (
    <>
      {problems.length > 0 ? <ProblemSummary problems={problems} idPrefix={REMOVAL} /> : ""}
      <p class="over">{dossier.organisation.name}</p>
      <h1>{texts.remove(name, part)}</h1>
      <p class="notice">{texts.removeIntro(name, part)}</p>
      <form method="post" action={to.remove(part)} id={REMOVAL} novalidate>
        {hidden}
        <FormId />
        <Seen id={id} />
        <ConfirmationTick label={texts.removeTick} problems={problems} idPrefix={REMOVAL} />
        <div class="buttons">
          <button class="warning">{texts.removeButton}</button>
          <a class="button second" href={to.of(part)}>
            {formTexts.cancel}
          </a>
        </div>
      </form>
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

type Refused = Extract<ChangePeopleResult, { status: "refused" }>;

/** The form to show again. */
export const typedAgain = (
  { part, fields = {} }: ProposedPeopleChange,
  result: Pick<Refused, "problems" | "reasons"> = { problems: [], reasons: [] },
): TypedPerson => ({ values: fields, problems: problemsOf(fieldsFor(part), fields, result) });
