import type { EnterResult } from "../../statemachine/contract.ts";
import { type Dossier, roundOf } from "../domain/dossier.ts";
import { GiveUp } from "../domain/errors.ts";
import type { MailRequest, SendMail, Site } from "../mail/send-mail.ts";
import type { StatePayload } from "../workflow/begin-state.ts";
import type { EnterStage } from "../workflow/enter-stage.ts";
import { termNotices } from "./term-notices.ts";
import { outOfUseTexts } from "./texts.nl.ts";

/**
 * The end of a use begins: who is not asked anything hears of it. At the end of a term the contact is asked whether it
 * renews, so that goes by the task's own mail.
 */
export function createEnterOutOfUse(deps: { enterStage: EnterStage; sendMail: SendMail; site: Site }) {
  return async (payload: StatePayload): Promise<EnterResult> => {
    const { dossier, entry } = await deps.enterStage(payload, "OUT_OF_USE");
    if (!dossier.ending) throw new GiveUp("NOTHING_ENDS", { dossier: dossier.id });
    const mails =
      entry === "DecideRenewal" ? termNotices(dossier, "first") : [endingBegins(dossier, deps.site)];
    for (const mail of mails) await deps.sendMail(mail);
    return { entry };
  };
}

function endingBegins(dossier: Dossier, { names }: Site): MailRequest {
  const { contact } = dossier.people;
  const { reason, explanation } = dossier.ending ?? { reason: "stopped", explanation: "" };
  return {
    key: `ending/${dossier.pass}-${roundOf(dossier, "OUT_OF_USE")}`,
    template: "EnterOutOfUse",
    about: dossier,
    to: contact,
    ...outOfUseTexts.endingBegins(dossier.organisation.name, reason, names),
    quote: explanation.split("\n"),
    action: {
      label: outOfUseTexts.followDossier,
      link: { kind: "status", dossierId: dossier.id },
      personId: contact.id,
    },
  };
}
