import { changePeopleTexts } from "../../people/texts.nl.ts";
import type { Dossier } from "../../domain/dossier.ts";
import { showEnterpriseNumber } from "../../domain/enterprise-number.ts";
import type { Person } from "../../domain/people.ts";
import { organisationTypeName } from "../../domain/texts.nl.ts";
import { Answers } from "./form/answers.tsx";
import type { Answer } from "../../domain/describe-values.ts";
import { factTexts as texts } from "./dossier-facts.nl.ts";

const answer = (label: string, value: string | undefined): Answer[] =>
  value === undefined ? [] : [{ label, lines: value.split("\n") }];

const personLines = ({ name, capacity, email, telephone }: Person): string =>
  [capacity ? `${name}, ${capacity}` : name, email, ...(telephone ? [telephone] : [])].join("\n");

function factsOf(dossier: Dossier): Answer[] {
  const { name, type, enterpriseNumber, ovoCode, missingNumberReason } = dossier.organisation;
  return [
    ...answer(texts.organisation, name),
    ...answer(texts.type, organisationTypeName(type)),
    ...answer(texts.enterpriseNumber, enterpriseNumber && showEnterpriseNumber(enterpriseNumber)),
    ...answer(texts.ovoCode, ovoCode),
    ...answer(texts.missingNumberReason, missingNumberReason),
    ...(dossier.intake?.furtherControllers ?? []).flatMap((other) =>
      answer(
        texts.furtherController,
        [
          other.name,
          showEnterpriseNumber(other.enterpriseNumber),
          `${other.signatory}, ${other.capacity}`,
        ].join("\n"),
      ),
    ),
    ...answer(texts.question, dossier.status === "ENQUIRY" ? dossier.request.question : undefined),
  ];
}

const peopleOf = ({ people }: Dossier): Answer[] => [
  ...answer(texts.contact, personLines(people.contact)),
  ...answer(texts.secondContact, people.secondContact && personLines(people.secondContact)),
  ...answer(texts.dpo, people.dpo && personLines(people.dpo)),
  ...answer(texts.signatory, people.signatory && personLines(people.signatory)),
  ...answer(texts.secondSignatory, people.secondSignatory && personLines(people.secondSignatory)),
];

/** The consumer and its people. The decisions show the other facts. */
export const DossierFacts = ({ dossier, toPeople }: { dossier: Dossier; toPeople?: string }) => (
  <>
    <h2>{texts.facts}</h2>
    <Answers answers={factsOf(dossier)} />
    <h2>{texts.people}</h2>
    <Answers answers={peopleOf(dossier)} />
    {toPeople === undefined ? (
      ""
    ) : (
      <p>
        <a href={toPeople}>{changePeopleTexts.page.toPeople}</a>
      </p>
    )}
  </>
);
