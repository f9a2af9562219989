import type { StateBuilder } from "./states.ts";

/** Step 3, DPIA: whether one is required, and if so, carried out and accepted. */
export const dpiaStates = (states: StateBuilder) => ({
  enterDpia: states.enter("EnterDpia"),
  preAssessDpia: states.human("PreAssessDpia", "DpiaPreAssessed?"),
  communicateDpia: states.system("CommunicateDpia"),
  carryOutDpia: states.human("CarryOutDpia", "DpiaCarriedOut?"),
  reviewDpia: states.human("ReviewDpia", "DpiaReviewed?"),

  askDpiaChanges: states.nextRound("AskDpiaChanges", [{ stage: "DPIA", from: "CarryOutDpia" }]),
});
