import { dateOf, dayAfter, type Instant, startOfDay, toInstant } from "../domain/calendar.ts";
import { type DossierClocks, withClock } from "../domain/clocks.ts";
import { type Dossier, type DossierOf, laterPassOf } from "../domain/dossier.ts";
import { GiveUp } from "../domain/errors.ts";
import { agreementOf } from "../domain/facts.ts";
import type { Clock } from "../domain/ports.ts";
import type { LaterPass } from "../domain/request.ts";
import type { SendMail, Site } from "../mail/send-mail.ts";
import { type BeginState, mustGoOn, type StatePayload } from "../executions/begin-state.ts";
import type { ChangeDossier } from "../dossiers/change-dossier.ts";
import type { EnterStage } from "../executions/enter-stage.ts";
import type { GrantAccess } from "./grant-access.ts";
import { withUseClocks } from "../domain/use-clocks.ts";
import { tellOfEnteredUse } from "./tell-of-entered-use.ts";
import { inUseTexts } from "./texts.nl.ts";
import { useMayStart } from "./use-may-start.ts";

type InUse = DossierOf<"IN_USE">;
type Deps = {
  grantAccess: GrantAccess;
  /** Asks for an agreed channel that is not connected yet. */
  askOtherChannel: (dossier: Dossier) => Promise<void>;
  beginState: BeginState;
  enterStage: EnterStage;
  changeDossier: ChangeDossier;
  sendMail: SendMail;
  site: Site;
  now: Clock;
};

/**
 * Starts the use and ends the onboarding: consultation is allowed, and both parties are notified. The access is
 * recorded first, and the mails are sent and an agreed channel that is not connected yet is asked before the status
 * changes, so that a failure parks the dossier visibly.
 */
export function createStartUse(deps: Deps) {
  return async (payload: StatePayload): Promise<void> => {
    const before = await deps.beginState(payload, { inUse: true });
    const verdict = useMayStart(before);
    if (!verdict.allowed) throw new GiveUp("USE_MAY_NOT_START", { dossier: before.id, rule: "IN-USE-01" });
    const { dossier } = await deps.enterStage(payload, "IN_USE", { inUse: true });
    const inUse = inUseFrom(dossier, toInstant(deps.now()));
    await deps.grantAccess(inUse);
    await (inUse.protocol.entered
      ? tellOfEnteredUse(deps, inUse)
      : tellBothParties(deps, inUse, laterPassOf(dossier)));
    await deps.askOtherChannel(inUse);
    await deps.changeDossier(dossier.id, (current) => {
      mustGoOn(current, payload, { inUse: true });
      return current.status === "IN_USE" ? undefined : inUseFrom(current, inUse.use.since);
    });
  };
}

function inUseFrom(dossier: Dossier, since: string): InUse {
  if (dossier.status === "IN_USE") return dossier;
  const { id, status, clocks } = dossier;
  if (status !== "ONBOARDING") throw new GiveUp("DOSSIER_NOT_ONBOARDING", { dossier: id, status });
  const agreement = agreementOf(dossier);
  if (!agreement) throw new GiveUp("NOTHING_TO_GRANT", { dossier: id });
  return {
    ...{ ...dossier, ...agreement },
    status: "IN_USE",
    request: undefined,
    use: { since },
    clocks: withTermStart(withUseClocks({ ...agreement, clocks }, since), dossier, since),
  };
}

/** The clock of a term that begins later, unless the consumer may consult until then. */
function withTermStart(clocks: DossierClocks, dossier: Dossier, now: Instant): DossierClocks {
  const start = dossier.protocol?.term.start;
  const end = laterPassOf(dossier)?.end;
  const goesOn = laterPassOf(dossier) !== undefined && (end === undefined || dayAfter(end) >= (start ?? end));
  return start === undefined || start <= dateOf(now) || goesOn
    ? clocks
    : withClock(clocks, "termStart", startOfDay(start));
}

async function tellBothParties(
  { sendMail, site }: Deps,
  dossier: InUse,
  laterPass: LaterPass | undefined,
): Promise<void> {
  const { contact } = dossier.people;
  await sendMail({
    key: `in-use/${dossier.pass}/applicant`,
    template: "StartUse",
    about: dossier,
    to: contact,
    ...inUseTexts.startUse(dossier, laterPass),
    action: {
      label: inUseTexts.followDossier,
      link: { kind: "status", dossierId: dossier.id },
      personId: contact.id,
    },
  });
  await sendMail({
    key: `in-use/${dossier.pass}/led`,
    template: "StartUse-led",
    about: dossier,
    to: { email: site.mailboxes.ledTeam },
    ...inUseTexts.startUseForTeam(dossier, laterPass),
    action: { label: inUseTexts.openDossier, path: `/admin/dossiers/${dossier.id}` },
  });
}
