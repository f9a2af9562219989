import type { ReadMail } from "./read-mail.ts";

/** `absent`: somebody is away. `report`: about the delivery of another mail. `automatic`: written by any other program. */
export type Automatic = "absent" | "report" | "automatic";

/** "Automatic reply" and the like, at the start of a subject, in Dutch, French and English. */
const ABSENT =
  /^\s*(\[[^\]]*\]\s*)?(automatisch (antwoord|bericht)|afwezigheidsbericht|afwezig|niet aanwezig|buiten kantoor|r[ée]ponse automatique|absence du bureau|absent(e)? du bureau|message d'absence|automatic reply|auto(matic)?[ -]?reply|out of (the )?office)\b/iu;
const REPORT = /^(mailer-daemon|postmaster|mail-daemon)@/;
const BULK = /\b(bulk|list|junk|auto_reply)\b/i;

/**
 * MAIL-01: no mail that a program wrote asks anything of the LED team, or is ever answered: an automatic reply, a report of
 * delivery, mail of a list, and a mail of this system itself. So two programs never keep answering each other.
 * Source: RFC 3834, automatic responses to electronic mail.
 */
export function mailIsAutomatic(
  { from, subject, header }: Pick<ReadMail, "from" | "subject" | "header">,
  { returnPath, own }: { returnPath: string | undefined; own: readonly string[] },
): Automatic | undefined {
  const [submitted = ""] = header("auto-submitted");
  const [contentType = ""] = header("content-type");
  if (REPORT.test(from.address) || /multipart\/report/i.test(contentType)) return "report";
  if (ABSENT.test(subject) || /^auto-replied/i.test(submitted)) return "absent";
  if (header("x-autoreply").length + header("x-autorespond").length > 0) return "absent";
  if (submitted !== "" && !/^no\b/i.test(submitted)) return "automatic";
  if (own.includes(from.address) || header("precedence").some((value) => BULK.test(value)))
    return "automatic";
  if (header("list-id").length + header("list-unsubscribe").length > 0) return "automatic";
  return returnPath === "" || from.address === "" ? "automatic" : undefined;
}
