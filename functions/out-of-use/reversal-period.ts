import * as z from "zod";
import { addDays } from "../domain/calendar.ts";
import { longText } from "../domain/fields.ts";
import { defineTask } from "../domain/human-task.ts";
import { outOfUseTexts } from "./texts.nl.ts";
import { useMayBeRestored } from "./use-may-be-restored.ts";

/** Calendar days within which the end of a use can be reversed. */
export const REVERSAL_DAYS = 30;

export const reversalPeriod = defineTask({
  kind: "ReversalPeriod",
  stage: "OUT_OF_USE",
  audience: "led-team",
  outcomes: { reverse: z.object({ reason: longText() }) },
  tells: ["reason"],
  texts: { nl: outOfUseTexts.reversalPeriod },
  reminders: "none",
  due: "none",
  expires: true,
  clocks: (_dossier, openedAt) => ({ expires: addDays(openedAt, REVERSAL_DAYS) }),
  mayDecide: (dossier, { outcome, at }) =>
    outcome === "reverse" ? useMayBeRestored(dossier, at) : { allowed: true },
});
