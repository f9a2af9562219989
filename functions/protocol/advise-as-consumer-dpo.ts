import * as z from "zod";
import { dateOf } from "../domain/calendar.ts";
import { defineTask } from "../domain/define-task.ts";
import { longText } from "../domain/fields.ts";
import type { DpoAdvice } from "../domain/task-definition.ts";
import { dpoTexts } from "./dpo-texts.nl.ts";

const Remarks = z.object({ remarks: longText() });

/** The advice of the consumer's own DPO on the protocol. Source: e-gov decree, art. 8. */
export const adviseAsConsumerDpo = defineTask({
  kind: "AdviseAsConsumerDpo",
  stage: "PROTOCOL",
  audience: "dpo",
  outcomes: {
    positive: z.object({ remarks: longText().optional() }),
    conditions: Remarks,
    negative: Remarks,
  },
  documents: [{ kind: "consumer-dpo-advice", requiredFor: [] }],
  due: { days: 14, unit: "calendar" },
  stalls: false,
  texts: { nl: dpoTexts },
});

/**
 * An advice with conditions is a positive one; the LED reads the conditions, and judges whether the text meets them. A
 * negative one is none to hand in (PROTOCOL-03).
 */
export const adviceOnProtocol: DpoAdvice = {
  task: "AdviseAsConsumerDpo",
  fields: ["advice"],
  fills: ({ outcome, by, at }) => ({
    advice: outcome === "negative" ? undefined : { outcome, date: dateOf(at), name: by.name },
  }),
  document: "consumer-dpo-advice",
};
