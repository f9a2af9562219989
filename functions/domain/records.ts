import * as z from "zod";
import { Actor } from "./people.ts";
import { storedShape } from "./stored-shape.ts";

/** Records beside a dossier and its tasks: changes, notes, drafts and mails. */

/** An overwritten value: who, what, from, to. Without `to` the value was removed. */
export const Change = z.object({
  id: z.string(),
  at: z.string(),
  by: Actor,
  what: z.string(),
  from: z.unknown().optional(),
  to: z.unknown().optional(),
});
export type Change = z.infer<typeof Change>;
export const ChangeShape = storedShape(Change);

/** Free text of the team. With `to` it is a message that both parties read. */
export const Note = z.object({
  id: z.string(),
  at: z.string(),
  by: Actor,
  text: z.string(),
  to: z.enum(["applicant", "led-team"]).optional(),
  /** Ids of the persons that a message is mailed to, or `led-mailbox`. */
  recipients: z.array(z.string()).optional(),
});
export type Note = z.infer<typeof Note>;
export const NoteShape = storedShape(Note);

/** Input for a task before its decision. `version` prevents two windows from overwriting each other. */
export const Draft = z.object({
  taskId: z.string(),
  outcome: z.string(),
  values: z.record(z.string(), z.unknown()),
  version: z.number(),
  at: z.string(),
  /** Id of the writer; absent in drafts from before this field. */
  by: z.string().optional(),
  /** Values that the form copied from the dossier when it was opened. */
  seen: z.record(z.string(), z.unknown()).optional(),
});
export type Draft = z.infer<typeof Draft>;
export const DraftShape = storedShape(Draft);

export const MailRecord = z.object({
  key: z.string(),
  template: z.string(),
  to: z.array(z.string()),
  /** Id of the recipient in the dossier, because several people may read the same mailbox. */
  person: z.string().optional(),
  subject: z.string(),
  /** `refused`: SES does not send to that address; the LED team was notified. */
  status: z.enum(["sending", "sent", "refused"]),
  at: z.string(),
  messageId: z.string().optional(),
  /** Identifies the attempt that claimed it, and the end of its claim. Without an end anybody may claim it. */
  claimedBy: z.string().optional(),
  claimedUntil: z.string().optional(),
});
export type MailRecord = z.infer<typeof MailRecord>;
export const MailShape = storedShape(MailRecord);

/** Times of the last and of the next digest. */
export const DigestState = z.object({ last: z.string().optional(), due: z.string() });
export type DigestState = z.infer<typeof DigestState>;
export const DigestShape = storedShape(DigestState);
