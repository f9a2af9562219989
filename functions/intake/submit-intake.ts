import * as z from "zod";
import type { Dossier } from "../domain/dossier.ts";
import { CHANNELS, Intake } from "../domain/facts.ts";
import { asContactFields, ContactFields } from "../domain/contact-fields.ts";
import {
  choices,
  date,
  email,
  longText,
  name,
  telephone,
  text,
  wholeNumber,
  yesNo,
} from "../domain/fields.ts";
import { withAnswers } from "../domain/questions-by-field.ts";
import { defineTask } from "../domain/define-task.ts";
import type { PersonPart } from "../domain/people.ts";
import { asPerson } from "../domain/people-moves.ts";
import { asSignatoryFields, SignatoryFields } from "../domain/signatory-fields.ts";
import { allOf } from "../domain/verdict.ts";
import { secondContactIsAnother } from "../people/second-contact-is-another.ts";
import { submitIntake as texts } from "./intake-texts.nl.ts";
import { mutationsAreNamed } from "./mutations-are-named.ts";
import { webApplicationIsAllowed } from "../domain/web-application-is-allowed.ts";

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
  // Only the consumer knows these; the pre-assessment and the protocol start from them. Those fields take what these hold.
  dataCategories: longText(400),
  recipients: longText(500),
  retention: longText(500),
  automatedDecisions: yesNo(),
  legalBasis: longText().optional(),
  processor: text().optional(),
  telephone: telephone().optional(),
  secondContact: ContactFields.optional(),
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
  readBy: "AssessIntake",
  texts: { nl: texts },
  // A reopened dossier starts from the agreed values.
  prefill: ({ intake, people }) => ({
    ...(intake ? { ...intake, needsMutations: intake.mutations !== undefined } : {}),
    ...peopleIn(people),
  }),
  renews: ({ people }) => peopleIn(people),
  mayDecide: {
    submitted: (dossier, { fields, at }) =>
      allOf(
        () => webApplicationIsAllowed(dossier.organisation, fields.channels),
        () => mutationsAreNamed(fields),
        () => secondContactIsAnother(peopleOf(dossier, fields, at), "secondContact.email"),
      ),
  },
  records: {
    submitted: (dossier, { fields, at }) => ({
      intake: intakeOf(fields),
      people: peopleOf(dossier, fields, at),
    }),
  },
});

/** The current persons that the form names; undefined while there are none. */
const peopleIn = ({ contact, secondContact, dpo, signatory, secondSignatory }: Dossier["people"]) => ({
  telephone: contact.telephone,
  secondContact: asContactFields(secondContact),
  dpo: dpo && { name: dpo.name, email: dpo.email },
  signatory: asSignatoryFields(signatory),
  secondSignatory: asSignatoryFields(secondSignatory),
});

/** The people of the dossier with those that the form names; an optional one that it leaves out goes. */
function peopleOf({ id, people }: Dossier, fields: IntakeForm, at: string): Dossier["people"] {
  const { secondContact, secondSignatory } = fields;
  const idOf = (part: PersonPart) => `${id}-${part}-${at}`;
  return {
    contact: { ...people.contact, telephone: fields.telephone },
    secondContact: secondContact && asPerson(people.secondContact, secondContact, idOf("secondContact")),
    dpo: asPerson(people.dpo, fields.dpo, idOf("dpo")),
    signatory: asPerson(people.signatory, fields.signatory, idOf("signatory")),
    secondSignatory:
      secondSignatory && asPerson(people.secondSignatory, secondSignatory, idOf("secondSignatory")),
  };
}

/** Of the form, what `Intake` names. */
const intakeOf = (form: IntakeForm): Intake =>
  Intake.parse({ ...form, mutations: form.needsMutations ? form.mutations : undefined });
