import { adviceTexts } from "./advice.nl.ts";
import { GiveUp } from "../domain/errors.ts";
import { taskId } from "../domain/human-task.ts";
import type { Dossiers } from "../domain/ports.ts";
import type { Definitions } from "../domain/task-definition.ts";
import type { SendMail } from "../mail/send-mail.ts";
import type { SideAct } from "./pass-on-decision.ts";

/** Tells the contact that its DPO advised; the form of the contact's own task shows it from then on. */
export function createTellAdvice(deps: {
  dossiers: Pick<Dossiers, "find">;
  definitions: Definitions;
  sendMail: SendMail;
}): SideAct {
  return async (task) => {
    const { decision, about, kind } = task;
    const dossier = await deps.dossiers.find(task.dossierId);
    if (!dossier || !decision || about === undefined)
      throw new GiveUp("TASK_NOT_DECIDED", { dossier: task.dossierId, task: taskId(task) });
    const { title, outcomes } = deps.definitions[kind].texts.nl;
    const { contact } = dossier.people;
    await deps.sendMail({
      key: `advice/${taskId(task)}`,
      template: `${kind}-given`,
      about: dossier,
      to: contact,
      ...adviceTexts.given(decision.by.name, outcomes[decision.outcome]?.past ?? title),
      action: {
        label: adviceTexts.open,
        link: { kind: "task", dossierId: dossier.id, taskId: about },
        personId: contact.id,
      },
    });
  };
}
