import { endOfDay } from "../domain/calendar.ts";
import { GiveUp } from "../domain/errors.ts";
import { type Decision, type HumanTask, taskId } from "../domain/human-task.ts";
import type { TaskDefinition } from "../domain/task-definition.ts";
import { type Actor, SYSTEM } from "../domain/people.ts";
import type { Dossiers, HumanTasks } from "../domain/ports.ts";
import type { TaskKind } from "../domain/process.ts";
import type { Verdict } from "../domain/verdict.ts";
import type { SendMail } from "../mail/send-mail.ts";
import { personOf } from "./announce-task.ts";
import { type ChangeDossier, findDossier } from "../dossiers/change-dossier.ts";
import type { DecideTask } from "./decide-task.ts";
import { Close, Extend } from "./decide-stalled.ts";
import type { SideAct } from "./pass-on-decision.ts";
import type { RescheduleTask } from "./reschedule-tasks.ts";
import { stalledTexts } from "./decide-stalled.nl.ts";
import { workflowTexts } from "../dossiers/texts.nl.ts";
import { wayToClose } from "./stalled-may-close.ts";

type Deps = {
  dossiers: Dossiers;
  tasks: HumanTasks;
  definitions: Record<TaskKind, TaskDefinition>;
  changeDossier: ChangeDossier;
  reschedule: RescheduleTask;
  decideTask: DecideTask;
  withdraw: (dossierId: string, by: Actor, reason: string) => Promise<Verdict>;
  sendMail: SendMail;
};
type Act = (deps: Deps, stalled: HumanTask, decision: Decision, question: HumanTask) => Promise<void>;

/** Follows the decision about a stalled task. A task that was answered in the meantime needs nothing. */
export function createActOnStalled(deps: Deps): SideAct {
  return async (question) => {
    const { decision, about, dossierId } = question;
    if (!decision || about === undefined)
      throw new GiveUp("TASK_NOT_DECIDED", { dossier: dossierId, task: taskId(question) });
    const stalled = await deps.tasks.find(dossierId, about);
    if (stalled?.status !== "open") return;
    await ACTS[decision.outcome]?.(deps, stalled, decision, question);
  };
}

const ACTS: Record<string, Act> = {
  /** Restarts the task. It stalls again only after the extension ends; the people who must answer are notified. */
  extend: async (deps, stalled, decision, question) => {
    const { until, reason } = Extend.parse(decision.fields);
    await deps.reschedule(stalled.dossierId, taskId(stalled), () => ({
      since: decision.at,
      givenUntil: endOfDay(until),
      reminders: 0,
    }));
    const dossier = await findDossier(deps.dossiers, stalled.dossierId);
    const person = personOf(stalled.audience, dossier);
    if (!person) return;
    const { action, ...texts } = stalledTexts.extended(deps.definitions[stalled.kind].texts.nl.title, until);
    await deps.sendMail({
      key: `extended/${taskId(question)}`,
      template: "extended",
      about: dossier,
      to: person,
      ...texts,
      quote: reason.split("\n"),
      action: {
        label: action,
        link: { kind: "task", dossierId: dossier.id, taskId: taskId(stalled) },
        personId: person.id,
      },
      afterAction: [workflowTexts.personalLink],
    });
  },

  /** The decision itself is the record. The team is asked again if the task stays open. */
  "act-on-behalf": ({ reschedule }, stalled) => reschedule(stalled.dossierId, taskId(stalled)),

  close: async (deps, stalled, decision) => {
    const { reason } = Close.parse(decision.fields);
    const dossier = await findDossier(deps.dossiers, stalled.dossierId);
    const way = wayToClose(dossier, stalled.kind);
    if (way === "request") await deps.withdraw(dossier.id, decision.by, reason);
    if (way === "connection") await stopConnection(deps, stalled, reason);
    if (way === "task") await closeTask(deps, stalled, decision);
    // When the task can no longer be closed, the team is asked again at the next stall.
    await deps.reschedule(stalled.dossierId, taskId(stalled));
  },
};

async function stopConnection({ decideTask }: Deps, stalled: HumanTask, reason: string): Promise<void> {
  const { status } = await decideTask(stalled.dossierId, taskId(stalled), {
    outcome: "stopped",
    fields: { reason },
    documents: [],
    by: SYSTEM,
    // The person who gave the reason already confirmed this.
    noNationalNumber: true,
  });
  if (status === "refused") throw new GiveUp("STALLED_NOT_STOPPED", { dossier: stalled.dossierId });
}

/** Writes the record first, under an id of its own. Idempotent. */
async function closeTask(deps: Deps, stalled: HumanTask, { at, by }: Decision): Promise<void> {
  const id = taskId(stalled);
  const record = { id: `closed-${id}`, at, by, what: "task-closed", to: id };
  const whole = await deps.dossiers.findWhole(stalled.dossierId);
  if (!whole?.changes.some((change) => change.id === record.id))
    await deps.changeDossier(
      stalled.dossierId,
      (dossier) => dossier,
      () => [record],
    );
  await deps.tasks.close(stalled.dossierId, id, at);
}
