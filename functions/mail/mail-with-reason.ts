import { type Actor, isOfConsumer, type Person } from "../domain/people.ts";
import type { MailText } from "../domain/texts.ts";

/** A mail that ends with a quoted reason; `reasonIs` introduces it. */
export type MailWithReason = MailText & { reasonIs: string };

/**
 * The reason as a mail to a person of the consumer may quote it. Whoever asks for contact names the other people, so a
 * mail to one of them holds no text of another: it could be a stranger. The page of the dossier has the reason.
 */
export const reasonFor = ({ id }: Person, by: Actor, reason: string | undefined): string | undefined =>
  isOfConsumer(by) && by.id !== id ? undefined : reason;

/** The mail with its reason quoted; without one nothing is led in. */
export function withReason({ reasonIs, paragraphs, ...text }: MailWithReason, reason = "") {
  return reason.trim() === ""
    ? { ...text, paragraphs }
    : { ...text, paragraphs: [...paragraphs, reasonIs], quote: reason.split("\n") };
}
