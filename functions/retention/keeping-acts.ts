import { createMessageApplicant, createMessageTeam } from "../dossiers/send-message.ts";
import type { Acts } from "../application/acts.ts";
import { createEraseDossier } from "./erase-dossier.ts";
import { createLiftLegalHold, createSetLegalHold } from "./legal-hold.ts";

/** What the team can do with a dossier at any moment, apart from its process; and what an applicant can write. */
export const createKeepingActs = (acts: Acts) => ({
  setLegalHold: createSetLegalHold(acts),
  liftLegalHold: createLiftLegalHold(acts),
  eraseDossier: createEraseDossier(acts),
  messageApplicant: createMessageApplicant(acts),
  messageTeam: createMessageTeam(acts),
});
