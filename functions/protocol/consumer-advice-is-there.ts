import type { StoredDocument } from "../domain/documents.ts";
import type { Dossier } from "../domain/dossier.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";

type Advice = { date: string; name: string };

/** Whether the consumer's earlier advice counts for the next text too. */
export const adviceCarriesOver = ({ protocol }: Pick<Dossier, "protocol">): boolean =>
  protocol?.consumerDpoAdvice?.carriesOver ?? false;

/** Whether a submitted advice is the earlier one that carries over. */
export function isSameAdvice(dossier: Pick<Dossier, "protocol">, { date, name }: Advice): boolean {
  const earlier = dossier.protocol?.consumerDpoAdvice;
  return adviceCarriesOver(dossier) && earlier?.date === date && earlier.name === name;
}

/**
 * PROTOCOL-14: a text comes with the document of the advice of the consumer's DPO, unless the reviewer said that the
 * clarification does not touch that advice. Then the earlier advice stays as it was.
 * Source: e-gov decree of 18/07/2008, art. 8; domain, "Protocol": both DPOs advise on the text that is signed.
 */
export const consumerAdviceIsThere = (
  dossier: Pick<Dossier, "protocol">,
  advice: Advice,
  documents: readonly Pick<StoredDocument, "kind">[],
): Verdict =>
  !adviceCarriesOver(dossier) ||
  isSameAdvice(dossier, advice) ||
  documents.some(({ kind }) => kind === "consumer-dpo-advice")
    ? allowed
    : refused(
        "PROTOCOL-14",
        "Dit is een ander advies dan het vorige. Voeg het toe, of zet de datum en de naam van het vorige advies terug.",
        "documents.consumer-dpo-advice",
      );
