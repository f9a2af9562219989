import * as z from "zod";
import { enterpriseNumberIsValid, normaliseEnterpriseNumber } from "./enterprise-number.ts";
import { HumanTask } from "./human-task.ts";
import { storedShape } from "./stored-shape.ts";

/** Days for which a mail of no dossier is kept, unless the team is done with it before. */
export const NEW_MAIL_DAYS = 30;

/** A mail that belongs to no dossier, until the LED team is done with it. */
export const NewMail = z.object({
  id: z.string(),
  /** Id of SES, under which the mail as it came is in the bucket. */
  received: z.string(),
  at: z.string(),
  from: z.object({ name: z.string(), address: z.string() }),
  /** Whether the domain of the sender confirms it (DMARC). */
  isConfirmed: z.boolean(),
  subject: z.string(),
  /** So that the answer is of the same thread. Absent where it is missing or malformed. */
  messageId: z.string().optional(),
  text: z.string(),
  /** What it quotes of earlier mails. */
  quoted: z.string().optional(),
  /** Names of its files. */
  files: z.array(z.string()),
  /** The member of the team who took it on. */
  assignee: HumanTask.shape.assignee,
});
export type NewMail = z.infer<typeof NewMail>;
export const NewMailShape = storedShape(NewMail);

/** Ten digits, or nine of an older number, in groups or not. `BE` may come before them. */
const NUMBERS = /(?<![\d.])(?:BE[\s.]*)?[01]?\d{3}[\s./-]?\d{3}[\s./-]?\d{3}(?![\d])/giu;

/** The first enterprise number in a text whose check digits are right (KBO-01). */
export const enterpriseNumberIn = (text: string): string | undefined =>
  [...text.matchAll(NUMBERS)]
    .map(([found]) => normaliseEnterpriseNumber(found))
    .find((number) => enterpriseNumberIsValid(number).allowed);
