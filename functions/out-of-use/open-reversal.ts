import { endedOn, endedWith } from "../domain/access.ts";
import { dateOf, toInstant } from "../domain/calendar.ts";
import { type Dossier, roundOf } from "../domain/dossier.ts";
import { GiveUp } from "../domain/errors.ts";
import { taskId } from "../domain/human-task.ts";
import type { Accesses, Clock, Dossiers, HumanTasks } from "../domain/ports.ts";
import type { SendMail } from "../mail/send-mail.ts";
import type { OpenTask } from "../tasks/open-task.ts";
import { whoDecided } from "../tasks/decided-by.ts";
import { closeYearlyCheck } from "./close-yearly-check.ts";
import { toPersons } from "./consumer-mails.ts";
import { reversalEndsAt, reversibleUntil } from "./reversal-end.ts";
import { outOfUseTexts } from "./texts.nl.ts";

type Deps = {
  openTask: OpenTask;
  tasks: Pick<HumanTasks, "find" | "close">;
  dossiers: Dossiers;
  accesses: Accesses;
  sendMail: SendMail;
  now: Clock;
};

/**
 * The access ends on the day that the LED team confirmed; from then on the end can be reversed for a while. With it the
 * yearly check is over: there is no use to check. The contacts hear of it.
 */
export function createOpenReversal(deps: Deps): OpenTask {
  return async (definition, dossier, opening) => {
    if (!dossier.endOfUse) throw new GiveUp("END_NOT_CONFIRMED", { dossier: dossier.id });
    const { accesses = [], tasks = [] } = (await deps.dossiers.findWhole(dossier.id)) ?? {};
    const at = toInstant(deps.now());
    const day = dossier.endOfUse.consultationEndedOn;
    const change = { at, by: await whoDecided(deps.tasks, dossier.id, opening.because) };
    // The current one last: until it has ended all of this is done again.
    for (const access of endedWith(accesses, day).toSorted((a, b) => a.pass - b.pass))
      await deps.accesses.change(endedOn(access, day, change), access);
    await closeYearlyCheck(deps.tasks, tasks, at);
    await deps.openTask(definition, dossier, opening);
    await tellContacts(deps, dossier, day);
  };
}

/** That it has ended, until when that can be reversed, and when the dossier closes. */
async function tellContacts({ tasks, sendMail }: Deps, dossier: Dossier, day: string): Promise<void> {
  const { contact, secondContact } = dossier.people;
  const round = roundOf(dossier, "OUT_OF_USE");
  const task = await tasks.find(dossier.id, taskId({ kind: "ReversalPeriod", pass: dossier.pass, round }));
  if (!task || task.status !== "open") return;
  const mails = toPersons(dossier, [contact, secondContact], {
    key: `use-ended/${dossier.pass}-${round}`,
    template: "use-ended",
    text: outOfUseTexts.useEnded(dossier.organisation.name, {
      day,
      until: reversibleUntil(dossier, task.openedAt),
      closesOn: dateOf(reversalEndsAt(dossier, task.openedAt)),
    }),
  });
  for (const mail of mails) await sendMail(mail);
}
