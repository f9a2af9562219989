import type { Actor } from "../domain/people.ts";
import type { ReadMail } from "./read-mail.ts";
import type { Dmarc } from "./whose-mail.ts";

const NO_ANSWER = /\b(all|oof|autoreply)\b/i;

/**
 * MAIL-03: a person of the dossier is told that a mail came, at most once a day, where the domain of the sender confirms
 * it. Nobody else is: a forged sender gets no mail, and neither does a program (MAIL-01) or who asks for no automatic answer.
 * Source: RFC 3834, automatic responses to electronic mail; X-Auto-Response-Suppress of Exchange (MS-OXCMAIL).
 */
export const senderIsTold = (
  by: Actor | undefined,
  { dmarc, isSpam }: { dmarc: Dmarc; isSpam: boolean },
  { header }: Pick<ReadMail, "header">,
): string | undefined => {
  const wantsNone = header("x-auto-response-suppress").some((value) => NO_ANSWER.test(value));
  return dmarc === "PASS" && !isSpam && !wantsNone ? by?.id : undefined;
};
