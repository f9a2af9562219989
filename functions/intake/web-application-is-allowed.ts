import { NAMES } from "../domain/names.ts";
import type { Channel } from "../domain/facts.ts";
import type { Organisation, OrganisationType } from "../domain/organisation.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";

/** Kinds of organisation that may use MAGDA Online. */
const USERS_OF_WEB_APPLICATION: readonly OrganisationType[] = [
  "local-authority",
  "association-of-local-authorities",
  "ocmw",
  "social-housing-company",
  "flemish-body",
  "hospital",
  "fire-or-police-zone",
];

/**
 * INTAKE-01: the web application (MAGDA Online) is open to local authorities and their associations, OCMW, social
 * housing companies, Flemish bodies, hospitals, and fire and police zones; others use the web service.
 * Source: domain, "The LED and its consumers"; vlaanderen.be/magda, who may use MAGDA Online.
 */
export const webApplicationIsAllowed = (organisation: Organisation, channels: readonly Channel[]): Verdict =>
  channels.includes("web-application") && !USERS_OF_WEB_APPLICATION.includes(organisation.type)
    ? refused(
        "INTAKE-01",
        `${NAMES.webApplication} staat niet open voor jouw soort organisatie. Kies de webdienst, of vraag het ons.`,
        "channels",
      )
    : allowed;
