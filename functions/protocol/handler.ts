import { StatePayload } from "../workflow/begin-state.ts";
import { humanState, systemState, wireActs } from "../workflow/state-handlers.ts";
import { adviseOnProtocol as adviseOnProtocolTask } from "./advise-on-protocol.ts";
import { createDistributeProtocol } from "./distribute-protocol.ts";
import { createEnterProtocol } from "./enter-protocol.ts";
import { createOpenWithTemplate } from "./open-with-template.ts";
import { recordPriorConsultation as recordPriorConsultationTask } from "./record-prior-consultation.ts";
import { reviewProtocol as reviewProtocolTask } from "./review-protocol.ts";
import { signForApplicant as signForApplicantTask } from "./sign-for-applicant.ts";
import { signForAuthority as signForAuthorityTask } from "./sign-for-authority.ts";
import { submitProtocol as submitProtocolTask } from "./submit-protocol.ts";

const acts = wireActs();

export const enterProtocol = systemState("EnterProtocol", StatePayload, createEnterProtocol(acts));
export const submitProtocol = humanState(
  { ...acts, openTask: createOpenWithTemplate(acts) },
  submitProtocolTask,
);
export const reviewProtocol = humanState(acts, reviewProtocolTask);
export const adviseOnProtocol = humanState(acts, adviseOnProtocolTask);
export const recordPriorConsultation = humanState(acts, recordPriorConsultationTask);
export const signForApplicant = humanState(acts, signForApplicantTask);
export const signForAuthority = humanState(acts, signForAuthorityTask);
export const distributeProtocol = systemState(
  "DistributeProtocol",
  StatePayload,
  createDistributeProtocol(acts),
);
