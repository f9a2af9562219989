import * as z from "zod";
import { date, longText } from "../domain/fields.ts";
import { defineTask } from "../domain/define-task.ts";
import { recordPriorConsultation as texts } from "./review-texts.nl.ts";

/** The answer of the supervisor, recorded by the LED team (GDPR 36). */
export const recordPriorConsultation = defineTask({
  kind: "RecordPriorConsultation",
  stage: "PROTOCOL",
  audience: "led-team",
  outcomes: {
    favourable: z.object({ date: date("done") }),
    "changes-needed": z.object({ remarks: longText() }),
    negative: z.object({ reason: longText() }),
  },
  documents: [{ kind: "prior-consultation", requiredFor: ["favourable"] }],
  tells: ["remarks", "reason"],
  /** The supervisor has eight weeks to answer (GDPR 36(2)). */
  due: { days: 40, unit: "working" },
  texts: { nl: texts },
  records: {
    favourable: ({ dpia }, { fields: { date: answeredOn } }) =>
      dpia ? { dpia: { ...dpia, priorConsultation: { outcome: "favourable", date: answeredOn } } } : {},
    // The DPIA changes, so everything based on it is asked again: its acceptance, the protocol and both advices.
    "changes-needed": ({ dpia }) =>
      dpia
        ? { dpia: { ...dpia, acceptedAt: undefined, priorConsultation: undefined }, protocol: undefined }
        : {},
  },
  closes: { negative: "negative" },
});
