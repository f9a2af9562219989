import type { Dossier } from "../domain/dossier.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";

/**
 * PROTOCOL-05: a protocol with mutations describes the reference register, which lists for whom they are sent.
 * Source: e-gov decree, art. 8 (element 13 of the protocol, changes that are sent automatically).
 */
export const referenceRegisterIsDescribed = (
  { intake }: Pick<Dossier, "intake">,
  referenceRegister: string | undefined,
  where: string,
): Verdict =>
  intake?.mutations && !referenceRegister
    ? refused(
        "PROTOCOL-05",
        "Je vroeg mutaties in de intake. Beschrijf daarom het verwijzingsrepertorium.",
        where,
      )
    : allowed;
