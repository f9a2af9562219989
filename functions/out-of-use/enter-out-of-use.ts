import type { EnterResult } from "../../statemachine/contract.ts";
import { toInstant } from "../domain/calendar.ts";
import { type Dossier, endingOf, roundOf } from "../domain/dossier.ts";
import { GiveUp } from "../domain/errors.ts";
import type { Clock, Dossiers, HumanTasks } from "../domain/ports.ts";
import type { MailRequest, SendMail, Site } from "../mail/send-mail.ts";
import type { Ending } from "../domain/use.ts";
import type { StatePayload } from "../executions/begin-state.ts";
import type { EnterStage } from "../executions/enter-stage.ts";
import { reasonFor, withReason } from "../mail/mail-with-reason.ts";
import { closeTasksOfUse } from "./close-tasks-of-use.ts";
import { termNotices } from "./term-notices.ts";
import { outOfUseTexts } from "./texts.nl.ts";

type Deps = {
  enterStage: EnterStage;
  sendMail: SendMail;
  dossiers: Pick<Dossiers, "findWhole">;
  tasks: Pick<HumanTasks, "close">;
  site: Site;
  now: Clock;
};

/**
 * Begins the out-of-use step and notifies everybody who gets no task. At the end of a term the contact is asked about
 * the renewal by the mail of that task. When the term is already over, people are notified as the team is asked to
 * confirm the end. Any other end also closes the yearly check.
 */
export function createEnterOutOfUse(deps: Deps) {
  return async (payload: StatePayload): Promise<EnterResult> => {
    const { dossier, entry } = await deps.enterStage(payload, "OUT_OF_USE");
    const ending = endingOf(dossier);
    if (!ending) throw new GiveUp("NOTHING_ENDS", { dossier: dossier.id });
    if (ending.reason !== "term") {
      const { tasks = [] } = (await deps.dossiers.findWhole(dossier.id)) ?? {};
      await closeTasksOfUse(deps.tasks, tasks, toInstant(deps.now()));
    }
    for (const mail of mailsOf(dossier, ending, entry)) await deps.sendMail(mail);
    return { entry };
  };
}

function mailsOf(dossier: Dossier, ending: Ending, entry: EnterResult["entry"]): MailRequest[] {
  if (entry === "DecideRenewal") return termNotices(dossier, "first");
  return ending.reason === "term" ? [] : [endingBegins(dossier, ending)];
}

function endingBegins(dossier: Dossier, { reason, explanation, by }: Ending): MailRequest {
  const { contact } = dossier.people;
  const texts = outOfUseTexts.endingBegins(dossier.organisation.name, reason);
  return {
    key: `ending/${dossier.pass}-${roundOf(dossier, "OUT_OF_USE")}`,
    template: "EnterOutOfUse",
    about: dossier,
    to: contact,
    ...withReason(texts, reasonFor(contact, by, explanation)),
    action: {
      label: outOfUseTexts.followDossier,
      link: { kind: "status", dossierId: dossier.id },
      personId: contact.id,
    },
  };
}
