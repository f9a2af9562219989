import { GiveUp } from "../domain/errors.ts";
import { taskId } from "../domain/human-task.ts";
import type { Dossiers } from "../domain/ports.ts";
import type { SendMail, Site } from "../mail/send-mail.ts";
import type { SideAct } from "../tasks/pass-on-decision.ts";
import { Opinion } from "./advise-on-dpia.ts";
import { adviseOnDpiaForLed, ledOpinionGiven } from "./dpo-texts.nl.ts";
import { dossierLinks } from "../domain/texts.nl.ts";

/** Tells the LED team the opinion of its DPO on a DPIA. */
export function createTellLedOpinion(deps: {
  dossiers: Pick<Dossiers, "find">;
  sendMail: SendMail;
  site: Site;
}): SideAct {
  return async (task) => {
    const dossier = await deps.dossiers.find(task.dossierId);
    const { decision } = task;
    if (!dossier || !decision)
      throw new GiveUp("TASK_NOT_DECIDED", { dossier: task.dossierId, task: taskId(task) });
    const { past = "" } = adviseOnDpiaForLed.outcomes[decision.outcome] ?? {};
    await deps.sendMail({
      key: `advice/${taskId(task)}`,
      template: "AdviseOnDpiaForLed-given",
      about: dossier,
      to: { email: deps.site.mailboxes.ledTeam },
      ...ledOpinionGiven(dossier.organisation.name, decision.by.name, past),
      quote: [Opinion.parse(decision.fields).opinion],
      action: { label: dossierLinks.open, path: `/admin/dossiers/${dossier.id}` },
    });
  };
}
