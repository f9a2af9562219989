import { NAMES } from "../domain/names.ts";
import { type Instant, showMoment } from "../domain/calendar.ts";
import type { Scope } from "./limits.ts";

const TOO_OFTEN: Record<Scope, string> = {
  sender: "Vanaf deze plek is dit het voorbije uur al vaak gevraagd.",
  address:
    "Naar dit e-mailadres stuurden we al enkele mails kort na elkaar. Kijk in de mailbox, ook bij de ongewenste mail.",
  dossier: "Voor dit dossier gebeurde dit al enkele keren kort na elkaar.",
  colleague: "Je deed dit het voorbije uur al heel vaak.",
  all: "We krijgen nu uitzonderlijk veel vragen.",
};

export const limitTexts = {
  /** `again`: the moment from which it is possible again. */
  tooOften: (scope: Scope, again: Instant) =>
    `${TOO_OFTEN[scope]} Probeer het opnieuw vanaf ${showMoment(again)}. Kan het niet wachten? Mail het ${NAMES.desk}.`,
};
