import { NAMES } from "../domain/names.ts";
import { addDays, type Instant } from "../domain/calendar.ts";
import { isClosedOrWithdrawn } from "../domain/dossier.ts";
import { isSameAddress } from "../domain/people.ts";
import type { WholeDossier } from "../domain/ports.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";
import type { Handover } from "./handover.ts";

/** Days in which the former address can take a hand-over back. */
export const UNDO_DAYS = 1;

/**
 * PEOPLE-08: the former address of a contact can take its hand-over back once, within a day, while the new contact is
 * still the contact and decided nothing.
 * Source: the process, "At any moment": a typing error in the address of a new contact.
 */
export function handoverMayBeUndone(
  { dossier, tasks }: Pick<WholeDossier, "dossier" | "tasks">,
  { at, toPerson }: Handover,
  now: Instant,
): Verdict {
  const { contact } = dossier.people;
  const isContact = contact.id === toPerson.id && isSameAddress(contact.email, toPerson.email);
  const hasDecided = tasks.some(({ decision }) => decision?.by.id === toPerson.id && decision.at > at);
  if (isClosedOrWithdrawn(dossier) || !isContact)
    return refused(
      "PEOPLE-08",
      `De contactpersoon is intussen opnieuw gewijzigd, of het dossier is afgesloten. ${help}`,
    );
  if (hasDecided)
    return refused("PEOPLE-08", `De nieuwe contactpersoon deed intussen al een taak in dit dossier. ${help}`);
  return now > addDays(at, UNDO_DAYS)
    ? refused("PEOPLE-08", `De dag waarin je dit ongedaan kon maken, is voorbij. ${help}`)
    : allowed;
}

const help = `Klopt het niet? Bel of mail het ${NAMES.desk}.`;
