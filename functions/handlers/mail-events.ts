import * as z from "zod";
import { resultOf } from "../adapters/ses/result-of.ts";
import { logger } from "../adapters/shared/observability.ts";
import { createActs } from "../application/application.ts";
import { openWorkflowBackend } from "../application/backend.ts";
import { TASKS } from "../application/tasks.ts";
import { toInstant } from "../domain/calendar.ts";
import { keyInTag } from "../mail/send-mail.ts";
import { createRecordDelivery } from "../tasks/record-delivery.ts";
import { createRescheduleTask } from "../tasks/reschedule-tasks.ts";

/** https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html */
const Detail = z.object({
  mail: z.object({
    messageId: z.string(),
    tags: z.object({ dossier: z.tuple([z.string()]), mail: z.tuple([z.string()]) }),
  }),
  bounce: z.object({ bounceType: z.string(), bounceSubType: z.string() }).optional(),
});
/** The event of EventBridge. `time` is that of the event, as SES gives it. */
const MailEvent = z.object({ "detail-type": z.string(), time: z.iso.datetime(), detail: Detail });

const acts = createActs(openWorkflowBackend());
const record = createRecordDelivery({
  ...acts,
  reschedule: createRescheduleTask({ ...acts, definitions: TASKS }),
});

export const handler = async (event: unknown): Promise<void> => {
  const told = MailEvent.parse(event);
  const { time, detail } = told;
  const { tags, messageId } = detail.mail;
  const [dossierId] = tags.dossier;
  const result = resultOf(told["detail-type"], detail.bounce);
  if (result === undefined) return;
  await record({ dossierId, key: keyInTag(tags.mail[0]) }, { result, at: toInstant(new Date(time)) });
  logger.info("MAIL_RESULT", { dossierId, messageId, result });
};
