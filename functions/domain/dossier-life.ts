import type { DossierStatus } from "./dossier.ts";

/**
 * Allowed transitions between statuses, and when each happens. docs/dossier-life.md is generated from it; the walks
 * check every write of a dossier against it.
 */
export const DOSSIER_LIFE = {
  ENQUIRY: {
    ONBOARDING: "the LED team starts an onboarding",
    CLOSED: "answered, or withdrawn",
  },
  ENTERING: {
    ONBOARDING: "the LED team entered it: its connection or its use starts",
    CLOSED: "withdrawn",
  },
  ONBOARDING: {
    IN_USE: "the use starts, or a later request is given up",
    PARKED: "the workflow fails",
    CLOSED: "refused, stopped or withdrawn",
  },
  PARKED: {
    ONBOARDING: "resumed",
    ENDING: "resumed, when its use was ending",
    IN_USE: "closed by the team while an access is in force",
    CLOSED: "closed by the team",
  },
  IN_USE: {
    ONBOARDING: "amended",
    ENDING: "the term nears its end, or somebody ends the use",
  },
  ENDING: {
    ONBOARDING: "renewed",
    IN_USE: "the end is reversed, or given up for another",
    PARKED: "the workflow fails",
    CLOSED: "ended",
  },
  CLOSED: {},
} as const satisfies Record<DossierStatus, Partial<Record<DossierStatus, string>>>;

/** Whether a dossier may change from one status to the other, or keep its own. */
export const mayBecome = (from: DossierStatus, to: DossierStatus): boolean =>
  from === to || to in DOSSIER_LIFE[from];
