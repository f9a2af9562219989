import { NAMES } from "../domain/names.ts";
import type { Channel } from "../domain/facts.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";

/**
 * MAGDA-04: a web service is reported with its reference (TAN). The web application has none.
 * Source: MAGDA: approval gives a web service its reference.
 */
export const webServiceHasAReference = (channel: Channel, reference: string | undefined): Verdict =>
  channel === "web-service" && reference === undefined
    ? refused("MAGDA-04", `Vul het aansluitingsnummer in dat je van ${NAMES.vdi} kreeg.`, "reference")
    : allowed;
