import * as z from "zod";
import { longText } from "../domain/fields.ts";
import { defineTask } from "../domain/human-task.ts";
import { dpiaTexts } from "./texts.nl.ts";

export const reviewDpia = defineTask({
  kind: "ReviewDpia",
  stage: "DPIA",
  audience: "led-team",
  outcomes: { accepted: z.object({}), "changes-needed": z.object({ remarks: longText() }) },
  tells: ["remarks"],
  texts: { nl: dpiaTexts.reviewDpia },
  records: ({ dpia }, decision) => {
    if (!dpia) return {};
    return { dpia: { ...dpia, acceptedAt: decision.outcome === "accepted" ? decision.at : undefined } };
  },
});
