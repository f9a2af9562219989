import * as z from "zod";
import { GiveUp } from "../domain/errors.ts";
import { taskId } from "../domain/human-task.ts";
import type { Dossiers } from "../domain/ports.ts";
import type { SendMail, Site } from "../mail/send-mail.ts";
import type { EndUse } from "../workflow/end-use.ts";
import type { SideAct } from "../workflow/pass-on-decision.ts";
import { inUseTexts } from "./texts.nl.ts";

const Changed = z.object({ changes: z.string() });
const NotNeeded = z.object({ reason: z.string() });

/** What follows the yearly check: the team hears what changed, or the use begins to end. */
export function createRecordYearlyCheck(deps: {
  dossiers: Dossiers;
  sendMail: SendMail;
  endUse: EndUse;
  site: Site;
}): SideAct {
  return async (task) => {
    const { decision, dossierId } = task;
    if (!decision) throw new GiveUp("TASK_NOT_DECIDED", { dossier: dossierId, task: taskId(task) });
    if (decision.outcome === "not-needed") {
      const { reason } = NotNeeded.parse(decision.fields);
      await deps.endUse(dossierId, { reason: "purpose", explanation: reason }, decision.by);
    }
    const dossier = decision.outcome === "changed" ? await deps.dossiers.find(dossierId) : undefined;
    if (!dossier) return;
    await deps.sendMail({
      key: `yearly/${taskId(task)}`,
      template: "yearly-changed",
      about: dossier,
      to: { email: deps.site.mailboxes.ledTeam },
      ...inUseTexts.yearlyChanged(dossier.organisation.name),
      quote: Changed.parse(decision.fields).changes.split("\n"),
      action: { label: inUseTexts.openDossier, path: `/admin/dossiers/${dossier.id}` },
    });
  };
}
