import * as z from "zod";
import { longText } from "../domain/fields.ts";
import { defineTask } from "../domain/define-task.ts";
import { nextNotice, termIsOverAt } from "../domain/use-clocks.ts";
import { outOfUseTexts } from "./texts.nl.ts";

/**
 * Asked when the term nears its end. Without an answer the use continues until the end of the term; the question then
 * expires and the LED team decides.
 */
export const decideRenewal = defineTask({
  kind: "DecideRenewal",
  stage: "OUT_OF_USE",
  audience: "applicant",
  outcomes: { renew: z.object({}), stop: z.object({ reason: longText() }) },
  tells: ["reason"],
  texts: { nl: outOfUseTexts.decideRenewal },
  reminders: "none",
  due: ({ protocol }) => protocol?.term.end,
  expires: true,
  clocks: ({ protocol }, openedAt) => {
    const end = protocol?.term.end;
    if (end === undefined) return {};
    const notice = nextNotice(end, openedAt);
    return { expires: termIsOverAt(end), ...(notice === undefined ? {} : { notice }) };
  },
});
