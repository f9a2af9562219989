import { adviceOnProtocol } from "./advise-as-consumer-dpo.ts";
import { withAnswers } from "../domain/questions-by-field.ts";
import { defineTask, type Decided } from "../domain/define-task.ts";
import type { Around } from "../domain/task-definition.ts";
import type { Dossier, DossierFacts } from "../domain/dossier.ts";
import { asPerson } from "../domain/people-moves.ts";
import { asSignatoryFields } from "../domain/signatory-fields.ts";
import { allOf, allowed, type Verdict } from "../domain/verdict.ts";
import { channelsWereAssessed } from "./channels-were-assessed.ts";
import { adviceCarriesOver, consumerAdviceIsThere, isSameAdvice } from "./consumer-advice-is-there.ts";
import { consumerAdviceIsPositive } from "./consumer-advice-is-positive.ts";
import { dpiaIsConcluded } from "./dpia-is-concluded.ts";
import { prefilledProtocol } from "./prefilled-protocol.ts";
import { OwnFileForm } from "./own-file-form.ts";
import { ProtocolForm } from "./protocol-form.ts";
import { referenceRegisterIsDescribed } from "./reference-register-is-described.ts";
import { textHasOneSource } from "./text-has-one-source.ts";
import { termIsInOrder } from "./term-is-in-order.ts";
import { termFollowsOn } from "./term-follows-on.ts";
import { submitProtocol as texts } from "./submit-texts.nl.ts";

/** The persons that a form names; undefined while there are none. */
const signatoriesIn = ({ people: { signatory, secondSignatory } }: Dossier) => ({
  signatory: asSignatoryFields(signatory),
  secondSignatory: asSignatoryFields(secondSignatory),
});

type Common = Pick<ProtocolForm, "legalBasis" | "term" | "advice">;

/** The document of the advice comes with the advice. `fields`: as posted; absent before a form is filled in. */
const needsNoAdvice = (dossier: Dossier, fields?: Record<string, unknown>): boolean =>
  adviceCarriesOver(dossier) ||
  (dossier.protocol?.adviceAskedAt === undefined && fields !== undefined && fields["advice"] === undefined);

/** The rules on every protocol, whether its text is a form or a file. */
const isInOrder = (
  dossier: Dossier,
  form: Common,
  { documents, advice: byLink }: Around,
  referenceRegister: () => string | undefined,
  where: string,
): Verdict =>
  allOf(
    () => termIsInOrder(form.term),
    () => termFollowsOn(dossier, form.term),
    () => referenceRegisterIsDescribed(dossier, referenceRegister(), where),
    () => consumerAdviceIsPositive(dossier, form.advice, byLink?.outcome),
    () => (form.advice ? consumerAdviceIsThere(dossier, form.advice, documents) : allowed),
  );

/** A submitted protocol is a new text, so earlier advice and signatures lapse. */
const newProtocol = (
  dossier: Dossier,
  { fields: { legalBasis, term, advice }, at }: Decided<Common>,
): DossierFacts => ({
  protocol: {
    legalBasis,
    term,
    submittedAt: at,
    ...(advice && {
      consumerDpoAdvice: {
        ...{ outcome: "positive", date: advice.date, name: advice.name },
        hasConditions: advice.outcome === "conditions",
        version: isSameAdvice(dossier, advice) ? dossier.protocol?.consumerDpoAdvice?.version : undefined,
      },
    }),
    signatures: {},
  },
});

/** A file of the consumer also says through which channels, and who signs. */
const newFile = (dossier: Dossier, decided: Decided<OwnFileForm>): DossierFacts => {
  const { id, intake, people } = dossier;
  const { fields, at } = decided;
  const { secondSignatory: second } = fields;
  return {
    ...newProtocol(dossier, decided),
    intake: intake && { ...intake, channels: fields.channels },
    people: {
      ...people,
      signatory: asPerson(people.signatory, fields.signatory, `${id}-signatory-${at}`),
      secondSignatory: second && asPerson(people.secondSignatory, second, `${id}-secondSignatory-${at}`),
    },
  };
};

/** One source, two ways: the form is the text, or a file of the consumer is. */
export const submitProtocol = defineTask({
  kind: "SubmitProtocol",
  stage: "PROTOCOL",
  audience: "applicant",
  outcomes: { submitted: withAnswers(ProtocolForm), "own-file": withAnswers(OwnFileForm) },
  documents: [
    { kind: "protocol", requiredFor: ["own-file"], mayBeKept: true },
    { kind: "consumer-dpo-advice", requiredFor: ["submitted", "own-file"], unless: needsNoAdvice },
  ],
  dpoAdvice: adviceOnProtocol,
  due: { days: 30, unit: "calendar" },
  readBy: "ReviewProtocol",
  texts: { nl: texts },
  startsFrom: "SubmitIntake",
  prefill: (dossier, { carries }) => ({
    ...prefilledProtocol(dossier, carries),
    channels: dossier.intake?.channels,
    ...signatoriesIn(dossier),
  }),
  renews: signatoriesIn,
  requires: ({ intake, protocol }) => [
    ...(intake?.mutations === undefined ? [] : ["format.referenceRegister", "referenceRegister"]),
    ...(protocol?.adviceAskedAt === undefined ? [] : ["advice"]),
  ],
  // The term and the advice of the DPO belong to the new protocol.
  carriesOver: Object.keys(ProtocolForm.shape).filter((field) => field !== "term" && field !== "advice"),
  mayOpen: dpiaIsConcluded,
  mayDecide: {
    submitted: (dossier, { fields }, around) =>
      allOf(
        textHasOneSource("form", around.documents),
        isInOrder(dossier, fields, around, () => fields.format.referenceRegister, "format.referenceRegister"),
      ),
    "own-file": (dossier, { fields }, around) =>
      allOf(
        textHasOneSource("file", around.documents),
        () => channelsWereAssessed(dossier, fields.channels),
        isInOrder(dossier, fields, around, () => fields.referenceRegister, "referenceRegister"),
      ),
  },
  records: { submitted: newProtocol, "own-file": newFile },
});
