import { toInstant } from "../domain/calendar.ts";
import { isClosedOrWithdrawn } from "../domain/dossier.ts";
import { Withdrawn } from "../domain/errors.ts";
import { type HumanTask, taskId } from "../domain/human-task.ts";
import { answerTaskIn, unanswered } from "../domain/messages.ts";
import type { Clock, Dossiers, HumanTasks } from "../domain/ports.ts";
import { answerMessage } from "./answer-message.ts";
import { newTask } from "./open-task.ts";

type Deps = { dossiers: Pick<Dossiers, "readWhole">; tasks: Pick<HumanTasks, "open">; now: Clock };
/** Returns the id of the open task; undefined where nothing waits, or the dossier is at its end. */
export type AskForAnswer = (dossierId: string) => Promise<string | undefined>;

/**
 * Asks the LED team to answer the messages that wait: one open task of a dossier. It mails nobody: the message itself is
 * mailed. Idempotent.
 */
export function createAskForAnswer({ dossiers, tasks, now }: Deps): AskForAnswer {
  return async (dossierId) => {
    for (;;) {
      const whole = await dossiers.readWhole(dossierId);
      const [first] = whole ? unanswered(whole) : [];
      if (!whole || !first || isClosedOrWithdrawn(whole.dossier)) return undefined;
      const known = answerTaskIn(whole);
      if (known) return taskId(known);
      const { dossier } = whole;
      const ofPass = whole.tasks.filter(
        ({ kind, pass }) => kind === "AnswerMessage" && pass === dossier.pass,
      );
      const round = Math.max(0, ...ofPass.map((task) => task.round)) + 1;
      const also = { round, stage: dossier.stage, from: first.by };
      const asked = newTask(answerMessage, dossier, toInstant(now()), also);
      const task = await openUnlessOver(tasks, asked, dossier);
      if (!task) return undefined;
      // Another message opened it at the same moment, and it was answered since.
      if (task.status === "open") return taskId(task);
    }
  };
}

async function openUnlessOver(
  tasks: Deps["tasks"],
  asked: HumanTask,
  dossier: Parameters<HumanTasks["open"]>[1],
): Promise<HumanTask | undefined> {
  try {
    return (await tasks.open(asked, dossier)).task;
  } catch (error) {
    if (error instanceof Withdrawn) return undefined;
    throw error;
  }
}
