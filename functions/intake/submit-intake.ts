import * as z from "zod";
import type { Dossier } from "../domain/dossier.ts";
import { CHANNELS, Intake } from "../domain/facts.ts";
import { choices, date, email, longText, name, wholeNumber, yesNo } from "../domain/fields.ts";
import { withAnswers } from "../domain/questions-by-field.ts";
import { defineTask } from "../domain/define-task.ts";
import { asPerson } from "../domain/people-moves.ts";
import { asSignatoryFields, SignatoryFields } from "../domain/signatory-fields.ts";
import { allOf } from "../domain/verdict.ts";
import { intakeTexts } from "./texts.nl.ts";
import { mutationsAreNamed } from "./mutations-are-named.ts";
import { webApplicationIsAllowed } from "./web-application-is-allowed.ts";

/** The form in which the applicant describes its request. */
export const IntakeForm = z.object({
  purpose: longText(),
  use: longText(),
  channels: choices(CHANNELS),
  needsMutations: yesNo(),
  mutations: longText(1000).optional(),
  connectionDate: date("planned"),
  dataSubjects: longText(1000),
  requestsPerYear: wholeNumber("requests-per-year"),
  legalBasis: longText().optional(),
  dpo: z.object({ name: name(), email: email() }),
  signatory: SignatoryFields,
  secondSignatory: SignatoryFields.optional(),
});
export type IntakeForm = z.infer<typeof IntakeForm>;

export const submitIntake = defineTask({
  kind: "SubmitIntake",
  stage: "INTAKE",
  audience: "applicant",
  outcomes: { submitted: withAnswers(IntakeForm) },
  texts: { nl: intakeTexts.submitIntake },
  // A reopened dossier starts from the agreed values.
  prefill: ({ intake, people }) => ({
    ...(intake ? { ...intake, needsMutations: intake.mutations !== undefined } : {}),
    ...peopleIn(people),
  }),
  renews: ({ people }) => peopleIn(people),
  mayDecide: {
    submitted: ({ organisation }, { fields }) =>
      allOf(webApplicationIsAllowed(organisation, fields.channels), mutationsAreNamed(fields)),
  },
  records: {
    submitted: ({ id, people }, { fields, at }) => ({
      intake: intakeOf(fields),
      people: {
        ...people,
        dpo: asPerson(people.dpo, fields.dpo, `${id}-dpo-${at}`),
        signatory: asPerson(people.signatory, fields.signatory, `${id}-signatory-${at}`),
        secondSignatory:
          fields.secondSignatory &&
          asPerson(people.secondSignatory, fields.secondSignatory, `${id}-secondSignatory-${at}`),
      },
    }),
  },
});

/** The current persons that the form names; undefined while there are none. */
const peopleIn = ({ dpo, signatory, secondSignatory }: Dossier["people"]) => ({
  dpo: dpo && { name: dpo.name, email: dpo.email },
  signatory: asSignatoryFields(signatory),
  secondSignatory: asSignatoryFields(secondSignatory),
});

/** Of the form, what `Intake` names. */
const intakeOf = (form: IntakeForm): Intake =>
  Intake.parse({ ...form, mutations: form.needsMutations ? form.mutations : undefined });
