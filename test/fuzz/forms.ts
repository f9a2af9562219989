import fc from "fast-check";
import { TASKS } from "../../functions/application/tasks.ts";
import type { TaskKind } from "../../functions/domain/process.ts";
import { ContactForm, TeamContactForm } from "../../functions/contact/contact-form.ts";
import { PERSON_FORMS } from "../../functions/people/person-form.ts";
import { SubstitutionForm } from "../../functions/staff/substitution-form.ts";
import { LinkForm } from "../../functions/lost-link/link-form.ts";
import { describeForm, type FormField, leavesOf } from "../../functions/domain/describe-form.ts";
import { hostileText, MARK, mostly } from "./hostile.ts";

export type Entries = [name: string, value: string][];

const DATES = ["23/11/2026", "2026-11-20", "1 maart 2027", "15/1/2027", "2030-01-01"];
/** Names with only one meaningful value. */
const FITTING: Record<string, string> = {
  enterpriseNumber: "0999.999.922",
  ovoCode: "OVO000123",
  reference: "LED-2026-00042",
  url: "https://www.voorbeeldegem.example/protocol",
};

function fitting({ path, key, widget, options }: FormField): fc.Arbitrary<string[]> {
  const known = FITTING[key];
  if (known !== undefined) return fc.constant([known]);
  if (options.length > 0)
    return fc.subarray(
      options.map(({ value }) => value),
      { minLength: 1, maxLength: widget === "choices" ? options.length : 1 },
    );
  if (widget === "date") return fc.constantFrom(...DATES).map((date) => [date]);
  if (widget === "number") return fc.constantFrom(["1.500"], ["20"]);
  if (widget === "email") return fc.constant([`${MARK.toLowerCase()}@voorbeeldegem.example`]);
  if (widget === "telephone") return fc.constantFrom(["02 123 45 67"], ["+32 470 12 34 56"]);
  return fc.constant([`${MARK} ${path}`]);
}

const fieldEntries = (field: FormField): fc.Arbitrary<Entries> =>
  mostly(
    fitting(field),
    fc.oneof(
      hostileText.map((text) => [text]),
      fc.constant([]),
    ),
  ).map((values) => values.map((value): [string, string] => [field.path, value]));

const formOf = (fields: FormField[]): fc.Arbitrary<Entries> =>
  fc.tuple(...leavesOf(fields).map(fieldEntries)).map((entries) => entries.flat());

/** Entries of a form beside its fields. */
const EXTRAS: fc.Arbitrary<Entries> = fc
  .record({
    draftVersion: mostly(fc.constant("0"), hostileText),
    confirmation: fc.constantFrom("true", "x"),
    noNationalNumber: fc.constantFrom("true", "true", ""),
    seen: mostly(fc.constant("{}"), hostileText),
    onBehalfReason: mostly(fc.constant(`${MARK} papier`), hostileText),
    id: mostly(fc.constant("01J00000000000000000000000"), hostileText),
    kind: mostly(fc.constant("protocol"), hostileText),
  })
  .map((extras) => Object.entries(extras));

const described = Object.values(TASKS).flatMap(({ kind, outcomes, texts }) =>
  Object.entries(outcomes).map(([outcome, schema]) => ({
    kind,
    outcome,
    fields: describeForm(schema, texts.nl.fields),
  })),
);

/** A form of this task, with the button of one of its outcomes or without a button. */
export const taskForm = (kind: TaskKind): fc.Arbitrary<Entries> =>
  fc
    .oneof(
      ...described
        .filter((form) => form.kind === kind)
        .map(({ outcome, fields }) =>
          fc
            .tuple(formOf(fields), mostly(fc.constant(outcome), hostileText))
            .map(([entries, pressed]): Entries => [...entries, ["outcome", pressed]]),
        ),
    )
    .chain((entries) =>
      EXTRAS.map((extras) => [
        ...entries,
        ...extras.filter(([name]) => name !== "kind" || kind === "SubmitProtocol"),
      ]),
    );

const OTHERS = [
  ContactForm,
  TeamContactForm,
  SubstitutionForm,
  LinkForm,
  PERSON_FORMS.contact,
  PERSON_FORMS.signatory,
];
/** Names with a few possible values on the admin pages. */
const FEW: Record<string, string[]> = {
  reason: [`${MARK} reden`, "stopped", "breach"],
  text: [`${MARK} nota`],
  explanation: [`${MARK} uitleg`],
  until: DATES,
  stage: ["INTAKE", "PROTOCOL"],
  ground: ["mistake", "applicant"],
  person: ["person-contact", "person-dpo"],
  to: ["staff-1"],
};
const few: fc.Arbitrary<Entries> = fc
  .tuple(
    ...Object.entries(FEW).map(([name, values]) =>
      mostly(fc.constantFrom(...values), hostileText).map((value): [string, string] => [name, value]),
    ),
  )
  .chain((entries) => EXTRAS.map((extras) => [...entries, ...extras]));

/** Any form except that of a task: with a schema, or for a reason or a date. */
export const otherForm: fc.Arbitrary<Entries> = fc.oneof(
  { weight: 3, arbitrary: few },
  ...OTHERS.map((schema) => ({ weight: 1, arbitrary: formOf(describeForm(schema, {})) })),
);
