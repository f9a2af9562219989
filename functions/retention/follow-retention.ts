import { dateOf, type Instant, toInstant } from "../domain/calendar.ts";
import { type DossierClocks, withClock, withoutClock } from "../domain/clocks.ts";
import type { Dossier } from "../domain/dossier.ts";
import { Conflict } from "../domain/errors.ts";
import type { Clock, Dossiers, WholeDossier } from "../domain/ports.ts";
import type { RetentionYears } from "../domain/retention.ts";
import type { SendMail, Site } from "../mail/send-mail.ts";
import type { ChangeDossier } from "../dossiers/change-dossier.ts";
import { closingNames } from "../dossiers/texts.nl.ts";
import type { BuryDossier, CompleteDeletion } from "./delete-dossier.ts";
import { type ClosedDossier, keptUntil } from "../domain/kept-until.ts";
import { noLegalHold } from "./no-legal-hold.ts";
import { endAfterNotice, retentionClocks } from "../domain/retention-clocks.ts";
import { keepingTexts } from "./texts.nl.ts";

type Deps = {
  dossiers: Dossiers;
  changeDossier: ChangeDossier;
  sendMail: SendMail;
  buryDossier: BuryDossier;
  completeDeletion: CompleteDeletion;
  retention: RetentionYears;
  site: Site;
  now: Clock;
};
export type FollowRetention = (dossier: Dossier) => Promise<void>;
type Judged = { whole: WholeDossier & { dossier: ClosedDossier }; until: Instant };

/**
 * Acts on the clocks of the retention: the notice, and the deletion a month later. Both re-evaluate the rules, so that
 * a longer retention period or a legal hold applies even with an old clock.
 */
export function createFollowRetention(deps: Deps): FollowRetention {
  return async ({ id }) => {
    const judged = await judge(deps, id);
    if (!judged) return forget(deps, id);
    const { dossier } = judged.whole;
    const now = toInstant(deps.now());
    const fresh = retentionClocks(judged.until, now);
    if ("retentionNotice" in dossier.clocks) {
      const isEarly = (fresh.retentionNotice ?? now) > now;
      return isEarly ? startAgain(deps, id, fresh) : announce(deps, dossier, now);
    }
    // The notice in this same sweep may have postponed the end.
    const end = dossier.clocks.retention;
    if (end === undefined || end > now) return;
    if (judged.until > now) return startAgain(deps, id, fresh);
    try {
      await deps.buryDossier(judged.whole, { rule: "RETENTION-01" });
    } catch (error) {
      // A concurrent change, perhaps a legal hold: the next sweep re-evaluates.
      if (error instanceof Conflict) return;
      throw error;
    }
    await deps.completeDeletion(id);
  };
}

/** Undefined where deletion is not allowed. */
async function judge({ dossiers, retention }: Deps, id: string): Promise<Judged | undefined> {
  const whole = await dossiers.findWhole(id);
  const dossier = whole?.dossier;
  if (!whole || dossier?.status !== "CLOSED" || !noLegalHold(dossier).allowed) return undefined;
  return { whole: { ...whole, dossier }, until: keptUntil(dossier, whole.accesses, retention) };
}

const forget = async ({ changeDossier }: Deps, id: string): Promise<void> =>
  void (await changeDossier(id, (current) => ({
    ...current,
    clocks: withoutClock(current.clocks, "retentionNotice", "retention"),
  })));

/** The retention period is longer now than when the clocks were set. */
const startAgain = async ({ changeDossier }: Deps, id: string, fresh: DossierClocks): Promise<void> =>
  void (await changeDossier(id, (current) => ({
    ...current,
    clocks: { ...withoutClock(current.clocks, "retentionNotice", "retention"), ...fresh },
  })));

async function announce(deps: Deps, dossier: ClosedDossier, now: Instant): Promise<void> {
  const planned = dossier.clocks.retention ?? now;
  const end = endAfterNotice(planned, now);
  await deps.sendMail({
    key: `retention-notice/${dateOf(end)}`,
    template: "retention-notice",
    about: dossier,
    to: { email: deps.site.mailboxes.ledTeam },
    ...keepingTexts.notice(dossier.organisation.name, end, closingNames[dossier.closed.outcome]),
    action: { label: keepingTexts.openDossier, path: `/admin/dossiers/${dossier.id}` },
  });
  await deps.changeDossier(dossier.id, (current) => {
    if (!("retentionNotice" in current.clocks)) return undefined;
    const clocks = withoutClock(current.clocks, "retentionNotice");
    return { ...current, clocks: withClock(clocks, "retention", end) };
  });
}
