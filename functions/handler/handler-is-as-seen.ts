import type { Dossier } from "../domain/dossier.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";

/**
 * HANDLER-01: a dossier is taken over, given up or handed over only after seeing its current handler.
 * Source: the process, "At any moment": absence of a team member; design, rule 2.
 */
export const handlerIsAsSeen = ({ handler }: Pick<Dossier, "handler">, seen: string | undefined): Verdict =>
  !handler || handler.id === seen
    ? allowed
    : refused("HANDLER-01", `${handler.name} behandelt dit dossier intussen. Kijk het opnieuw na.`);
