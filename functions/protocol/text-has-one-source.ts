import type { StoredDocument } from "../domain/documents.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";

/**
 * PROTOCOL-15: the text of a protocol is the form, or one file of the consumer, never both.
 * Source: domain, "Protocol", the LED's own rule: everybody advises on and signs one text.
 */
export function textHasOneSource(
  source: "form" | "file",
  documents: readonly Pick<StoredDocument, "kind">[],
): Verdict {
  const files = documents.filter(({ kind }) => kind === "protocol").length;
  const refuse = (message: string) => refused("PROTOCOL-15", message, "documents.protocol");
  if (source === "form")
    return files === 0
      ? allowed
      : refuse(
          "Van dit formulier maken wij het protocol. Is je bestand de tekst? Kies dan een eigen bestand.",
        );
  return files < 2 ? allowed : refuse("Kies één bestand: dat is de tekst van het protocol.");
}
