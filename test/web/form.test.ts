import { describe, expect, it } from "vitest";
import * as z from "zod";
import {
  choice,
  choices,
  date,
  email,
  longText,
  MAXIMUM_FORM_BYTES,
  text,
  wholeNumber,
  yesNo,
} from "../../functions/domain/fields.ts";
import { TASKS } from "../../functions/application/tasks.ts";
import { describeForm, type FormField, leavesOf } from "../../functions/domain/describe-form.ts";
import { describeValues } from "../../functions/domain/describe-values.ts";
import { problemsOf } from "../../functions/web/ui/form/problems.nl.ts";
import { readValues } from "../../functions/web/ui/form/read-values.ts";
import { FORM_NAMES } from "../../functions/web/ui/form/form-names.ts";

const Form = z.object({
  name: text(10),
  story: longText().optional(),
  email: email(),
  on: date("planned"),
  count: wholeNumber("requests-per-year"),
  sure: yesNo(),
  one: choice(["a", "b"]),
  some: choices(["a", "b"]),
  group: z.object({ inner: text() }),
  maybe: z.object({ inner: text() }).optional(),
});
const FIELDS = describeForm(Form, {
  name: { label: "Naam" },
  one: { label: "Kies", options: { a: "De eerste" } },
});
const read = (entries: [string, string][]) => readValues(FIELDS, new URLSearchParams(entries));

describe("a form", () => {
  it("is described by its schema, in the order of the schema", () => {
    expect(FIELDS.map(({ widget, isOptional }) => [widget, isOptional])).toEqual([
      ["text", false],
      ["long-text", true],
      ["email", false],
      ["date", false],
      ["number", false],
      ["yes-no", false],
      ["choice", false],
      ["choices", false],
      ["group", false],
      ["group", true],
    ]);
    expect(FIELDS[6]?.options[0]).toEqual({ value: "a", label: "De eerste" });
  });

  it("is read in the shape of its schema: blanks are left out, numbers and dates are parsed", () => {
    const values = read([
      ["name", "An"],
      ["email", " "],
      ["on", "1/2/2027"],
      ["count", "1.500"],
      ["sure", "false"],
      ["some", "a"],
      ["some", "b"],
      ["story", "regel\r\ntwee"],
    ]);

    expect(values).toEqual({
      name: "An",
      on: "2027-02-01",
      count: 1500,
      sure: false,
      some: ["a", "b"],
      story: "regel\ntwee",
      group: {},
    });
  });

  it.each([
    ["1500", 1500],
    ["1 500", 1500],
    ["12,5", "12,5"],
    ["1.5", "1.5"],
    ["veel", "veel"],
  ])("the number %s is read as %s", (typed, value) => {
    expect(read([["count", typed]])).toMatchObject({ count: value });
  });

  it("lists problems by field, in the order of the form", () => {
    const values = read([
      ["name", "veel te lange naam"],
      ["email", "geen adres"],
      ["on", "ooit"],
      ["count", "900.000.000"],
      ["one", "c"],
    ]);
    const { error } = Form.safeParse(values);
    const problems = problemsOf(FIELDS, values, { problems: error?.issues ?? [], reasons: [] });

    expect(problems.map(({ field, message }) => [field, message])).toEqual([
      ["name", "Maak dit korter: gebruik hoogstens 10 tekens."],
      ["email", "Vul een geldig e-mailadres in, zoals naam@organisatie.be."],
      ["on", "Vul een bestaande datum in, zoals 23/11/2026."],
      ["count", "Vul een getal in van hoogstens 100000000."],
      ["sure", "Kies ja of nee."],
      ["one", "Kies een van de antwoorden."],
      ["some", "Kies er minstens één."],
      ["group.inner", 'Vul "inner" in.'],
    ]);
  });

  it("answers are shown in words", () => {
    const answers = describeValues(FIELDS, {
      name: "An",
      on: "2027-02-01",
      one: "a",
      group: { inner: "x\ny" },
    });

    expect(answers.map(({ lines }) => lines)).toEqual([
      ["An"],
      ["1 februari 2027"],
      ["De eerste"],
      ["x", "y"],
    ]);
  });
});

const FORMS = Object.values(TASKS).flatMap(({ kind, outcomes, texts }) =>
  Object.entries(outcomes).map(([outcome, schema]) => ({
    kind,
    outcome,
    schema,
    fields: describeForm(schema, texts.nl.fields),
    texts: texts.nl,
  })),
);

describe.each(FORMS)("the form of $kind, $outcome", ({ fields, outcome, schema, texts }) => {
  it("has a text for every field and option, and no name that all forms use", () => {
    const without = leavesOf(fields).filter(
      ({ path, options }) =>
        texts.fields[path] === undefined || options.some(({ value, label }) => value === label),
    );

    expect(without.map(({ path }) => path)).toEqual([]);
    expect(texts.outcomes[outcome]).toBeDefined();
    expect(fields.filter(({ key }) => FORM_NAMES.some((name) => name === key)).map(({ key }) => key)).toEqual(
      [],
    );
  });

  it("says of each blank field what to do, by its kind or its own label", () => {
    const { error } = schema.safeParse(Object.fromEntries(fields.map(({ key }) => [key, undefined])));
    const problems = problemsOf(fields, {}, { problems: error?.issues ?? [], reasons: [] });

    for (const { message } of problems)
      expect(message).toMatch(/^(Kies |Beantwoord de vraag ".+"\.$|Vul (een|je|".+") |Open deze pagina)/);
  });

  it("stays below the maximum size with every field full", () => {
    const filled = new URLSearchParams(leavesOf(fields).map((field) => [field.path, full(field)]));

    expect(filled.toString().length).toBeLessThan(MAXIMUM_FORM_BYTES);
  });
});

/** As many characters as the field allows, with spaces and lines as a browser sends them. */
const full = ({ longest = 200 }: FormField) => "Dit is een zin. ".repeat(Math.ceil(longest / 16));
