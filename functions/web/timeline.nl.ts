import type { Audience } from "../domain/people.ts";
import { audienceNames } from "../domain/texts.nl.ts";

/** What happened to a dossier, in words. */
export const timelineTexts = {
  earlier: (count: number) => `Toon wat eerder gebeurde (${count})`,
  opened: "Het dossier werd geopend",
  onBehalf: (of: Audience, reason: string) => `In naam van de ${audienceNames[of]}: ${reason}`,
  mail: (to: string) => `Mail verstuurd naar ${to}`,
  added: (name: string) => `voegde een document toe: ${name}`,
  refused: (name: string) => `stuurde een document dat geweigerd werd: ${name}`,
  /** By what changed. */
  changes: {
    people: "wijzigde de contactpersonen",
    "people.contact": "wijzigde de contactpersoon",
    "people.secondContact": "wijzigde de tweede contactpersoon",
    "people.dpo": "wijzigde de DPO",
    "people.signatory": "wijzigde de leidinggevende",
    intake: "wijzigde de intake",
    planning: "wijzigde de planning",
    dpia: "wijzigde de gegevens van de DPIA",
    protocol: "wijzigde de gegevens van het protocol",
    connection: "wijzigde de gegevens van de aansluiting",
    "assignee.claimed": "nam een taak op",
    "assignee.released": "gaf een taak terug",
    "assignee.handed-over": "gaf een taak door aan een collega",
    resumed: "liet het dossier verdergaan",
    ending: "begon het einde van het gebruik",
    amended: "opende het dossier opnieuw",
    endOfUse: "wijzigde de gegevens van het einde",
    legalHold: "zette een bewaarplicht op het dossier",
    legalHoldLifted: "hief de bewaarplicht op",
    exported: "maakte een export van het dossier",
    copied: "maakte een kopie van de persoonsgegevens van iemand",
  } as Record<string, string | undefined>,
  nobody: "niemand",
  changed: "wijzigde gegevens van het dossier",
  noted: "schreef een notitie",
  messaged: "stuurde een bericht",
  parked: "Het dossier stopte door een onverwachte fout",
  withdrawn: "trok de aanvraag in",
  inUse: "De LED is in gebruik",
  closed: (how: string) => `Het dossier werd afgesloten: ${how}`,
};
