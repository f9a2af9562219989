import * as z from "zod";
import { Actor } from "./people.ts";
import { storedShape } from "./stored-shape.ts";

/** What stands beside a dossier and its tasks: a record of what was changed, said, typed and mailed. */

/** Something that was overwritten: who, what, from, to. Without `to` it was taken back. */
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

/** Free text of the team; with `to` it is a message, which both parties read. */
export const Note = z.object({
  id: z.string(),
  at: z.string(),
  by: Actor,
  text: z.string(),
  to: z.enum(["applicant", "led-team"]).optional(),
});
export type Note = z.infer<typeof Note>;
export const NoteShape = storedShape(Note);

/** What was typed and not yet decided; `version` makes that two windows do not overwrite each other unseen. */
export const Draft = z.object({
  taskId: z.string(),
  outcome: z.string(),
  values: z.record(z.string(), z.unknown()),
  version: z.number(),
  at: z.string(),
  /** Id of who typed it; absent in drafts of before that was kept. */
  by: z.string().optional(),
  /** What the form had taken from the dossier when it was opened. */
  seen: z.record(z.string(), z.unknown()).optional(),
});
export type Draft = z.infer<typeof Draft>;
export const DraftShape = storedShape(Draft);

export const MailRecord = z.object({
  key: z.string(),
  template: z.string(),
  to: z.array(z.string()),
  /** Id of the person of the dossier whom it is for: others may read the same mailbox. */
  person: z.string().optional(),
  subject: z.string(),
  /** `refused`: SES does not send to that address; the LED team was told. */
  status: z.enum(["sending", "sent", "refused"]),
  at: z.string(),
  messageId: z.string().optional(),
  /** Who sends it, as a value of each attempt, and until when nobody else does; without a moment anybody may. */
  claimedBy: z.string().optional(),
  claimedUntil: z.string().optional(),
});
export type MailRecord = z.infer<typeof MailRecord>;
export const MailShape = storedShape(MailRecord);

/** When the last digest went out, and when the next is due. */
export const DigestState = z.object({ last: z.string().optional(), due: z.string() });
export type DigestState = z.infer<typeof DigestState>;
export const DigestShape = storedShape(DigestState);
