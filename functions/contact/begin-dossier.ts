import type { Dossier } from "../domain/dossier.ts";
import type { LaunchExecution } from "../executions/start-execution.ts";
import { storedFirst } from "../dossiers/follow-up-retries.ts";
import type { OpenEnquiry } from "./open-enquiry.ts";

export type BeginDossier = (dossier: Dossier) => Promise<void>;

/** What follows a new dossier: its execution starts, or its question is asked. */
export function createBeginDossier(deps: {
  launch: LaunchExecution;
  openEnquiry: OpenEnquiry;
}): BeginDossier {
  return (dossier) =>
    storedFirst(() => (dossier.status === "ENQUIRY" ? deps.openEnquiry(dossier) : deps.launch(dossier)));
}
