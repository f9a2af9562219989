import { toInstant } from "../domain/calendar.ts";
import { everybodyOf } from "../domain/people-moves.ts";
import { type Dossier, roundOf } from "../domain/dossier.ts";
import { reasonOf, taskId } from "../domain/human-task.ts";
import type { Clock, HumanTasks } from "../domain/ports.ts";
import type { SendMail } from "../mail/send-mail.ts";
import type { ChangeDossier } from "../dossiers/change-dossier.ts";
import type { OpenTask } from "../tasks/open-task.ts";
import { endOfEndingTerm, termIsOverAt } from "../domain/use-clocks.ts";
import { toPersons } from "./consumer-mails.ts";
import { outOfUseTexts } from "./texts.nl.ts";

type Deps = {
  openTask: OpenTask;
  changeDossier: ChangeDossier;
  tasks: Pick<HumanTasks, "find">;
  sendMail: SendMail;
  now: Clock;
};

/**
 * Asks the LED team to confirm the end. The reason of an applicant that does not renew becomes the explanation of the
 * end. After a term that passed without an answer, everybody of the consumer is notified that the use is no longer
 * allowed.
 */
export function createOpenConfirmation(deps: Deps): OpenTask {
  return async (definition, dossier, opening) => {
    const asked = await deps.tasks.find(
      dossier.id,
      taskId({ kind: "DecideRenewal", pass: dossier.pass, round: roundOf(dossier, "OUT_OF_USE") }),
    );
    const reason = asked?.decision?.outcome === "stop" ? reasonOf(asked) : undefined;
    const told = reason === undefined ? dossier : await explained(deps, dossier, reason);
    await deps.openTask(definition, told, opening);
    if (reason === undefined) for (const mail of termHasPassed(told, deps)) await deps.sendMail(mail);
  };
}

const explained = ({ changeDossier }: Deps, { id, run }: Dossier, explanation: string): Promise<Dossier> =>
  changeDossier(id, (current) =>
    current.status === "ENDING" &&
    current.run === run &&
    current.use.ending.reason === "term" &&
    current.use.ending.explanation === undefined
      ? { ...current, use: { ...current.use, ending: { ...current.use.ending, explanation } } }
      : undefined,
  );

function termHasPassed(dossier: Dossier, { now }: Deps) {
  const { pass } = dossier;
  const end = endOfEndingTerm(dossier);
  if (end === undefined || toInstant(now()) < termIsOverAt(end)) return [];
  return toPersons(dossier, everybodyOf(dossier.people), {
    key: `term-passed/${pass}-${roundOf(dossier, "OUT_OF_USE")}`,
    template: "term-passed",
    text: outOfUseTexts.termHasPassed(dossier, end),
  });
}
