import * as z from "zod";
import type { Dossier, DossierFacts } from "../domain/dossier.ts";
import { date, longText } from "../domain/fields.ts";
import { type Decision, defineTask } from "../domain/human-task.ts";
import { protocolTexts } from "./texts.nl.ts";

const Favourable = z.object({ date: date("done") });

/** What the supervisor answered, recorded by the LED team (GDPR 36). */
export const recordPriorConsultation = defineTask({
  kind: "RecordPriorConsultation",
  stage: "PROTOCOL",
  audience: "led-team",
  outcomes: {
    favourable: Favourable,
    "changes-needed": z.object({ remarks: longText() }),
    negative: z.object({ reason: longText() }),
  },
  documents: [{ kind: "prior-consultation", requiredFor: ["favourable"] }],
  tells: ["remarks", "reason"],
  /** The supervisor has eight weeks to answer (GDPR 36(2)). */
  due: { days: 40, unit: "working" },
  texts: { nl: protocolTexts.recordPriorConsultation },
  records: factsOf,
});

function factsOf({ dpia }: Dossier, { outcome, fields }: Decision): DossierFacts {
  if (!dpia) return {};
  if (outcome === "favourable") {
    const { date: answeredOn } = Favourable.parse(fields);
    return { dpia: { ...dpia, priorConsultation: { outcome: "favourable", date: answeredOn } } };
  }
  if (outcome === "changes-needed") {
    // The DPIA changes, so what rests on it is asked again: its acceptance, the protocol and both advices.
    return { dpia: { ...dpia, acceptedAt: undefined, priorConsultation: undefined }, protocol: undefined };
  }
  return {};
}
