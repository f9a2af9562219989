import type { Dossier } from "../domain/dossier.ts";
import { isSamePerson } from "../domain/is-same-person.ts";
import { type Person, PERSON_PARTS, type PersonPart } from "../domain/people.ts";
import type { Dossiers } from "../domain/ports.ts";
import type { MailRecord } from "../domain/records.ts";
import type { BeginState, StatePayload } from "../executions/begin-state.ts";
import type { SendMail, Site } from "../mail/send-mail.ts";
import { welcomeTexts } from "./welcome.nl.ts";

type Deps = { beginState: BeginState; dossiers: Pick<Dossiers, "readWhole">; sendMail: SendMail; site: Site };
type Named = { person: Person; parts: PersonPart[] };

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

/** The people beside the contact; somebody with two parts is one person. */
function namedIn({ people }: Dossier): Named[] {
  const named: Named[] = [];
  for (const part of PERSON_PARTS) {
    const person = people[part];
    if (!person || isSamePerson(person, people.contact)) continue;
    const known = named.find((other) => isSamePerson(other.person, person));
    if (known) known.parts.push(part);
    else named.push({ person, parts: [part] });
  }
  return named;
}

const isTold = ({ id }: Person, mails: readonly MailRecord[]): boolean =>
  mails.some(
    ({ template, person, status }) => template === "people-new" && person === id && status === "sent",
  );
