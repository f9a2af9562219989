import { currentAccess, isInForceOn } from "../domain/access.ts";
import { dateOf, toInstant } from "../domain/calendar.ts";
import type { Dossier } from "../domain/dossier.ts";
import type { Clock, Dossiers } from "../domain/ports.ts";
import type { SendMail } from "../mail/send-mail.ts";
import { inUseTexts } from "./texts.nl.ts";

/** Tells the contact on the first day of a term that the LED can be consulted now. Idempotent. */
export function createTellTermHasBegun(deps: {
  dossiers: Pick<Dossiers, "findWhole">;
  sendMail: SendMail;
  now: Clock;
}) {
  return async ({ id }: Dossier): Promise<void> => {
    const whole = await deps.dossiers.findWhole(id);
    const access = currentAccess(whole?.accesses ?? []);
    if (!whole || !access || !isInForceOn(access, dateOf(toInstant(deps.now())))) return;
    const { dossier } = whole;
    await deps.sendMail({
      ...{ key: `term-begun/${access.pass}`, template: "term-begun", about: dossier },
      to: dossier.people.contact,
      ...inUseTexts.termStarts(dossier.organisation.name, access),
      action: {
        label: inUseTexts.followDossier,
        link: { kind: "status", dossierId: id },
        personId: dossier.people.contact.id,
      },
    });
  };
}
