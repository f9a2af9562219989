import { Unreadable } from "../../domain/errors.ts";
import { keepingTexts } from "../../retention/texts.nl.ts";
import { DossierDeleted, HeldByLimit, type RefusalKind } from "../http/refusals.ts";
import { refusalTexts } from "./refusals.nl.ts";

/** Text of a refused request. */
export function wordsOf(kind: RefusalKind, error: Error | undefined) {
  if (error instanceof DossierDeleted) return keepingTexts.deleted(error.tombstone);
  if (error instanceof Unreadable) return refusalTexts.unreadable.refusal(error.key);
  const words = refusalTexts.refusals[kind];
  return error instanceof HeldByLimit
    ? { ...words, paragraphs: error.reasons.map(({ message }) => message) }
    : words;
}
