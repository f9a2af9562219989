import { wireActs } from "../application/wire-acts.ts";
import { protocolStates } from "../protocol/states.ts";

export const {
  enterProtocol,
  submitProtocol,
  reviewProtocol,
  adviseOnProtocol,
  recordPriorConsultation,
  signForApplicant,
  signForAuthority,
  distributeProtocol,
} = protocolStates(wireActs());
