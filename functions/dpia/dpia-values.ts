import * as z from "zod";
import { showDate } from "../domain/calendar.ts";
import { describeForm } from "../domain/describe-form.ts";
import { describeValues } from "../domain/describe-values.ts";
import type { Dossier } from "../domain/dossier.ts";
import type { Dpia } from "../domain/facts.ts";
import type { Site } from "../mail/send-mail.ts";
import type { Values } from "../templates/open-template.ts";
import { PreAssessmentForm } from "./pre-assessment-form.ts";
import { type Part, QUESTIONNAIRE } from "./questionnaire.ts";
import { preAssessDpia, preAssessmentTexts } from "./pre-assessment-texts.nl.ts";

export type About = {
  dossier: Dossier;
  dpia: Dpia;
  /** The answers of the pre-assessment, as they were decided. */
  answers: Record<string, unknown>;
  site: Site;
};

const HEADER = describeForm(PreAssessmentForm, preAssessDpia.fields).filter(({ key }) => key === "header");

/** What the documents of the DPIA say, from the answers of the pre-assessment and the intake. */
export function dpiaValues({ dossier, dpia, answers, site: { names } }: About): Values {
  const { organisation, intake, people } = dossier;
  const asked = (["a", "b", "c"] as const).flatMap((part) => criteriaOf(part, answers));
  const points = asked.filter(({ id }) => dpia.criteria.includes(id)).map(({ id: _, ...point }) => point);
  return {
    dossiernummer: dossier.reference,
    datum: showDate(dpia.concludedAt),
    afnemer: organisation.name,
    agentschap: names.agency,
    team: names.desk,
    platform: names.platform,
    dienstenintegrator: names.vdi,
    toezichthouder: names.supervisor,
    besluit: preAssessmentTexts.conclusions[dpia.conclusion],
    voorstel: preAssessmentTexts.conclusions[dpia.suggestion],
    motivering: dpia.motivation ?? "",
    vragenlijst: dpia.questionnaire,
    verwerking: describeValues(HEADER, answers).map(({ label, lines }) => ({
      vraag: label,
      antwoord: lines.join("\n"),
    })),
    deel_a: criteriaOf("a", answers).map(asRow),
    deel_b: criteriaOf("b", answers).map(asRow),
    deel_c: criteriaOf("c", answers).map(asRow),
    heeft_aandachtspunten: points.length > 0,
    aandachtspunten: points,
    gebruik: intake?.use ?? "",
    grond: intake?.legalBasis ?? "",
    dpo: people.dpo?.name ?? "",
  };
}

type Criterion = { id: string; criterium: string; antwoord: string; toelichting: string };
const asRow = ({ id: _, ...row }: Criterion) => row;

const Answers = z.record(z.string(), z.object({ answer: z.string(), reason: z.string().optional() }));

/** The criteria of a part, in order, each with its answer. */
function criteriaOf(part: Part, answers: Record<string, unknown>): Criterion[] {
  const { fields } = preAssessDpia;
  const given = Answers.safeParse(answers[part]).data ?? {};
  return QUESTIONNAIRE[part].map(({ id }) => {
    const { answer = "", reason = "" } = given[id] ?? {};
    return {
      id,
      criterium: fields[`${part}.${id}`]?.label ?? id,
      antwoord: fields[`${part}.${id}.answer`]?.options?.[answer] ?? "",
      toelichting: reason,
    };
  });
}
