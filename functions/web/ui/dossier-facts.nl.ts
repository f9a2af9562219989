import type { DossierStatus } from "../../domain/dossier.ts";

export const statusNames: Record<DossierStatus, string> = {
  ENQUIRY: "vraag",
  ENTERING: "wordt ingevoerd",
  ONBOARDING: "in behandeling",
  PARKED: "gestopt door een fout",
  IN_USE: "in gebruik",
  ENDING: "gebruik loopt af",
  CLOSED: "afgesloten",
};

/** Texts about the organisation of a dossier and its people. */
export const factTexts = {
  facts: "Gegevens",
  organisation: "Organisatie",
  type: "Soort",
  enterpriseNumber: "Ondernemingsnummer",
  ovoCode: "OVO-code",
  missingNumberReason: "Waarom geen ondernemingsnummer",
  question: "Vraag",
  people: "Personen",
  contact: "Contactpersoon",
  secondContact: "Tweede contactpersoon",
  dpo: "DPO",
  signatory: "Leidinggevende",
  secondSignatory: "Tweede ondertekenaar",
};
