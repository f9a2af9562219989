import { expect, it } from "vitest";
import * as z from "zod";
import { TASKS } from "../../functions/application/tasks.ts";
import { type Dossier, type DossierFacts, withFacts } from "../../functions/domain/dossier.ts";
import { Connection, Dpia, EndOfUse, Intake, Planning, Protocol } from "../../functions/domain/facts.ts";
import { SYSTEM } from "../../functions/domain/people.ts";
import type { TaskDefinition } from "../../functions/domain/task-definition.ts";
import { describeForm, type FormField, leavesOf } from "../../functions/domain/describe-form.ts";
import { readProposal } from "../../functions/web/ui/task/read-proposal.ts";
import { aDossier, NOW } from "../builders/dossier.ts";

const FACTS = {
  intake: Intake,
  planning: Planning,
  dpia: Dpia,
  protocol: Protocol,
  connection: Connection,
  endOfUse: EndOfUse,
} satisfies Record<Exclude<keyof DossierFacts, "people">, z.ZodType>;

/** Facts that no decision establishes: the act of a state writes them, or they copy the version that it wrote. */
const WRITTEN_BY_STATES = [
  "dpia.communicated",
  "protocol.distributedAt",
  "protocol.version",
  "protocol.fixed",
  "protocol.consumerDpoAdvice.version",
  "protocol.ledDpoAdvice.version",
  ...["applicant", "second", "authority"].map((party) => `protocol.signatures.${party}.version`),
];

const VALUES: Partial<Record<FormField["widget"], string>> = {
  email: "an@voorbeeldegem.example",
  telephone: "02 000 00 00",
  date: "2027-03-01",
  number: "100",
};

/** The fields of an outcome with every one filled in, as a posted form is read. `choice`: which option is chosen. */
function fullFields(definition: TaskDefinition, outcome: string, choice: number): Record<string, unknown> {
  const form = new URLSearchParams({ outcome });
  const described = describeForm(definition.outcomes[outcome] ?? z.object({}), definition.texts.nl.fields);
  for (const { path, widget, options } of leavesOf(described))
    form.append(path, options.at(choice)?.value ?? VALUES[widget] ?? "Een antwoord");
  return readProposal(definition, form, SYSTEM).fields;
}

/** Dotted paths of what an object holds, and of the objects in it. */
const pathsIn = (value: unknown, path: string): string[] =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? [path, ...Object.entries(value).flatMap(([name, held]) => pathsIn(held, `${path}.${name}`))]
    : value === undefined
      ? []
      : [path];

const Properties = z.object({ properties: z.record(z.string(), z.unknown()) });
const declaredIn = (schema: unknown, path: string): string[] => {
  const { data } = Properties.safeParse(schema);
  return data
    ? Object.entries(data.properties).flatMap(([name, held]) => declaredIn(held, `${path}.${name}`))
    : [path];
};

/** A fact can follow from an option: the last of each first, so that what the first one records stays for later tasks. */
const FIRST_AND_LAST = [-1, 0];

/** Every fact that some decision of some task records, each task with each outcome, in process order. */
function recordedPaths(): Set<string> {
  let dossier: Dossier = aDossier();
  const recorded = new Set<string>();
  for (const definition of Object.values(TASKS))
    for (const [outcome, choice] of Object.keys(definition.outcomes).flatMap((name) =>
      FIRST_AND_LAST.map((place) => [name, place] as const),
    )) {
      const fields = fullFields(definition, outcome, choice);
      const facts = definition.records(dossier, { outcome, fields, documents: [], by: SYSTEM, at: NOW });
      for (const [name, fact] of Object.entries(facts))
        for (const path of pathsIn(fact, name)) recorded.add(path);
      dossier = withFacts(dossier, definitelyGiven(facts));
    }
  return recorded;
}

/** An outcome that takes a fact back leaves it for the tasks after it. */
const definitelyGiven = (facts: object) =>
  Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined));

it("every fact is recorded by the decision that establishes it", () => {
  const recorded = recordedPaths();
  const declared = Object.entries(FACTS).flatMap(([name, schema]) =>
    declaredIn(z.toJSONSchema(schema), name),
  );
  const ofStates = (path: string) => WRITTEN_BY_STATES.some((fact) => `${path}.`.startsWith(`${fact}.`));

  expect(declared.length).toBeGreaterThan(30);
  expect(
    declared.filter((path) => !recorded.has(path) && !ofStates(path)),
    "facts (functions/domain/facts.ts) that no decision records: write each in `records` of its task",
  ).toEqual([]);
});
