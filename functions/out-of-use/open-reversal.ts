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

/** The first version of the workflow has no state EndAccess: there the access ends when the reversal period begins. */
const WITH_END_ACCESS = 2;

/** Opens the reversal period after the end of the access, and notifies the contacts. */
export function createOpenReversal(deps: Deps): OpenTask {
  return async (definition, dossier, opening) => {
    if ((dossier.workflowVersion ?? 1) < WITH_END_ACCESS) await endAccess(deps, dossier, opening.because);
    await deps.openTask(definition, dossier, opening);
    await tellContacts(deps, dossier);
  };
}

/** Reports the end, the last day for a reversal, and the closing date. */
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
