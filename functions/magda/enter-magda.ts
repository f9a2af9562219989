import type { EnterResult } from "../../statemachine/contract.ts";
import type { StatePayload } from "../executions/begin-state.ts";
import type { EnterStage } from "../executions/enter-stage.ts";
import { connectionIsNeeded } from "../domain/connection-is-needed.ts";

/** Moves the dossier to the connection, or to its use where no new channel needs a connection. */
export const createEnterMagda =
  ({ enterStage }: { enterStage: EnterStage }) =>
  async (payload: StatePayload): Promise<EnterResult> => {
    const { dossier, entry } = await enterStage(payload, "MAGDA");
    return { entry: connectionIsNeeded(dossier) ? entry : "StartUse" };
  };
