import { NAMES } from "./names.ts";
import type { Channel } from "./facts.ts";
import type { Organisation } from "./organisation.ts";
import { kindOf } from "./organisation-kinds.ts";
import { allowed, refused, type Verdict } from "./verdict.ts";

/**
 * INTAKE-01: the web application (MAGDA Online) is open to the kinds of organisation for which organisation-kinds.json
 * says "yes" or "ask"; the LED team looks into the latter. Others use the web service.
 * Source: domain, "The LED and its consumers"; vlaanderen.be/magda, who may use MAGDA Online.
 */
export const webApplicationIsAllowed = (organisation: Organisation, channels: readonly Channel[]): Verdict =>
  channels.includes("web-application") && kindOf(organisation.type).webApplication === "no"
    ? refused(
        "INTAKE-01",
        `${NAMES.webApplication} staat niet open voor jouw soort organisatie. Kies de webdienst, of vraag het ons.`,
        "channels",
      )
    : allowed;

/** Whether the LED team must look into the use of the web application by such an organisation. */
export const webApplicationIsAsked = (organisation: Organisation, channels: readonly Channel[]): boolean =>
  channels.includes("web-application") && kindOf(organisation.type).webApplication === "ask";
