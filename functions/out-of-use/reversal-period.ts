import * as z from "zod";
import { longText } from "../domain/fields.ts";
import { defineTask } from "../domain/human-task.ts";
import { endOfRunningTime, pausesOf } from "../domain/running-time.ts";
import { outOfUseTexts } from "./texts.nl.ts";
import { useMayBeRestored } from "./use-may-be-restored.ts";

/** Calendar days within which the end of a use can be reversed; a hold is no part of them. */
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
  clocks: (dossier, openedAt) => ({
    expires: endOfRunningTime(openedAt, { days: REVERSAL_DAYS, unit: "calendar" }, pausesOf(dossier)),
  }),
  mayDecide: (dossier, { outcome, at }) =>
    outcome === "reverse" ? useMayBeRestored(dossier, at) : { allowed: true },
});
