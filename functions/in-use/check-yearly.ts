import { addYears, type Instant, toInstant } from "../domain/calendar.ts";
import { withClock } from "../domain/clocks.ts";
import type { Dossier } from "../domain/dossier.ts";
import type { Clock, Dossiers } from "../domain/ports.ts";
import type { ChangeDossier } from "../dossiers/change-dossier.ts";
import type { OpenSideTask } from "../tasks/open-task.ts";
import { confirmYearly } from "./confirm-yearly.ts";

type Deps = {
  dossiers: Dossiers;
  changeDossier: ChangeDossier;
  openTask: OpenSideTask<"follow-up">;
  now: Clock;
};
export type CheckYearly = (dossier: Dossier) => Promise<void>;

/**
 * Opens the yearly check that is due, once for its moment: raises the round, opens the task, and only then sets the
 * clock to the next year. An open check is not asked twice. A use that is being amended or ended is not checked.
 */
export function createCheckYearly(deps: Deps): CheckYearly {
  return async (dossier) => {
    const due = dossier.clocks.yearly;
    if (due === undefined) return;
    const whole = await deps.dossiers.findWhole(dossier.id);
    const isAsked = whole?.tasks.some(
      ({ kind, status, because }) =>
        kind === "ConfirmYearly" && status === "open" && because !== causeOf(due),
    );
    if (dossier.status === "IN_USE" && !isAsked) {
      const raised = await deps.changeDossier(dossier.id, (current) => withNextCheck(current, due));
      await deps.openTask(confirmYearly, raised, { because: causeOf(due) });
    }
    const next = nextAfter(due, toInstant(deps.now()));
    await deps.changeDossier(dossier.id, (current) =>
      current.clocks.yearly === due
        ? { ...current, clocks: withClock(current.clocks, "yearly", next) }
        : undefined,
    );
  };
}

const causeOf = (due: Instant): string => `yearly-${due}`;

function withNextCheck(dossier: Dossier, due: Instant): Dossier | undefined {
  const round = dossier.rounds.IN_USE;
  if (round?.cause === causeOf(due)) return undefined;
  const next = { number: (round?.number ?? 0) + 1, from: "StartUse", cause: causeOf(due) };
  return { ...dossier, rounds: { ...dossier.rounds, IN_USE: next } };
}

/** The same day of a later year, skipping years without a sweep. */
function nextAfter(due: Instant, now: Instant): Instant {
  for (let years = 1; ; years++) {
    const next = addYears(due, years);
    if (next > now) return next;
  }
}
