import { currentAccess } from "../domain/access.ts";
import { toInstant } from "../domain/calendar.ts";
import { withoutClock } from "../domain/clocks.ts";
import { type Dossier, wasNeverBegun } from "../domain/dossier.ts";
import { type HumanTask, parseTaskId, taskId } from "../domain/human-task.ts";
import type { Clock, Dossiers, HumanTasks, WholeDossier } from "../domain/ports.ts";
import { isSideTask } from "../domain/process.ts";
import type { RetentionYears } from "../domain/retention.ts";
import { keptUntil } from "../domain/kept-until.ts";
import { retentionClocks } from "../domain/retention-clocks.ts";
import type { SendMail, Site } from "../mail/send-mail.ts";
import type { ChangeDossier } from "./change-dossier.ts";
import { tellClosed, tellGivenUp } from "./tell-closed.ts";
import { tellNotAsked } from "./tell-not-asked.ts";

type Deps = {
  dossiers: Dossiers;
  tasks: HumanTasks;
  changeDossier: ChangeDossier;
  sendMail: SendMail;
  /** Retention period of a closed dossier. */
  retention: RetentionYears;
  site: Site;
  now: Clock;
};

export type CompleteClosing = (dossierId: string) => Promise<void>;

/** Completes a closing as long as its clock is set (END-04 delays newer acts until then). */
export const createCompleteClosing =
  (deps: Deps): CompleteClosing =>
  async (dossierId) => {
    const whole = await deps.dossiers.findWhole(dossierId);
    if (!whole || !("closed" in whole.dossier.clocks)) return;
    const { dossier, tasks, accesses } = whole;
    const at = toInstant(deps.now());
    for (const task of tasks) {
      if (task.status === "open" && isOver(task, dossier))
        await deps.tasks.close(dossierId, taskId(task), at);
    }
    if (dossier.status === "IN_USE") await tellGivenUp(dossier, currentAccess(accesses), deps);
    if (dossier.status === "CLOSED" && dossier.closed.outcome !== "answered" && !wasNeverBegun(dossier))
      await tellClosed(dossier, deps);
    await tellNotAsked(dossier, tasks, deps);
    await deps.changeDossier(dossierId, (current) =>
      "closed" in current.clocks ? withRetention(current, whole, deps) : undefined,
    );
  };

/**
 * A closing dossier closes all its tasks. A given-up request closes the tasks of the workflow and the questions to the
 * LED team about them; other side tasks stay open.
 */
const isOver = ({ kind, about }: HumanTask, dossier: Dossier): boolean =>
  dossier.status === "CLOSED" || !isSideTask(kind) || (about !== undefined && !isAboutSideTask(about));

const isAboutSideTask = (about: string): boolean => {
  const asked = parseTaskId(about);
  return asked !== undefined && isSideTask(asked.kind);
};

/** All notifications are sent. Unless there is a legal hold, only the clocks of the retention remain. */
function withRetention(dossier: Dossier, whole: WholeDossier, deps: Deps): Dossier {
  const clocks = withoutClock(dossier.clocks, "closed");
  if (dossier.status !== "CLOSED" || dossier.legalHold) return { ...dossier, clocks };
  const until = keptUntil(dossier, whole.accesses, deps.retention);
  return { ...dossier, clocks: { ...clocks, ...retentionClocks(until, toInstant(deps.now())) } };
}
