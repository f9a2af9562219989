import type { Actor } from "../domain/people.ts";
import type { Dmarc } from "./whose-mail.ts";

/**
 * MAIL-03: a person of the dossier is told that a mail came, at most once a day, where the domain of the sender confirms
 * it. Nobody else is: a forged sender gets no mail, and a program gets none either (MAIL-01).
 * Source: RFC 3834, automatic responses to electronic mail.
 */
export const senderIsTold = (
  by: Actor | undefined,
  { dmarc, isSpam }: { dmarc: Dmarc; isSpam: boolean },
): string | undefined => (dmarc === "PASS" && !isSpam ? by?.id : undefined);
