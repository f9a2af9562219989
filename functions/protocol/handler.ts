import { wireActs } from "../workflow/wire-acts.ts";
import { protocolStates } from "./states.ts";

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
