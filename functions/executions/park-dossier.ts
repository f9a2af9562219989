import { causeInWords } from "./causes.nl.ts";
import { ERRORS } from "../../statemachine/contract.ts";
import { toInstant } from "../domain/calendar.ts";
import { type Dossier, type DossierOf, executionOf, isUnderWay, stageToResume } from "../domain/dossier.ts";
import { NamedFailure } from "../domain/errors.ts";
import type { Clock, Dossiers, Execution, Workflow } from "../domain/ports.ts";
import type { SendMail, Site } from "../mail/send-mail.ts";
import type { ChangeDossier } from "../dossiers/change-dossier.ts";
import { withNextRun } from "./start-execution.ts";
import { workflowTexts } from "../dossiers/texts.nl.ts";
import { runsOlderVersion } from "./describe-move.ts";

export type ParkRequest = { dossierId: string; run: number; error: string; cause: string };
export type ParkDossier = (request: ParkRequest) => Promise<void>;

/** Maximum length of the stored cause, in characters. */
const LONGEST_CAUSE = 1000;

type Deps = {
  dossiers: Dossiers;
  workflow: Workflow;
  changeDossier: ChangeDossier;
  sendMail: SendMail;
  /** Raises the alarm: the workflow failed unexpectedly. */
  alarm: (dossierId: string) => void;
  site: Site;
  now: Clock;
};

/**
 * Parks a dossier for the team, with the cause. Idempotent. It ignores an execution that is not the dossier's current
 * one, and a dossier that is being withdrawn, which follow-up closes. A decision that is newer than the execution's
 * definition does not park: a fresh execution with the current definition consumes it.
 */
export function createParkDossier(deps: Deps): ParkDossier {
  return async ({ dossierId, run, error, cause }) => {
    const at = toInstant(deps.now());
    const before = await deps.dossiers.find(dossierId);
    // The dossier was deleted: the event of an execution's end can arrive hours later.
    if (!before) return;
    if (error === ERRORS.UnknownOutcome && runsOlderVersion(before))
      return takeUpAnew(deps, { dossierId, run });
    const lastState = isForParking(before, run) ? await lastStateOf(deps, executionOf(before)) : undefined;
    const parked = { at, error, cause: cause.slice(0, LONGEST_CAUSE), lastState };
    const dossier = await deps.changeDossier(dossierId, (current) => {
      if (!isForParking(current, run)) return undefined;
      return current.status === "ENDING"
        ? { ...current, status: "PARKED", returnsTo: current.status, parked }
        : { ...current, status: "PARKED", returnsTo: current.status, parked };
    });
    if (dossier.status !== "PARKED" || dossier.run !== run) return;
    deps.alarm(dossierId);
    await deps.sendMail({
      key: `parked/${run}`,
      template: "parked",
      about: dossier,
      to: { email: deps.site.mailboxes.ledTeam },
      ...workflowTexts.parked(dossier.organisation.name, causeInWords(dossier.parked)),
      action: { label: workflowTexts.openDossier, path: `/admin/dossiers/${dossier.id}` },
    });
  };
}

/** Writes the next execution on the dossier; follow-up starts it. */
async function takeUpAnew(
  { changeDossier, now }: Deps,
  { dossierId, run }: Pick<ParkRequest, "dossierId" | "run">,
): Promise<void> {
  await changeDossier(dossierId, (current) =>
    isForParking(current, run) ? withNextRun(current, stageToResume(current), toInstant(now())) : undefined,
  );
}

/** Information for people only: parking also succeeds when the execution's history is unavailable. */
async function lastStateOf({ workflow }: Deps, execution: Execution): Promise<string | undefined> {
  try {
    return await workflow.lastStateOf(execution);
  } catch (error) {
    if (error instanceof NamedFailure) return undefined;
    throw error;
  }
}

const isForParking = (dossier: Dossier, run: number): dossier is DossierOf<"ONBOARDING" | "ENDING"> =>
  isUnderWay(dossier) && dossier.run === run && !dossier.request.closing;
