import * as z from "zod";
import { longText } from "../domain/fields.ts";
import { defineTask } from "../domain/define-task.ts";
import { inUseTexts } from "./texts.nl.ts";

/** The yearly question whether contacts and purpose are still right. One click confirms it. */
export const confirmYearly = defineTask({
  kind: "ConfirmYearly",
  stage: "IN_USE",
  audience: "applicant",
  outcomes: {
    confirmed: z.object({}),
    changed: z.object({ changes: longText() }),
    "not-needed": z.object({ reason: longText() }),
  },
  tells: ["changes", "reason"],
  texts: { nl: inUseTexts.confirmYearly },
});
