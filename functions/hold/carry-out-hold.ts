import { toInstant } from "../domain/calendar.ts";
import { withClock, withoutClock } from "../domain/clocks.ts";
import { type Dossier, endingOf, isClosedOrWithdrawn, laterPassOf } from "../domain/dossier.ts";
import { endOfHold, holdEnded } from "../domain/hold.ts";
import { SYSTEM } from "../domain/people.ts";
import type { Clock, Dossiers, NewId } from "../domain/ports.ts";
import { isOnHold } from "../domain/running-time.ts";
import type { MailRequest, SendMail } from "../mail/send-mail.ts";
import { type ChangeDossier, findDossier } from "../dossiers/change-dossier.ts";
import type { RescheduleTasks } from "../tasks/reschedule-tasks.ts";
import { withReason } from "../mail/mail-with-reason.ts";
import { workflowTexts } from "../dossiers/texts.nl.ts";

type Deps = {
  dossiers: Dossiers;
  changeDossier: ChangeDossier;
  rescheduleTasks: RescheduleTasks;
  sendMail: SendMail;
  now: Clock;
  newId: NewId;
};

export type CarryOutHold = (dossierId: string) => Promise<void>;

/**
 * Carries out the start or the end of a hold, and ends the hold on its date: recalculates the times of the open tasks
 * and notifies the applicant. The clock `hold` of the dossier is due until all is done, so follow-up completes
 * interrupted work, and work after a decision that ended a hold. Idempotent.
 */
export function createCarryOutHold(deps: Deps): CarryOutHold {
  return async (dossierId) => {
    const dossier = await endIfDue(deps, await findDossier(deps.dossiers, dossierId));
    if (!isClosedOrWithdrawn(dossier)) {
      await deps.rescheduleTasks(dossier);
      const mail = mailOf(dossier);
      if (mail) await deps.sendMail(mail);
    }
    await deps.changeDossier(dossierId, (current) =>
      isSameHold(current, dossier) ? { ...current, clocks: clocksAfter(current) } : undefined,
    );
  };
}

/** A hold ends by itself on its end date. */
async function endIfDue({ changeDossier, now, newId }: Deps, dossier: Dossier): Promise<Dossier> {
  const at = toInstant(now());
  if (!dossier.hold || isOnHold(dossier, at)) return dossier;
  return changeDossier(
    dossier.id,
    (current) => (current.hold && !isOnHold(current, at) ? holdEnded(current, at, "date") : undefined),
    (before) => endOfHold(before, { id: newId(), at, by: SYSTEM }),
  );
}

const clocksAfter = ({ clocks, hold }: Dossier) =>
  hold ? withClock(clocks, "hold", hold.until) : withoutClock(clocks, "hold");

/** Whether no hold began or ended since. */
const isSameHold = (current: Dossier, { hold, pauses }: Dossier): boolean =>
  "hold" in current.clocks && current.hold?.since === hold?.since && current.pauses.length === pauses.length;

/** The last day of what is in force while its use ends, or while the next agreement is made. */
const termEndOf = (dossier: Dossier): string | undefined =>
  endingOf(dossier) ? dossier.protocol?.term.end : laterPassOf(dossier)?.end;

/** A person who decided or gave up the held request needs no mail about the end of the hold. */
function mailOf(dossier: Dossier): MailRequest | undefined {
  const { hold, pauses, organisation } = dossier;
  const { contact } = dossier.people;
  const toContact = {
    about: dossier,
    to: contact,
    action: {
      label: workflowTexts.followDossier,
      link: { kind: "status" as const, dossierId: dossier.id },
      personId: contact.id,
    },
  };
  if (hold)
    return {
      ...withReason(workflowTexts.held(organisation.name, hold.until, termEndOf(dossier)), hold.reason),
      ...{ key: `held/${Date.parse(hold.since)}`, template: "held", ...toContact },
    };
  const last = pauses.at(-1);
  if (last?.endedBy !== "date" && last?.endedBy !== "hand") return undefined;
  return {
    ...workflowTexts.holdEnded(organisation.name, dossier.status === "PARKED"),
    ...{ key: `hold-ended/${Date.parse(last.from)}`, template: "hold-ended", ...toContact },
  };
}
