import type { Dossier } from "../domain/dossier.ts";
import type { LaunchExecution } from "../executions/start-execution.ts";
import { leaveToFollowUp } from "../dossiers/leave-to-follow-up.ts";
import type { OpenEnquiry } from "./open-enquiry.ts";

export type BeginDossier = (dossier: Dossier) => Promise<void>;

/** Starts the execution of a new dossier, or opens the task that answers its question. */
export function createBeginDossier(deps: {
  launch: LaunchExecution;
  openEnquiry: OpenEnquiry;
}): BeginDossier {
  return (dossier) =>
    leaveToFollowUp(() => (dossier.status === "ENQUIRY" ? deps.openEnquiry(dossier) : deps.launch(dossier)));
}
