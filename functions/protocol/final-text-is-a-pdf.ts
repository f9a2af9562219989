import type { StoredDocument } from "../domain/documents.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";

type Text = Pick<StoredDocument, "contentType" | "signed"> | undefined;

/**
 * PROTOCOL-11: the final text of a protocol is a PDF that nobody signed yet, since every party signs exactly that file.
 * Source: domain, "Protocol", the LED's own rule; ISO 32000-2, 12.8 (a signature covers the bytes before it).
 */
export function finalTextIsAPdf(text: Text, where?: string): Verdict {
  if (text?.contentType !== "application/pdf")
    return refused("PROTOCOL-11", "De definitieve tekst is een PDF. Voeg de tekst als PDF toe.", where);
  return (text.signed?.signatures.length ?? 0) > 0
    ? refused("PROTOCOL-11", "Deze PDF is al ondertekend. Voeg de tekst zonder handtekeningen toe.", where)
    : allowed;
}
