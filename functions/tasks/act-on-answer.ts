import { GiveUp } from "../domain/errors.ts";
import { taskId } from "../domain/human-task.ts";
import { answeredTo, messagesOf } from "../domain/messages.ts";
import type { Dossiers } from "../domain/ports.ts";
import type { RecordMessage } from "../dossiers/send-message.ts";
import { Answered } from "./answer-message.ts";
import type { AskForAnswer } from "./ask-for-answer.ts";
import type { SideAct } from "./pass-on-decision.ts";

type Deps = {
  dossiers: Pick<Dossiers, "readWhole">;
  recordMessage: RecordMessage;
  askForAnswer: AskForAnswer;
};

/**
 * Sends the answer to who wrote. A message that came while somebody answered, and that the answer is not about, is asked
 * anew. Idempotent: the message has an id of its task.
 */
export function createActOnAnswer({ dossiers, recordMessage, askForAnswer }: Deps): SideAct {
  return async (task) => {
    const { decision, dossierId } = task;
    if (!decision) throw new GiveUp("TASK_NOT_DECIDED", { dossier: dossierId, task: taskId(task) });
    const whole = await dossiers.readWhole(dossierId);
    if (!whole) return;
    if (decision.outcome === "answered") {
      const recipients = answeredTo(whole.dossier, messagesOf(task, whole));
      const note = { id: `answer-${taskId(task)}`, at: decision.at, by: decision.by };
      const { answer: text } = Answered.parse(decision.fields);
      await recordMessage(dossierId, { ...note, text, to: "applicant", recipients });
    }
    await askForAnswer(dossierId);
  };
}
