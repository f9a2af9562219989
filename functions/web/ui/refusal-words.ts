import { Unreadable } from "../../domain/errors.ts";
import { keepingTexts } from "../../retention/texts.nl.ts";
import { DossierDeleted, HeldByLimit, type RefusalKind } from "../http/refusals.ts";
import { webTexts } from "./texts.nl.ts";

/** Text of a refused request. */
export function wordsOf(kind: RefusalKind, error: Error | undefined) {
  if (error instanceof DossierDeleted) return keepingTexts.deleted(error.tombstone);
  if (error instanceof Unreadable) return webTexts.unreadable.refusal(error.key);
  const words = webTexts.refusals[kind];
  return error instanceof HeldByLimit
    ? { ...words, paragraphs: error.reasons.map(({ message }) => message) }
    : words;
}
