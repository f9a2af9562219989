import type { Dossier } from "../domain/dossier.ts";
import type { LaunchExecution } from "../executions/start-execution.ts";
import { leaveToFollowUp } from "../dossiers/leave-to-follow-up.ts";
import type { OpenEnquiry } from "./open-enquiry.ts";

export type BeginDossier = (dossier: Dossier) => Promise<void>;

/** What follows a new dossier: its execution starts, or its question is asked. */
export function createBeginDossier(deps: {
  launch: LaunchExecution;
  openEnquiry: OpenEnquiry;
}): BeginDossier {
  return (dossier) =>
    leaveToFollowUp(() => (dossier.status === "ENQUIRY" ? deps.openEnquiry(dossier) : deps.launch(dossier)));
}
