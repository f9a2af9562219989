import { NAMES } from "../domain/names.ts";
import { type Dossier, isClosedOrWithdrawn } from "../domain/dossier.ts";
import type { Actor } from "../domain/people.ts";
import { personIsOfDossier } from "../domain/person-is-of-dossier.ts";
import { allOf, allowed, refused, type Verdict } from "../domain/verdict.ts";

/**
 * PEOPLE-03: the contacts and the LED team may change the people of a dossier that is not closed or being withdrawn.
 * Source: the process, "At any moment": change of contact, DPO or signatory.
 */
export const peopleMayChange = (dossier: Dossier, by: Actor): Verdict =>
  allOf(
    by.role === "applicant" || by.role === "led-team"
      ? personIsOfDossier(dossier, by)
      : refused("PEOPLE-03", `Alleen de contactpersonen en het ${NAMES.desk} kunnen personen wijzigen.`),
    isClosedOrWithdrawn(dossier)
      ? refused(
          "PEOPLE-03",
          "Dit dossier is afgesloten of wordt ingetrokken. De personen wijzigen kan niet meer.",
        )
      : allowed,
  );
