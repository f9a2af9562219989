import { dateOf } from "../domain/calendar.ts";
import { type Dossier, endOfUseOf, roundOf } from "../domain/dossier.ts";
import { taskId } from "../domain/human-task.ts";
import type { HumanTasks } from "../domain/ports.ts";
import type { SendMail } from "../mail/send-mail.ts";
import type { OpenTask } from "../tasks/open-task.ts";
import { toPersons } from "./consumer-mails.ts";
import { endAccess, type EndAccessDeps } from "./end-access.ts";
import { reversalEndsAt, reversibleUntil } from "./reversal-end.ts";
import { outOfUseTexts } from "./texts.nl.ts";

type Deps = EndAccessDeps & { openTask: OpenTask; tasks: Pick<HumanTasks, "find">; sendMail: SendMail };

/** The first version of the workflow has no state EndAccess: there the access ends as the period begins. */
const WITH_END_ACCESS = 2;

/** From the end of the access on the end can be reversed for a while. The contacts hear of it. */
export function createOpenReversal(deps: Deps): OpenTask {
  return async (definition, dossier, opening) => {
    if ((dossier.workflowVersion ?? 1) < WITH_END_ACCESS) await endAccess(deps, dossier, opening.because);
    await deps.openTask(definition, dossier, opening);
    await tellContacts(deps, dossier);
  };
}

/** That it has ended, until when that can be reversed, and when the dossier closes. */
async function tellContacts({ tasks, sendMail }: Deps, dossier: Dossier): Promise<void> {
  const { people, pass } = dossier;
  const endOfUse = endOfUseOf(dossier);
  const round = roundOf(dossier, "OUT_OF_USE");
  const task = await tasks.find(dossier.id, taskId({ kind: "ReversalPeriod", pass, round }));
  if (!endOfUse || task?.status !== "open") return;
  const mails = toPersons(dossier, [people.contact, people.secondContact], {
    key: `use-ended/${pass}-${round}`,
    template: "use-ended",
    text: outOfUseTexts.useEnded(dossier.organisation.name, {
      day: endOfUse.consultationEndedOn,
      until: reversibleUntil(dossier, task.openedAt),
      closesOn: dateOf(reversalEndsAt(dossier, task.openedAt)),
    }),
  });
  for (const mail of mails) await sendMail(mail);
}
