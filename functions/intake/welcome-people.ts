import { namedIn } from "../domain/named-people.ts";
import type { Person } from "../domain/people.ts";
import type { Dossiers } from "../domain/ports.ts";
import type { MailRecord } from "../domain/records.ts";
import type { BeginState, StatePayload } from "../executions/begin-state.ts";
import type { SendMail, Site } from "../mail/send-mail.ts";
import { welcomeTexts } from "./welcome.nl.ts";

type Deps = { beginState: BeginState; dossiers: Pick<Dossiers, "readWhole">; sendMail: SendMail; site: Site };

/**
 * Tells everybody whom the contact named that the LED has their data, from whom and why, once for each person. Somebody
 * whom a change of people named was told then. A mail that comes back shows that an address is wrong.
 * Source: GDPR 14 (data that were not obtained from the person, within a month).
 */
export function createWelcomePeople(deps: Deps) {
  return async (payload: StatePayload): Promise<void> => {
    const dossier = await deps.beginState(payload);
    const whole = await deps.dossiers.readWhole(dossier.id);
    for (const { person, parts } of namedIn(dossier))
      if (!isTold(person, whole?.mails ?? []))
        await deps.sendMail({
          key: `welcome/${person.id}`,
          template: "WelcomePeople",
          about: dossier,
          to: person,
          ...welcomeTexts.mail({ dossier, parts, names: deps.site.names }),
          action: {
            label: welcomeTexts.followDossier,
            link: { kind: "status", dossierId: dossier.id },
            personId: person.id,
          },
        });
  };
}

const isTold = ({ id }: Person, mails: readonly MailRecord[]): boolean =>
  mails.some(
    ({ template, person, status }) => template === "people-new" && person === id && status === "sent",
  );
