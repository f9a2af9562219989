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
    intake: "wijzigde de intake",
    planning: "wijzigde de planning",
    dpia: "wijzigde de gegevens van de DPIA",
    protocol: "wijzigde de gegevens van het protocol",
    connection: "wijzigde de gegevens van de aansluiting",
    resumed: "liet het dossier verdergaan",
    ending: "begon het einde van het gebruik",
    workflowVersion: "zette het dossier over naar de huidige versie van de workflow",
    amended: "opende het dossier opnieuw",
    endOfUse: "wijzigde de gegevens van het einde",
  } as Record<string, string | undefined>,
  changed: "wijzigde gegevens van het dossier",
  noted: "schreef een notitie",
  parked: "Het dossier stopte door een onverwachte fout",
  withdrawn: "trok de aanvraag in",
  inUse: "De LED is in gebruik",
  closed: (how: string) => `Het dossier werd afgesloten: ${how}`,
};
