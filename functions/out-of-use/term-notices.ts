import { type Dossier, roundOf } from "../domain/dossier.ts";
import { type HumanTask, taskId } from "../domain/human-task.ts";
import { type Person } from "../domain/people.ts";
import { everybodyOf } from "../domain/people-moves.ts";
import { isSamePerson } from "../domain/is-same-person.ts";
import type { MailRequest } from "../mail/send-mail.ts";
import { outOfUseTexts } from "./texts.nl.ts";

/** Each person once, also with several parts (PEOPLE-07). */
export const differing = (people: (Person | undefined)[]): Person[] =>
  people.filter(
    (person, place): person is Person =>
      person !== undefined && people.findIndex((other) => isSamePerson(other, person)) === place,
  );

/** The first notice of the end of the term, for everybody except the contact, who gets a task. */
export function termNotices(dossier: Dossier, number: "first" | number): MailRequest[] {
  const [, ...others] = differing(everybodyOf(dossier.people));
  return others.map((person) => notice(dossier, person, number));
}

/** A later notice, also for the contact, with a link to the open question. */
export const laterNotices = (dossier: Dossier, task: HumanTask, number: number): MailRequest[] => [
  {
    ...notice(dossier, dossier.people.contact, number),
    action: {
      label: outOfUseTexts.decideRenewal.mail({ dossier }).action,
      link: { kind: "task", dossierId: dossier.id, taskId: taskId(task) },
      personId: dossier.people.contact.id,
    },
  },
  ...termNotices(dossier, number),
];

const notice = (dossier: Dossier, to: Person, number: "first" | number): MailRequest => ({
  key: `term-notice/${dossier.pass}-${roundOf(dossier, "OUT_OF_USE")}/${number}/${to.id}`,
  template: "term-notice",
  about: dossier,
  to,
  ...outOfUseTexts.termNotice(dossier, {
    isContact: to.id === dossier.people.contact.id,
    isDpo: isSamePerson(to, dossier.people.dpo),
  }),
});
