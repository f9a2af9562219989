import { S3Client } from "@aws-sdk/client-s3";
import * as z from "zod";
import { createReceivedFiles } from "../adapters/s3/received-mails.ts";
import { CLIENT_SETTINGS } from "../adapters/shared/client-settings.ts";
import { ENVIRONMENTS } from "../adapters/shared/environment.ts";
import { logger } from "../adapters/shared/observability.ts";
import { openBackend } from "../application/backend.ts";
import { toInstant } from "../domain/calendar.ts";
import { createChangeDossier } from "../dossiers/change-dossier.ts";
import { createRecordReceived } from "../dossiers/send-message.ts";
import { createWithinLimits } from "../limits/within-limits.ts";
import { createSendMail } from "../mail/send-mail.ts";
import { createAskForAnswer } from "../tasks/ask-for-answer.ts";
import { createReceiveMail } from "../receive-mail/receive-mail.ts";

const Verdict = z.object({ status: z.enum(["PASS", "FAIL", "GRAY", "PROCESSING_FAILED"]) });
/** https://docs.aws.amazon.com/ses/latest/dg/receiving-email-action-lambda-event.html */
const SesEvent = z.object({
  Records: z.tuple([
    z.object({
      ses: z.object({
        mail: z.object({ messageId: z.string(), source: z.string() }),
        receipt: z.object({
          timestamp: z.iso.datetime(),
          recipients: z.array(z.string()),
          spamVerdict: Verdict,
          virusVerdict: Verdict,
          dmarcVerdict: Verdict,
        }),
      }),
    }),
  ]),
});

const environment = ENVIRONMENTS.workflow.parse(process.env);
const backend = openBackend(environment);
const sendMail = createSendMail(backend);
const changeDossier = createChangeDossier(backend);
const receive = createReceiveMail({
  ...backend,
  files: createReceivedFiles({ client: new S3Client(CLIENT_SETTINGS), name: environment.BUCKET_NAME }),
  recordMessage: createRecordReceived({
    ...backend,
    sendMail,
    changeDossier,
    askForAnswer: createAskForAnswer(backend),
  }),
  sendMail,
  withinLimits: createWithinLimits(backend),
  ownAddress: environment.MAIL_FROM,
});

/** A null sender is given as `<>` or as nothing. */
const bare = (source: string): string => source.replace(/^<|>$/g, "");

export const handler = async (event: unknown): Promise<void> => {
  const [{ ses }] = SesEvent.parse(event).Records;
  const { mail, receipt } = ses;
  const result = await receive({
    id: mail.messageId,
    at: toInstant(new Date(receipt.timestamp)),
    recipients: receipt.recipients,
    returnPath: bare(mail.source),
    dmarc: receipt.dmarcVerdict.status,
    hasVirus: receipt.virusVerdict.status === "FAIL",
    isSpam: receipt.spamVerdict.status === "FAIL",
  });
  logger.info("MAIL_RECEIVED", { id: mail.messageId, ...result });
};
