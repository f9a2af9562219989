import type { Dossier } from "../domain/dossier.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";

/**
 * END-04: the closing of a given-up request is completed first: its tasks close and both parties are notified before a
 * next act starts.
 * Source: design, rule 8: follow-up completes interrupted work.
 */
export const earlierRequestHasEnded = ({ clocks }: Pick<Dossier, "clocks">): Verdict =>
  "closed" in clocks
    ? refused("END-04", "Dit dossier wordt nog bijgewerkt. Probeer het over enkele minuten opnieuw.")
    : allowed;
