import * as z from "zod";
import type { Instant } from "../../domain/calendar.ts";
import { lateBy } from "../../domain/lateness.ts";
import { enterpriseNumberIn, NewMail } from "../../domain/new-mail.ts";
import { asWork, type MailWork } from "../../domain/work.ts";

/** A mail of no dossier, as a line of a list. */
export const NewMailAnswer = z.object({
  ...NewMail.pick({ id: true, at: true, from: true, subject: true, assignee: true }).shape,
  isConfirmed: NewMail.shape.isConfirmed.describe("Whether the domain of the sender confirms it (DMARC)"),
  files: NewMail.shape.files.describe("Names of its files; they are read once it is with a dossier"),
  deadline: z.string().optional(),
  daysLate: z.int().min(0).describe("Working days that it is late"),
});

/** With its text, and the first valid enterprise number in it. */
export const NewMailWithText = NewMailAnswer.extend({
  ...NewMail.pick({ text: true, quoted: true }).shape,
  enterpriseNumber: z.string().optional(),
});

export const newMailAnswer = (work: MailWork, now: Instant) =>
  NewMailAnswer.parse({
    ...work.mail,
    deadline: work.deadline,
    daysLate: lateBy(work, work.standstill, now),
  });

export const newMailWithText = (mail: NewMail, now: Instant) =>
  NewMailWithText.parse({
    ...mail,
    ...newMailAnswer(asWork(mail), now),
    enterpriseNumber: enterpriseNumberIn(`${mail.subject}\n${mail.text}`),
  });
