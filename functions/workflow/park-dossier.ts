import { toInstant } from "../domain/calendar.ts";
import { type Dossier, isUnderWay } from "../domain/dossier.ts";
import type { Clock } from "../domain/ports.ts";
import type { SendMail, Site } from "../mail/send-mail.ts";
import type { ChangeDossier } from "./change-dossier.ts";
import { workflowTexts } from "./texts.nl.ts";

export type ParkRequest = { dossierId: string; run: number; error: string; cause: string };
export type ParkDossier = (request: ParkRequest) => Promise<void>;

/** Longest cause that is kept, in characters. */
const LONGEST_CAUSE = 1000;

type Deps = {
  changeDossier: ChangeDossier;
  sendMail: SendMail;
  /** Raises the alarm: something unexpected happened in the workflow. */
  alarm: (dossierId: string) => void;
  site: Site;
  now: Clock;
};

/**
 * Puts a dossier aside for the team, with the cause. Twice is once; an execution that is not the dossier's is ignored,
 * and so is a dossier that is being withdrawn, since follow-up closes that one itself.
 */
export function createParkDossier(deps: Deps): ParkDossier {
  return async ({ dossierId, run, error, cause }) => {
    const at = toInstant(deps.now());
    const parked = { at, error, cause: cause.slice(0, LONGEST_CAUSE) };
    const dossier = await deps.changeDossier(dossierId, (current) =>
      isForParking(current, run) ? { ...current, status: "PARKED", parked } : undefined,
    );
    if (dossier.status !== "PARKED" || dossier.run !== run) return;
    deps.alarm(dossierId);
    await deps.sendMail({
      key: `parked/${run}`,
      template: "parked",
      about: dossier,
      to: { email: deps.site.mailboxes.ledTeam },
      ...workflowTexts.parked(dossier.organisation.name, dossier.parked.error),
      action: { label: workflowTexts.openDossier, path: `/admin/dossiers/${dossier.id}` },
    });
  };
}

const isForParking = (
  dossier: Dossier,
  run: number,
): dossier is Extract<Dossier, { status: "ONBOARDING" | "ENDING" }> =>
  isUnderWay(dossier) && dossier.run === run && !dossier.closing;
