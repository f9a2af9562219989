import { accessOf, connectedTo, currentAccess, replacedBy } from "../domain/access.ts";
import { toInstant } from "../domain/calendar.ts";
import { type Dossier, roundOf } from "../domain/dossier.ts";
import { GiveUp } from "../domain/errors.ts";
import { agreementOf } from "../domain/facts.ts";
import type { HumanTask } from "../domain/human-task.ts";
import { type Actor, SYSTEM } from "../domain/people.ts";
import type { Accesses, Clock, Dossiers } from "../domain/ports.ts";

export type GrantAccess = (dossier: Dossier) => Promise<void>;

/**
 * Records the access that the current pass grants. The access that it replaces stays in force until the first day of
 * the new one. Idempotent: a later call only adds channels that were connected since.
 */
export function createGrantAccess(deps: { dossiers: Dossiers; accesses: Accesses; now: Clock }): GrantAccess {
  return async (dossier) => {
    const { accesses, tasks } = (await deps.dossiers.findWhole(dossier.id)) ?? { accesses: [], tasks: [] };
    const now = { at: toInstant(deps.now()), by: whoGranted(tasks, dossier) };
    const agreement = agreementOf(dossier);
    if (!agreement) throw new GiveUp("NOTHING_TO_GRANT", { dossier: dossier.id });
    const granted = accessOf(dossier, agreement, roundOf(dossier, "PROTOCOL"), now);
    const known = accesses.find(({ pass }) => pass === dossier.pass);
    if (!known) {
      const former = currentAccess(accesses);
      return deps.accesses.grant(granted, former && replacedBy(former, granted, now));
    }
    if (known.channels.join() !== granted.channels.join())
      await deps.accesses.change(connectedTo(known, granted, now), known);
  };
}

/** Whoever signed the protocol for the authority, or entered the use, grants the access. */
const whoGranted = (tasks: HumanTask[], { pass }: Dossier): Actor =>
  tasks.findLast(
    ({ kind, pass: ofPass, decision }) =>
      ofPass === pass &&
      (kind === "EnterUse" || (kind === "SignForAuthority" && decision?.outcome === "signed")),
  )?.decision?.by ?? SYSTEM;
