import * as z from "zod";
import { longText } from "../domain/fields.ts";
import { defineTask } from "../domain/define-task.ts";
import { reversalEndsAt, reversibleUntil } from "./reversal-end.ts";
import { outOfUseTexts } from "./texts.nl.ts";
import { useMayBeRestored } from "./use-may-be-restored.ts";

export const reversalPeriod = defineTask({
  kind: "ReversalPeriod",
  stage: "OUT_OF_USE",
  audience: "led-team",
  outcomes: { reverse: z.object({ reason: longText() }) },
  tells: ["reason"],
  texts: { nl: outOfUseTexts.reversalPeriod },
  reminders: "none",
  due: (dossier, openedAt) => reversibleUntil(dossier, openedAt),
  expires: true,
  clocks: (dossier, openedAt) => ({ expires: reversalEndsAt(dossier, openedAt) }),
  mayDecide: { reverse: (dossier, { at }) => useMayBeRestored(dossier, at) },
  closes: { expired: "ended" },
});
