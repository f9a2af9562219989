import * as z from "zod";
import { type Dossier, endingAskedOf, endingOf } from "../domain/dossier.ts";
import { GiveUp } from "../domain/errors.ts";
import { taskId } from "../domain/human-task.ts";
import type { Dossiers } from "../domain/ports.ts";
import type { SendMail, Site } from "../mail/send-mail.ts";
import type { EndUse } from "../out-of-use/end-use.ts";
import type { SideAct } from "../tasks/pass-on-decision.ts";
import { inUseTexts } from "./texts.nl.ts";

const Changed = z.object({ changes: z.string() });
const NotNeeded = z.object({ reason: z.string() });

/**
 * Follows the yearly check: notifies the team of changes, or begins the end of the use, which takes precedence over a
 * later request. During the ending of a term no other end begins: the team is notified and decides.
 */
export function createRecordYearlyCheck(deps: {
  dossiers: Dossiers;
  sendMail: SendMail;
  endUse: EndUse;
  site: Site;
}): SideAct {
  return async (task) => {
    const { decision, dossierId } = task;
    if (!decision) throw new GiveUp("TASK_NOT_DECIDED", { dossier: dossierId, task: taskId(task) });
    const tell = (dossier: Dossier, what: "changed" | "notNeeded", written: string) =>
      deps.sendMail({
        key: `yearly/${taskId(task)}`,
        template: what === "changed" ? "yearly-changed" : "yearly-not-needed",
        about: dossier,
        to: { email: deps.site.mailboxes.ledTeam },
        ...inUseTexts.yearly[what](dossier.organisation.name),
        quote: written.split("\n"),
        action: { label: inUseTexts.openDossier, path: `/admin/dossiers/${dossier.id}` },
      });
    if (decision.outcome === "not-needed") {
      const { reason } = NotNeeded.parse(decision.fields);
      await deps.endUse(dossierId, { reason: "purpose", explanation: reason }, decision.by);
      const dossier = await deps.dossiers.find(dossierId);
      if (dossier && !endsAnyway(dossier)) await tell(dossier, "notNeeded", reason);
    }
    if (decision.outcome !== "changed") return;
    const dossier = await deps.dossiers.find(dossierId);
    if (dossier) await tell(dossier, "changed", Changed.parse(decision.fields).changes);
  };
}

const endsAnyway = (dossier: Dossier): boolean =>
  dossier.status === "CLOSED" ||
  endingAskedOf(dossier) !== undefined ||
  (endingOf(dossier)?.reason ?? "term") !== "term";
