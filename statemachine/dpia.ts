import type { StateBuilder } from "./states.ts";

/** Step 3, DPIA: the decision whether one is required, and where it is, its submission and acceptance. */
export const dpiaStates = (states: StateBuilder) => ({
  enterDpia: states.enter("EnterDpia"),
  preAssessDpia: states.human("PreAssessDpia", "DpiaPreAssessed?"),
  communicateDpia: states.system("CommunicateDpia"),
  carryOutDpia: states.human("CarryOutDpia", "DpiaCarriedOut?"),
  reviewDpia: states.human("ReviewDpia", "DpiaReviewed?"),

  askDpiaChanges: states.nextRound("AskDpiaChanges", [{ stage: "DPIA", from: "CarryOutDpia" }]),
});
