import { defineTask } from "../domain/define-task.ts";
import { allOf } from "../domain/verdict.ts";
import { consumerAdviceIsPositive } from "./consumer-advice-is-positive.ts";
import { dpiaIsConcluded } from "./dpia-is-concluded.ts";
import { prefilledProtocol } from "./prefilled-protocol.ts";
import { ProtocolForm } from "./protocol-form.ts";
import { referenceRegisterIsDescribed } from "./reference-register-is-described.ts";
import { termIsInOrder } from "./term-is-in-order.ts";
import { termFollowsOn } from "./term-follows-on.ts";
import { protocolTexts } from "./texts.nl.ts";

/** A submitted protocol is a new text, so earlier advice and signatures lapse. */
export const submitProtocol = defineTask({
  kind: "SubmitProtocol",
  stage: "PROTOCOL",
  audience: "applicant",
  outcomes: { submitted: ProtocolForm },
  documents: [
    { kind: "protocol", requiredFor: ["submitted"] },
    { kind: "consumer-dpo-advice", requiredFor: ["submitted"] },
  ],
  due: { days: 30, unit: "calendar" },
  texts: { nl: protocolTexts.submitProtocol },
  prefill: prefilledProtocol,
  // The term and the advice of the DPO belong to the new protocol.
  carriesOver: Object.keys(ProtocolForm.shape).filter((field) => field !== "term" && field !== "advice"),
  mayOpen: dpiaIsConcluded,
  mayDecide: {
    submitted: (dossier, { fields: { term, format, advice } }) =>
      allOf(
        termIsInOrder(term),
        termFollowsOn(dossier, term),
        referenceRegisterIsDescribed(dossier, format.referenceRegister),
        consumerAdviceIsPositive(advice.outcome),
      ),
  },
  records: {
    submitted: (_dossier, { fields: { legalBasis, term, advice }, at }) => ({
      protocol: {
        legalBasis,
        term,
        submittedAt: at,
        consumerDpoAdvice: { outcome: "positive", date: advice.date, name: advice.name },
        signatures: {},
      },
    }),
  },
});
