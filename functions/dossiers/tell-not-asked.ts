import type { Dossier } from "../domain/dossier.ts";
import { type HumanTask, taskId } from "../domain/human-task.ts";
import { isSamePerson } from "../domain/is-same-person.ts";
import { PARTS_OF_AUDIENCE } from "../domain/people.ts";
import type { SendMail } from "../mail/send-mail.ts";
import { workflowTexts } from "./texts.nl.ts";

/**
 * Notifies each asked signatory, once per task, that no signature is needed any more. The closing itself notifies the
 * contact.
 */
export async function tellNotAsked(
  dossier: Dossier,
  tasks: readonly HumanTask[],
  { sendMail }: { sendMail: SendMail },
): Promise<void> {
  const asked = tasks.filter(({ decision, pass }) => !decision && pass === dossier.pass);
  for (const task of asked) {
    const signatory = signatoryOf(task, dossier);
    if (!signatory || isSamePerson(signatory, dossier.people.contact)) continue;
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
}

const signatoryOf = ({ audience }: HumanTask, { people }: Dossier) =>
  audience === "signatory" || audience === "second-signatory"
    ? people[PARTS_OF_AUDIENCE[audience][0]]
    : undefined;
