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
  /** What a mail that became this message quotes of earlier mails. */
  quoted: z.string().optional(),
  to: z.enum(["applicant", "led-team"]).optional(),
  /** Ids of the persons that a message is mailed to, or `led-mailbox`. */
  recipients: z.array(z.string()).optional(),
  /** Of a message that came by mail: id of its sender, who is told that it came (MAIL-03). */
  confirmTo: z.string().optional(),
  /** Of a message to the LED team: a task asks the team to answer it. Absent before there were such tasks. */
  asksAnswer: z.literal(true).optional(),
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
  /** Ids of the documents that it names. */
  documents: z.array(z.string()).optional(),
});
export type Draft = z.infer<typeof Draft>;
export const DraftShape = storedShape(Draft);

/** How sure each result is: a later event replaces the result only by one of a higher rank. */
const RANKS = {
  delayed: 1,
  delivered: 2,
  returned: 3,
  bounced: 4,
  suppressed: 4,
  rejected: 4,
  complained: 4,
} as const;
export type DeliveryResult = keyof typeof RANKS;
const RESULTS = Object.keys(RANKS) as [DeliveryResult, ...DeliveryResult[]];

/** The results that a new result may replace. */
export const replacedBy = (result: DeliveryResult): DeliveryResult[] =>
  RESULTS.filter((other) => RANKS[other] < RANKS[result]);

/**
 * What became of a mail that SES accepted. `delayed`: SES still tries. `returned`: the mailbox took nothing for as long as
 * SES tried. `bounced`: the address does not exist. `suppressed`: SES sends nothing to an address that bounced or
 * complained before. `rejected`: SES found malware in it. `complained`: the reader called it spam.
 * https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html
 */
export const MailDelivery = z.object({ result: z.enum(RESULTS), at: z.string() });
export type MailDelivery = z.infer<typeof MailDelivery>;

/** Results after which its reader does not have the mail, and gets none before somebody acts. */
const LOST: readonly DeliveryResult[] = ["returned", "bounced", "suppressed", "rejected"];
export const isLost = ({ result }: Pick<MailDelivery, "result">): boolean => LOST.includes(result);

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
  /** Id of the task that its link opens. */
  task: z.string().optional(),
  /** The last that SES reported; absent before, for a mailbox of the LED, and for mails from before this was recorded. */
  delivery: MailDelivery.optional(),
  /** Identifies the attempt that claimed it, and the end of its claim. Without an end anybody may claim it. */
  claimedBy: z.string().optional(),
  claimedUntil: z.string().optional(),
  /** Of a mail that is not sent: the first attempt, the code of the last failure, the reference of its dossier. */
  since: z.string().optional(),
  failure: z.string().optional(),
  reference: z.string().optional(),
});
export type MailRecord = z.infer<typeof MailRecord>;
/** The `failure` of a mail that nobody retries: SES refused its address, and whoever asked for the mail was told. */
export const ADDRESS_REFUSED = "ADDRESS_REFUSED";
export const MailShape = storedShape(MailRecord);

/** Times of the last and of the next digest. */
export const DigestState = z.object({ last: z.string().optional(), due: z.string() });
export type DigestState = z.infer<typeof DigestState>;
export const DigestShape = storedShape(DigestState);
