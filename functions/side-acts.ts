import { createAnswerEnquiryAct } from "./contact/answer-enquiry.ts";
import { createRecordYearlyCheck } from "./in-use/record-yearly-check.ts";
import { createRecordPublication } from "./protocol/record-publication.ts";
import type { Acts } from "./workflow/acts.ts";
import type { SideActs } from "./workflow/pass-on-decision.ts";

/** What follows the decision of each side task. */
export const createSideActs = (acts: Acts): SideActs => ({
  AnswerEnquiry: createAnswerEnquiryAct(acts),
  PublishByApplicant: createRecordPublication(acts),
  PublishByAuthority: createRecordPublication(acts),
  ConfirmYearly: createRecordYearlyCheck(acts),
});
