import { NAMES } from "./names.ts";
import type { Stage } from "../../statemachine/contract.ts";
import type { DocumentKind, StoredDocument } from "./documents.ts";
import type { Dossier } from "./dossier.ts";
import type { Channel, LegalBasis } from "./facts.ts";
import { kindOf, ORGANISATION_TYPES, type OrganisationType } from "./organisation-kinds.ts";
import type { Audience, PersonPart } from "./people.ts";

/** A word at the start of a sentence. */
export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The name of the site, on its pages and in its mails. */
export const SITE_NAME = "Aansluiten op de LED";

/** A title in the middle of a sentence; an abbreviation keeps its capitals. */
export const midSentence = (title: string): string =>
  /^\p{Lu}(?!\p{Lu})/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;

/** What happens to a question that the consumer does not answer in time. */
export const IF_NOT_ANSWERED = `Heb je meer tijd nodig? Antwoord op deze mail. Horen we niets, dan beslist het ${NAMES.desk} na 90 dagen hoe het verdergaat.`;

/** What happens to a task of the LED that nobody does in time. */
export const WAITS_FOR_LED = "Het dossier wacht tot dan. Na vijf werkdagen volgt een herinnering.";

/** Dutch words for the closed sets of the domain. */
export const stageNames: Record<Stage, string> = {
  CONTACT: "Contact",
  INTAKE: "Intake",
  DPIA: "DPIA",
  PROTOCOL: "Protocol",
  MAGDA: `Aansluiting op ${NAMES.platform}`,
  IN_USE: "In gebruik",
  OUT_OF_USE: "Uit gebruik",
};

/** The name of a kind of organisation, as the installation configures it. */
export const organisationTypeName = (type: OrganisationType): string => kindOf(type).name;

/** By id, for a form. */
export const organisationTypeNames: Record<string, string> = Object.fromEntries(
  ORGANISATION_TYPES.map((type) => [type, organisationTypeName(type)]),
);

export const audienceNames: Record<Audience, string> = {
  applicant: "aanvrager",
  signatory: "leidinggevende",
  "second-signatory": "tweede ondertekenaar",
  dpo: "DPO van de afnemer",
  "led-team": NAMES.desk,
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
  "web-application": `webtoepassing (${NAMES.webApplication})`,
  "web-service": "webdienst",
};

export const documentNames: Record<DocumentKind, string> = {
  "dpia-pre-assessment": "vooronderzoek DPIA",
  "dpia-initial-draft": "aanzet van de DPIA",
  dpia: "DPIA",
  "dpia-dpo-opinion": "advies van de DPO over de DPIA",
  "prior-consultation": "antwoord van de toezichthouder",
  "protocol-template": "sjabloon van het protocol",
  protocol: "ingevuld protocol",
  "consumer-dpo-advice": "advies van de DPO van de afnemer",
  "led-dpo-advice": "advies van de DPO van de LED",
  "protocol-final": "definitief protocol",
  "protocol-published": "protocol om te publiceren, zonder handtekeningen",
  "governing-decision": "beslissing van college, vast bureau of raad",
  "protocol-signed-by-applicant": "protocol, ondertekend door de afnemer",
  "protocol-signed-by-second": "protocol, ook ondertekend door de tweede ondertekenaar",
  "protocol-signed-by-both": "protocol, ondertekend door beide partijen",
  authorisation: "machtiging",
  "received-on-behalf": "document van de afnemer (mail, brief)",
  other: "ander document",
};

/** What a use rests on. */
export const basisNames: Record<LegalBasis["legalBasis"], string> = {
  protocol: "het protocol",
  "legacy-authorisation": "de machtiging",
  deliberation: "de beraadslaging",
  "general-protocol": "het algemene protocol",
};

/** What the use of a dossier rests on. */
export const basisOf = ({ protocol }: Pick<Dossier, "protocol">): string =>
  basisNames[protocol?.legalBasis ?? "protocol"];

/** What a document is: its title where it has one, else the name of its kind. */
export const documentName = ({ kind, title }: Pick<StoredDocument, "kind" | "title">): string =>
  title ?? documentNames[kind];

/** Labels of the button in a mail about a dossier: for the consumer, and for the LED. */
export const dossierLinks = { follow: "Bekijk je dossier", open: "Open het dossier" } as const;
