import * as z from "zod";
import { longText } from "../../../domain/fields.ts";
import type { Question } from "./ask-form.tsx";

export const Reason = z.strictObject({ reason: longText() });

/** A page that asks only for a reason. */
export const askForText = (texts: {
  title: string;
  intro: string;
  reason: string;
  button: string;
}): Question<typeof Reason> => ({
  schema: Reason,
  fields: { reason: { label: texts.reason } },
  title: texts.title,
  intro: texts.intro,
  button: texts.button,
});
