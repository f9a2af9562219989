import * as z from "zod";
import { StatePayload } from "./begin-state.ts";
import { RaiseRoundPayload } from "./raise-round.ts";
import { systemState, wireActs } from "./state-handlers.ts";

const acts = wireActs();

const Caught = StatePayload.extend({ error: z.string(), cause: z.string() });
/** From EventBridge: an execution ended in a way that no Catch of the workflow sees. */
const Ended = z.object({ executionName: z.string().regex(/^[^-]+-\d+$/), status: z.string() });

export const raiseRound = systemState("RaiseRound", RaiseRoundPayload, acts.raiseRound);
export const closeDossier = systemState("CloseDossier", StatePayload, acts.closeAfterDecision);
export const continueAsNew = systemState("ContinueAsNew", StatePayload, acts.continueAsNew);
export const parkDossier = systemState("ParkDossier", z.union([Caught, Ended]), (payload) => {
  if (!("executionName" in payload)) return acts.park(payload);
  const [dossierId = "", run = ""] = payload.executionName.split("-");
  return acts.park({
    dossierId,
    run: Number(run),
    error: payload.status,
    cause: `execution=${payload.executionName}`,
  });
});
