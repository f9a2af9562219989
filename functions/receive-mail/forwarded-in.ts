import EmailForwardParser from "email-forward-parser";
import { cleanLine } from "../domain/clean-text.ts";

/** Characters in which the head of a forwarded mail is looked for: the time grows faster than their number. */
const LONGEST_SEARCH = 2000;
const REPLY = /^\s*(re|aw|antw|antwoord|sv)\s*:/i;

/** Who wrote the mail that a text forwards, as the text says; undefined where it forwards none. */
export function forwardedIn(
  text: string,
  subject: string,
): { from: { name: string; address: string }; subject: string } | undefined {
  if (REPLY.test(subject)) return undefined;
  // Rows of empty lines take the parser the most time.
  const head = text
    .slice(0, LONGEST_SEARCH)
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n");
  const parser = new EmailForwardParser();
  const named = parser.read(head, subject);
  const { email } = named.email.from.address ? named : parser.read(head);
  const { address, name } = email.from;
  if (!address) return undefined;
  return {
    from: { name: cleanLine(name ?? ""), address: cleanLine(address).toLowerCase() },
    subject: cleanLine(email.subject ?? ""),
  };
}
