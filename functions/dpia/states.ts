import { StatePayload } from "../executions/begin-state.ts";
import type { EnterStage } from "../executions/enter-stage.ts";
import {
  type DepsOf,
  type HandlersOf,
  type HumanActs,
  humanState,
  systemState,
} from "../executions/state-handlers.ts";
import { carryOutDpia } from "./carry-out-dpia.ts";
import { createCommunicateDpia } from "./communicate-dpia.ts";
import { createOpenDpiaReview } from "./open-dpia-review.ts";
import { preAssessDpia } from "./pre-assess-dpia.ts";
import { reviewDpia } from "./review-dpia.ts";
import { documentWriter } from "../templates/document-writer.ts";
import { createWriteDpiaDocuments } from "./write-dpia-documents.ts";

/** The functions behind the states of step 3, DPIA. `writer` lays out its documents. */
export const dpiaStates = (
  acts: HumanActs &
    DepsOf<typeof createOpenDpiaReview> & { enterStage: EnterStage } & Omit<
      DepsOf<typeof createCommunicateDpia>,
      "writeDpiaDocuments"
    > &
    DepsOf<typeof createWriteDpiaDocuments>,
  writer = documentWriter,
): HandlersOf<"dpia"> => ({
  EnterDpia: systemState("EnterDpia", StatePayload, async (payload) => {
    const { entry } = await acts.enterStage(payload, "DPIA");
    return { entry };
  }),
  PreAssessDpia: humanState(acts, preAssessDpia),
  CommunicateDpia: systemState(
    "CommunicateDpia",
    StatePayload,
    createCommunicateDpia({ ...acts, writeDpiaDocuments: createWriteDpiaDocuments(acts, writer) }),
  ),
  CarryOutDpia: humanState(acts, carryOutDpia),
  ReviewDpia: humanState({ ...acts, openTask: createOpenDpiaReview(acts) }, reviewDpia),
});
