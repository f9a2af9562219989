import * as z from "zod";
import type { Dossier } from "../domain/dossier.ts";
import { isSameAddress, Person, PERSON_PARTS, type PersonPart } from "../domain/people.ts";
import { isSamePerson } from "../domain/is-same-person.ts";
import { TOLD_FIELDS } from "../domain/people-moves.ts";
import type { Change } from "../domain/records.ts";
import type { MailRequest } from "../mail/send-mail.ts";
import { changePeopleTexts } from "./texts.nl.ts";

/** A recorded change of a person. */
export type Told = Change & { part: PersonPart; fromPerson?: Person; toPerson?: Person };
const OptionalPerson = Person.optional();

export function readTold(change: Change): Told | undefined {
  const part = PERSON_PARTS.find((known) => change.what === `people.${known}`);
  if (!part) return undefined;
  const { from, to } = z.object({ from: OptionalPerson, to: OptionalPerson }).parse(change);
  return { ...change, part, fromPerson: from, toPerson: to };
}

/** The other parts of the same person in this dossier; links for those parts keep working. */
const partsOf = ({ people }: Dossier, person: Person): PersonPart[] =>
  PERSON_PARTS.filter((part) => isSamePerson(people[part], person));

/** Whether a corrected person gets another mail address. */
export const hasNewAddress = ({ fromPerson: from, toPerson: to }: Told): boolean =>
  from !== undefined && to?.id === from.id && !isSameAddress(from.email, to.email);

const statusLink = (dossier: Dossier, person: Person): Pick<MailRequest, "action" | "afterAction"> => ({
  action: {
    label: changePeopleTexts.followDossier,
    link: { kind: "status", dossierId: dossier.id },
    personId: person.id,
  },
  afterAction: [changePeopleTexts.personalLink],
});

export const welcome = (dossier: Dossier, { id, part, by }: Told, to: Person): MailRequest => ({
  key: `people/${id}/new`,
  template: "people-new",
  about: dossier,
  to,
  ...changePeopleTexts.welcome(part, dossier.organisation.name, by, dossier.people.contact.name),
  ...statusLink(dossier, to),
});

export const corrected = (dossier: Dossier, told: Told, to: Person): MailRequest => ({
  key: `people/${told.id}/corrected`,
  template: "people-corrected",
  about: dossier,
  to,
  ...changePeopleTexts.corrected({
    part: told.part,
    organisation: dossier.organisation.name,
    by: told.by,
    what: TOLD_FIELDS.filter((field) => told.fromPerson?.[field] !== to[field]),
    hasNewAddress: hasNewAddress(told),
  }),
  ...(hasNewAddress(told) ? statusLink(dossier, to) : {}),
});

/** Days for which the link of an undoing opens its page; after a day that says who can help. */
const UNDO_LINK_DAYS = 7;

/** A button by which the former address takes a hand-over back. */
const undoing = (dossier: Dossier, { id }: Told, from: Person, isHandover: boolean) =>
  isHandover
    ? {
        afterAction: [changePeopleTexts.undo.offer],
        action: {
          label: changePeopleTexts.undo.button,
          link: { kind: "status", dossierId: dossier.id },
          below: `/overdracht/${id}`,
          personId: from.id,
          days: UNDO_LINK_DAYS,
        } satisfies MailRequest["action"],
      }
    : {};

/** To the previous address, in case somebody else made the change. */
export const addressLeft = (
  dossier: Dossier,
  told: Told,
  from: Person,
  isHandover: boolean,
): MailRequest => ({
  key: `people/${told.id}/address-left`,
  template: "people-address-left",
  about: dossier,
  to: from,
  ...changePeopleTexts.addressLeft({ ...told, organisation: dossier.organisation.name }),
  ...undoing(dossier, told, from, isHandover),
});

export const farewell = (dossier: Dossier, told: Told, from: Person, isHandover: boolean): MailRequest => ({
  key: `people/${told.id}/old`,
  template: "people-old",
  about: dossier,
  to: from,
  ...changePeopleTexts.farewell({
    ...told,
    organisation: dossier.organisation.name,
    successor: told.toPerson?.name,
    remains: partsOf(dossier, from),
  }),
  ...undoing(dossier, told, from, isHandover),
});
