import type * as z from "zod";
import type { Dossier } from "../domain/dossier.ts";
import { showEnterpriseNumber } from "../domain/enterprise-number.ts";
import type { Dpia } from "../domain/facts.ts";
import { type Decided, defineTask } from "../domain/define-task.ts";
import type { Verdict } from "../domain/verdict.ts";
import { departureIsMotivated } from "./departure-is-motivated.ts";
import { dpiaIsRequired } from "./dpia-is-required.ts";
import { criteriaMet, PreAssessmentForm } from "./pre-assessment-form.ts";
import { QUESTIONNAIRE_VERSION } from "./questionnaire.ts";
import { preAssessDpia as texts, preAssessmentTexts } from "./pre-assessment-texts.nl.ts";

/** The system suggests and a person concludes; the conclusion starts a new DPIA for this dossier. */
export const preAssessDpia = defineTask({
  kind: "PreAssessDpia",
  stage: "DPIA",
  audience: "led-team",
  outcomes: { "not-required": PreAssessmentForm, required: PreAssessmentForm },
  documents: [
    // The system writes both from the answers, unless the team adds its own (write-dpia-documents.ts).
    { kind: "dpia-pre-assessment", requiredFor: [] },
    { kind: "dpia-initial-draft", requiredFor: [] },
  ],
  tells: ["motivation"],
  due: { days: 10, unit: "working" },
  texts: { nl: texts },
  prefill: (dossier) => ({ header: headerOf(dossier) }),
  mayDecide: { "not-required": departureOf, required: departureOf },
  records: { "not-required": conclusionOf, required: conclusionOf },
});

type Conclusion = Decided<z.output<typeof PreAssessmentForm>>;

function departureOf(_dossier: Dossier, { outcome, fields }: Conclusion): Verdict {
  return departureIsMotivated(outcome, criteriaMet(fields), fields.motivation);
}

function conclusionOf(_dossier: Dossier, { outcome, fields, at }: Conclusion): { dpia: Dpia } {
  const criteria = criteriaMet(fields);
  return {
    dpia: {
      conclusion: outcome === "required" ? "required" : "not-required",
      suggestion: dpiaIsRequired(criteria) ? "required" : "not-required",
      motivation: fields.motivation,
      questionnaire: QUESTIONNAIRE_VERSION,
      criteria,
      concludedAt: at,
    },
  };
}

function headerOf({ organisation, intake }: Dossier): Record<string, unknown> {
  const number = organisation.enterpriseNumber;
  return {
    ...preAssessmentTexts.prefilled(
      organisation.name,
      number === undefined ? undefined : showEnterpriseNumber(number),
    ),
    purpose: intake?.purpose,
    dataSubjects: intake?.dataSubjects,
    requestsPerYear: intake?.requestsPerYear,
    channels: intake?.channels,
    mutations: intake?.mutations,
    dataCategories: intake?.dataCategories,
    recipients: intake?.recipients ?? organisation.name,
    retention: intake?.retention,
    automatedDecisions: intake?.automatedDecisions,
  };
}
