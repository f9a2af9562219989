import type { Dossier } from "../domain/dossier.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";

/**
 * END-04: what follows a request that was given up is done first: its tasks close and its parties hear of it before the
 * next thing begins.
 * Source: design, rule 8: what was cut short is completed by follow-up.
 */
export const earlierRequestHasEnded = ({ clocks }: Pick<Dossier, "clocks">): Verdict =>
  "closed" in clocks
    ? refused("END-04", "Dit dossier wordt nog bijgewerkt. Probeer het over enkele minuten opnieuw.")
    : allowed;
