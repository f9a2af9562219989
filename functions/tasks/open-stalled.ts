import { toInstant } from "../domain/calendar.ts";
import { type HumanTask, taskId } from "../domain/human-task.ts";
import type { TaskDefinition } from "../domain/task-definition.ts";
import type { Clock, Dossiers, HumanTasks, WholeDossier } from "../domain/ports.ts";
import { STAGES, type TaskKind } from "../domain/process.ts";
import { openQuestionAbout, timesOf } from "../domain/task-times.ts";
import type { AnnounceTask } from "./announce-task.ts";
import { decideStalled } from "./decide-stalled.ts";
import { newTask } from "./open-task.ts";
import type { RescheduleTask } from "./reschedule-tasks.ts";
import { stalledTexts } from "./decide-stalled.nl.ts";

type Deps = {
  dossiers: Pick<Dossiers, "findWhole">;
  tasks: Pick<HumanTasks, "open">;
  definitions: Record<TaskKind, TaskDefinition>;
  announce: AnnounceTask;
  reschedule: RescheduleTask;
  now: Clock;
};

export type OpenStalled = (stalled: HumanTask) => Promise<void>;

/**
 * Asks the LED team about a task that nobody answers, once for each time it stalls. The clocks of the task are then
 * recalculated: while the question is open it has no stall clock. Idempotent.
 */
export function createOpenStalled(deps: Deps): OpenStalled {
  return async (stalled) => {
    const whole = await deps.dossiers.findWhole(stalled.dossierId);
    if (!whole) return;
    const now = toInstant(deps.now());
    const due = timesOf(deps.definitions[stalled.kind], stalled, whole).clocks.stalled;
    const question =
      openQuestionAbout(stalled, whole.tasks) ??
      (due !== undefined && due <= now ? await openQuestion(deps, stalled, whole) : undefined);
    if (question) await deps.announce(definitionFor(deps, stalled, whole), question, whole.dossier);
    await deps.reschedule(stalled.dossierId, taskId(stalled));
  };
}

/** The declaration, with the stage and the mail of the stalled task. */
function definitionFor({ definitions }: Deps, stalled: HumanTask, { dossier }: WholeDossier): TaskDefinition {
  const { title } = definitions[stalled.kind].texts.nl;
  const mail = stalledTexts.mail({ dossier, title, since: stalled.since });
  const stage = STAGES.find((known) => known === stalled.stage) ?? decideStalled.stage;
  return { ...decideStalled, stage, texts: { nl: { ...decideStalled.texts.nl, mail } } };
}

/** Its round is the next of this pass; a number that another task's question has is skipped. */
async function openQuestion(deps: Deps, stalled: HumanTask, whole: WholeDossier): Promise<HumanTask> {
  const { dossier, tasks } = whole;
  const about = taskId(stalled);
  const earlier = tasks.filter(({ kind, pass }) => kind === "DecideStalled" && pass === dossier.pass);
  for (let round = earlier.length + 1; ; round++) {
    const also = { about, round, because: undefined };
    const asked = newTask(definitionFor(deps, stalled, whole), dossier, toInstant(deps.now()), also);
    const { task } = await deps.tasks.open(asked, dossier);
    if (task.about === about && task.status === "open") return task;
  }
}
