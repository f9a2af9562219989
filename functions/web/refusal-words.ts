import { Unreadable } from "../domain/errors.ts";
import { keepingTexts } from "../keeping/texts.nl.ts";
import { DossierDeleted, type RefusalKind } from "./refusals.ts";
import { webTexts } from "./texts.nl.ts";

/** What to say of a request that is not served. */
export const wordsOf = (kind: RefusalKind, error: Error | undefined) => {
  if (error instanceof DossierDeleted) return keepingTexts.deleted(error.tombstone);
  if (error instanceof Unreadable) return webTexts.unreadable.refusal(error.key);
  return webTexts.refusals[kind];
};
