import * as z from "zod";
import { longText } from "../domain/fields.ts";
import { defineTask } from "../domain/define-task.ts";
import { dpiaTexts } from "./texts.nl.ts";

export const reviewDpia = defineTask({
  kind: "ReviewDpia",
  stage: "DPIA",
  audience: "led-team",
  outcomes: { accepted: z.object({}), "changes-needed": z.object({ remarks: longText() }) },
  tells: ["remarks"],
  texts: { nl: dpiaTexts.reviewDpia },
  records: {
    accepted: ({ dpia }, { at }) => (dpia ? { dpia: { ...dpia, acceptedAt: at } } : {}),
    "changes-needed": ({ dpia }) => (dpia ? { dpia: { ...dpia, acceptedAt: undefined } } : {}),
  },
});
