import { restored } from "../domain/access.ts";
import { toInstant } from "../domain/calendar.ts";
import { type Dossier, roundOf } from "../domain/dossier.ts";
import type { Accesses, Clock, Dossiers, HumanTasks } from "../domain/ports.ts";
import type { SendMail, Site } from "../mail/send-mail.ts";
import { mustGoOn, type StatePayload } from "../executions/begin-state.ts";
import type { ChangeDossier } from "../dossiers/change-dossier.ts";
import type { EnterStage } from "../executions/enter-stage.ts";
import { withUseClocks } from "../domain/use-clocks.ts";
import { whoDecided } from "../tasks/decided-by.ts";
import { outOfUseTexts } from "./texts.nl.ts";

type Deps = {
  enterStage: EnterStage;
  changeDossier: ChangeDossier;
  dossiers: Dossiers;
  tasks: Pick<HumanTasks, "find">;
  accesses: Accesses;
  sendMail: SendMail;
  site: Site;
  now: Clock;
};

/**
 * Reverses the end: the access is in force again, and both parties are notified. The status changes last, so that an
 * earlier failure parks the dossier visibly.
 */
export function createRestoreUse(deps: Deps) {
  return async (payload: StatePayload): Promise<void> => {
    const { dossier } = await deps.enterStage(payload, "IN_USE", { inUse: true });
    const at = toInstant(deps.now());
    const { accesses = [] } = (await deps.dossiers.findWhole(dossier.id)) ?? {};
    const by = await whoDecided(deps.tasks, dossier.id, payload.previous ?? undefined);
    for (const ended of accesses.filter(({ status }) => status === "ended"))
      await deps.accesses.change(restored(ended, { at, by }), ended);
    await tellBothParties(deps, dossier);
    await deps.changeDossier(dossier.id, (current) => {
      mustGoOn(current, payload, { inUse: true });
      if (current.status !== "ENDING") return undefined;
      return {
        ...current,
        status: "IN_USE",
        request: undefined,
        use: { since: current.use.since },
        clocks: withUseClocks(current, at),
      };
    });
  };
}

async function tellBothParties({ sendMail, site }: Deps, dossier: Dossier): Promise<void> {
  const { contact } = dossier.people;
  const key = `restored/${dossier.pass}-${roundOf(dossier, "OUT_OF_USE")}`;
  const texts = outOfUseTexts.restored(dossier.organisation.name);
  await sendMail({
    ...{ key: `${key}/applicant`, template: "RestoreUse", about: dossier, to: contact, ...texts },
    action: {
      label: outOfUseTexts.followDossier,
      link: { kind: "status", dossierId: dossier.id },
      personId: contact.id,
    },
  });
  await sendMail({
    ...{ key: `${key}/led`, template: "RestoreUse-led", about: dossier, ...texts },
    to: { email: site.mailboxes.ledTeam },
    action: { label: outOfUseTexts.openDossier, path: `/admin/dossiers/${dossier.id}` },
  });
}
