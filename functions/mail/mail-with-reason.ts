import type { MailText } from "../domain/texts.ts";

/** A mail that ends with a quoted reason; `reasonIs` introduces it. */
export type MailWithReason = MailText & { reasonIs: string };

/** The mail with the reason quoted. Without a reason the introduction is left out too. */
export function withReason({ reasonIs, paragraphs, ...text }: MailWithReason, reason: string) {
  return reason.trim() === ""
    ? { ...text, paragraphs }
    : { ...text, paragraphs: [...paragraphs, reasonIs], quote: reason.split("\n") };
}
