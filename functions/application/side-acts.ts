import { createAnswerEnquiryAct } from "../contact/answer-enquiry.ts";
import { createRecordYearlyCheck } from "../in-use/record-yearly-check.ts";
import { createRecordPublication } from "../protocol/record-publication.ts";
import { TASKS } from "./tasks.ts";
import { createActOnStalled } from "../tasks/act-on-stalled.ts";
import type { Acts } from "./acts.ts";
import { createDecideTask } from "../tasks/decide-task.ts";
import { createRescheduleTask } from "../tasks/reschedule-tasks.ts";
import type { SideActs } from "../tasks/pass-on-decision.ts";

/** What follows the decision of each side task. */
export const createSideActs = (acts: Acts): SideActs => ({
  AnswerEnquiry: createAnswerEnquiryAct(acts),
  PublishByApplicant: createRecordPublication(acts),
  PublishByAuthority: createRecordPublication(acts),
  ConfirmYearly: createRecordYearlyCheck(acts),
  DecideStalled: createActOnStalled({
    ...acts,
    definitions: TASKS,
    reschedule: createRescheduleTask({ ...acts, definitions: TASKS }),
    // What it decides is a task of the workflow.
    decideTask: createDecideTask({ ...acts, definitions: TASKS, passOn: acts.deliver }),
  }),
});
