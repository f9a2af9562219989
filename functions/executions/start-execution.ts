import { type Stage, WORKFLOW_VERSION, workflowOfStage } from "../../statemachine/contract.ts";
import { addDays, toInstant } from "../domain/calendar.ts";
import { type DossierClocks, withClock, withoutClock } from "../domain/clocks.ts";
import { type Dossier, type DossierOf, isUnderWay, withRequest } from "../domain/dossier.ts";
import type { Clock, Workflow } from "../domain/ports.ts";
import type { ChangeDossier } from "../dossiers/change-dossier.ts";
import { OLD_EXECUTION_DAYS } from "./renew-execution.ts";

/** How often to check that the execution of a dossier still exists. */
export const CHECK_DAYS = 30;
/** Maximum number of taken names to skip: each is an execution that ended within the last 90 days. */
const MAXIMUM_TAKEN = 20;

/** A dossier with its next execution written on it, and a clock that lets follow-up start what was not started. */
export const withNextRun = (
  dossier: DossierOf<"ONBOARDING" | "ENDING">,
  resumeFrom: Stage,
  now: string,
): Dossier => ({
  ...withRequest(dossier, { start: { resumeFrom } }),
  run: dossier.run + 1,
  clocks: withClock(withoutExecution(dossier.clocks), "start", now),
});

/** The clocks that watch an execution: its age, and a check that it still exists. */
const withoutExecution = (clocks: DossierClocks): DossierClocks =>
  withoutClock(clocks, "executionAge", "executionCheck");

export type LaunchExecution = (dossier: Dossier) => Promise<void>;

/**
 * Starts the execution that is written on the dossier, and removes it from the dossier. A name of an ended execution
 * gets the next number: only a running execution counts as started, unless the dossier no longer needs one.
 */
export function createLaunchExecution(deps: {
  workflow: Workflow;
  changeDossier: ChangeDossier;
  now: Clock;
}): LaunchExecution {
  return async (written) => {
    let dossier = written;
    for (let attempt = 0; attempt < MAXIMUM_TAKEN; attempt++) {
      if (!isUnderWay(dossier) || !dossier.request.start) return;
      const { id, run } = dossier;
      const { resumeFrom } = dossier.request.start;
      const result = await deps.workflow.start({ dossierId: id, run, resumeFrom });
      dossier = await deps.changeDossier(id, (current) => {
        // A start that is gone was made by another call, or its execution has brought the dossier to a status without one.
        if (current.run !== run || !isUnderWay(current) || !current.request.start) return undefined;
        const next = result === "started" ? startedAs : withNextRun;
        return next(current, resumeFrom, toInstant(deps.now()));
      });
    }
  };
}

/** A fresh execution runs the definition of today. */
const startedAs = (dossier: DossierOf<"ONBOARDING" | "ENDING">, stage: Stage, now: string): Dossier => ({
  ...withRequest(dossier, { start: undefined }),
  workflowVersion: WORKFLOW_VERSION[workflowOfStage(stage)],
  clocks: {
    ...withoutClock(dossier.clocks, "start"),
    executionAge: addDays(now, OLD_EXECUTION_DAYS),
    executionCheck: addDays(now, CHECK_DAYS),
  },
});
