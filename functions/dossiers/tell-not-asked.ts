import type { Dossier } from "../domain/dossier.ts";
import { type HumanTask, taskId } from "../domain/human-task.ts";
import { isSamePerson } from "../domain/is-same-person.ts";
import type { SendMail } from "../mail/send-mail.ts";
import { workflowTexts } from "./texts.nl.ts";

/**
 * Notifies the asked signatory, once per task, that no signature is needed any more. The closing itself notifies the
 * contact.
 */
export async function tellNotAsked(
  dossier: Dossier,
  tasks: readonly HumanTask[],
  { sendMail }: { sendMail: SendMail },
): Promise<void> {
  const { signatory, contact } = dossier.people;
  if (!signatory || isSamePerson(signatory, contact)) return;
  const asked = tasks.filter(
    ({ audience, decision, pass }) => audience === "signatory" && !decision && pass === dossier.pass,
  );
  for (const task of asked)
    await sendMail({
      ...{ key: `not-asked/${taskId(task)}`, template: "not-asked", about: dossier, to: signatory },
      ...workflowTexts.notAsked(dossier.organisation.name),
      action: {
        label: workflowTexts.followDossier,
        link: { kind: "status", dossierId: dossier.id },
        personId: signatory.id,
      },
    });
}
