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

/** Longest cause that is kept, in characters. */
const LONGEST_CAUSE = 1000;

type Deps = {
  dossiers: Dossiers;
  workflow: Workflow;
  changeDossier: ChangeDossier;
  sendMail: SendMail;
  /** Raises the alarm: something unexpected happened in the workflow. */
  alarm: (dossierId: string) => void;
  site: Site;
  now: Clock;
};

/**
 * Puts a dossier aside for the team, with the cause. Twice is once; an execution that is not the dossier's is ignored,
 * and so is a dossier that is being withdrawn, since follow-up closes that one itself. A decision that is newer than the
 * definition of the execution parks nothing: a fresh execution, of today's definition, takes it up.
 */
export function createParkDossier(deps: Deps): ParkDossier {
  return async ({ dossierId, run, error, cause }) => {
    const at = toInstant(deps.now());
    const before = await deps.dossiers.find(dossierId);
    // Deleted since: the end of an execution can be told hours later.
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
      ...workflowTexts.parked(dossier.organisation.name, dossier.parked.error),
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

/** Only there to help people: a dossier is parked also when its execution tells nothing. */
async function lastStateOf({ workflow }: Deps, execution: Execution): Promise<string | undefined> {
  try {
    return await workflow.lastStateOf(execution);
  } catch (error) {
    if (error instanceof NamedFailure) return undefined;
    throw error;
  }
}

const isForParking = (dossier: Dossier, run: number): dossier is DossierOf<"ONBOARDING" | "ENDING"> =>
  isUnderWay(dossier) && dossier.run === run && !dossier.closing;
