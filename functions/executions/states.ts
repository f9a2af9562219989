import * as z from "zod";
import { StatePayload } from "./begin-state.ts";
import { createCloseAfterDecision } from "./close-after-decision.ts";
import type { createContinueAsNew } from "./continue-as-new.ts";
import type { ParkDossier } from "./park-dossier.ts";
import { type createRaiseRound, RaiseRoundPayload } from "./raise-round.ts";
import { type DepsOf, type HandlersOf, systemState } from "./state-handlers.ts";

const Caught = StatePayload.extend({ error: z.string(), cause: z.string() });
/** EventBridge event: an execution ended without a Catch of the workflow. */
const Ended = z.object({ executionName: z.string().regex(/^[^-]+-\d+$/), status: z.string() });

/** The functions of states outside the steps. */
export const sharedStates = (
  acts: DepsOf<typeof createCloseAfterDecision> & {
    raiseRound: ReturnType<typeof createRaiseRound>;
    continueAsNew: ReturnType<typeof createContinueAsNew>;
    park: ParkDossier;
  },
): HandlersOf<"executions"> => ({
  RaiseRound: systemState("RaiseRound", RaiseRoundPayload, acts.raiseRound),
  CloseDossier: systemState("CloseDossier", StatePayload, createCloseAfterDecision(acts)),
  ContinueAsNew: systemState("ContinueAsNew", StatePayload, acts.continueAsNew),
  ParkDossier: systemState("ParkDossier", z.union([Caught, Ended]), (payload) => {
    if (!("executionName" in payload)) return acts.park(payload);
    const [dossierId = "", run = ""] = payload.executionName.split("-");
    return acts.park({
      dossierId,
      run: Number(run),
      error: payload.status,
      cause: `execution=${payload.executionName}`,
    });
  }),
});
