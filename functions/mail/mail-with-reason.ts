import type { MailText } from "../domain/texts.ts";

/** A mail that ends with a quoted reason; `reasonIs` introduces it. */
export type MailWithReason = MailText & { reasonIs: string };

/** The mail with its reason quoted; without one nothing is led in. */
export function withReason({ reasonIs, paragraphs, ...text }: MailWithReason, reason = "") {
  return reason.trim() === ""
    ? { ...text, paragraphs }
    : { ...text, paragraphs: [...paragraphs, reasonIs], quote: reason.split("\n") };
}
