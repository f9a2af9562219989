import { keepingTexts } from "../keeping/texts.nl.ts";
import { DossierDeleted, type RefusalKind } from "./refusals.ts";
import { webTexts } from "./texts.nl.ts";

/** What to say of a request that is not served. */
export const wordsOf = (kind: RefusalKind, error: Error | undefined) =>
  error instanceof DossierDeleted ? keepingTexts.deleted(error.tombstone) : webTexts.refusals[kind];
