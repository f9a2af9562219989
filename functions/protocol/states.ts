import { StatePayload } from "../executions/begin-state.ts";
import {
  type DepsOf,
  type HandlersOf,
  type HumanActs,
  humanState,
  systemState,
} from "../executions/state-handlers.ts";
import { adviseOnProtocol } from "./advise-on-protocol.ts";
import { createDistributeProtocol } from "./distribute-protocol.ts";
import { createEnterProtocol } from "./enter-protocol.ts";
import { createOpenWithTemplate } from "./open-with-template.ts";
import { recordPriorConsultation } from "./record-prior-consultation.ts";
import { reviewProtocol } from "./review-protocol.ts";
import { signForApplicant } from "./sign-for-applicant.ts";
import { signForAuthority } from "./sign-for-authority.ts";
import { submitProtocol } from "./submit-protocol.ts";

/** Functions of the states of step 4, Protocol. */
export const protocolStates = (
  acts: HumanActs &
    DepsOf<typeof createEnterProtocol> &
    DepsOf<typeof createOpenWithTemplate> &
    DepsOf<typeof createDistributeProtocol>,
): HandlersOf<"protocol"> => ({
  EnterProtocol: systemState("EnterProtocol", StatePayload, createEnterProtocol(acts)),
  SubmitProtocol: humanState({ ...acts, openTask: createOpenWithTemplate(acts) }, submitProtocol),
  ReviewProtocol: humanState(acts, reviewProtocol),
  AdviseOnProtocol: humanState(acts, adviseOnProtocol),
  RecordPriorConsultation: humanState(acts, recordPriorConsultation),
  SignForApplicant: humanState(acts, signForApplicant),
  SignForAuthority: humanState(acts, signForAuthority),
  DistributeProtocol: systemState("DistributeProtocol", StatePayload, createDistributeProtocol(acts)),
});
