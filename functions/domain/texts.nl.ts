import type { Stage } from "../../statemachine/contract.ts";
import type { DocumentKind } from "./documents.ts";
import type { Channel } from "./facts.ts";
import type { OrganisationType } from "./organisation.ts";
import type { Audience, PersonPart } from "./people.ts";

/** Dutch words for the closed sets of the domain. */
export const stageNames: Record<Stage, string> = {
  CONTACT: "Contact",
  INTAKE: "Intake",
  DPIA: "DPIA",
  PROTOCOL: "Protocol",
  MAGDA: "Aansluiting op MAGDA",
  IN_USE: "In gebruik",
  OUT_OF_USE: "Uit gebruik",
};

export const organisationTypeNames: Record<OrganisationType, string> = {
  "local-authority": "Gemeente, stad of provincie",
  "association-of-local-authorities": "Vereniging van lokale besturen",
  ocmw: "OCMW",
  "social-housing-company": "Woonmaatschappij",
  "flemish-body": "Departement of agentschap van de Vlaamse overheid",
  hospital: "Ziekenhuis",
  "fire-or-police-zone": "Hulpverleningszone of politiezone",
  "other-public-body": "Andere overheidsinstantie",
};

export const audienceNames: Record<Audience, string> = {
  applicant: "aanvrager",
  signatory: "leidinggevende",
  "second-signatory": "tweede ondertekenaar",
  dpo: "DPO van de afnemer",
  "led-team": "LED-team",
  "led-dpo": "DPO van de LED",
  "leading-official": "leidend ambtenaar",
};

export const personPartNames: Record<PersonPart, string> = {
  contact: "contactpersoon",
  secondContact: "tweede contactpersoon",
  dpo: "DPO",
  signatory: "leidinggevende",
  secondSignatory: "tweede ondertekenaar",
};

export const channelNames: Record<Channel, string> = {
  "web-application": "webtoepassing (MAGDA Online)",
  "web-service": "webdienst",
};

export const documentNames: Record<DocumentKind, string> = {
  "dpia-pre-assessment": "vooronderzoek DPIA",
  "dpia-initial-draft": "aanzet van de DPIA",
  dpia: "DPIA",
  "dpia-dpo-opinion": "mening van de DPO over de DPIA",
  "prior-consultation": "antwoord van de toezichthouder",
  "protocol-template": "sjabloon van het protocol",
  protocol: "ingevuld protocol",
  "consumer-dpo-advice": "advies van de DPO van de afnemer",
  "led-dpo-advice": "advies van de DPO van de LED",
  "protocol-final": "definitief protocol",
  "governing-decision": "beslissing van college, vast bureau of raad",
  "protocol-signed-by-applicant": "protocol, ondertekend door de afnemer",
  "protocol-signed-by-second": "protocol, ook ondertekend door de tweede ondertekenaar",
  "protocol-signed-by-both": "protocol, ondertekend door beide partijen",
  "received-on-behalf": "document dat van de afnemer kwam",
};
