import type { Dossier } from "../domain/dossier.ts";
import type { LaunchExecution } from "../executions/start-execution.ts";
import { leaveToFollowUp } from "../dossiers/leave-to-follow-up.ts";
import type { OpenEnquiry } from "./open-enquiry.ts";
import type { OpenEntering } from "./open-entering.ts";

export type BeginDossier = (dossier: Dossier) => Promise<void>;

/** Starts the execution of a new dossier, or opens the task that answers its question or enters its use. */
export function createBeginDossier(deps: {
  launch: LaunchExecution;
  openEnquiry: OpenEnquiry;
  openEntering: OpenEntering;
}): BeginDossier {
  return (dossier) =>
    leaveToFollowUp(() => {
      if (dossier.status === "ENQUIRY") return deps.openEnquiry(dossier);
      return dossier.status === "ENTERING" ? deps.openEntering(dossier) : deps.launch(dossier);
    });
}
