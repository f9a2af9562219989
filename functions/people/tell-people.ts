import { isDeepStrictEqual } from "node:util";
import { contactedAt, currentAccess } from "../domain/access.ts";
import { withoutClock } from "../domain/clocks.ts";
import type { Dossier } from "../domain/dossier.ts";
import { type HumanTask, taskId } from "../domain/human-task.ts";
import type { TaskDefinition } from "../domain/task-definition.ts";
import {
  type Audience,
  isConsumerAudience,
  isSameAddress,
  PARTS_OF_AUDIENCE,
  type Person,
  PERSON_PARTS,
  type PersonPart,
} from "../domain/people.ts";
import { isToldOf } from "../domain/people-moves.ts";
import type { Accesses, Clock, Dossiers, WholeDossier } from "../domain/ports.ts";
import type { MailRecord } from "../domain/records.ts";
import type { TaskKind } from "../domain/process.ts";
import type { MailRequest, SendMail, Site } from "../mail/send-mail.ts";
import type { AnnounceTask } from "../tasks/announce-task.ts";
import type { ChangeDossier } from "../dossiers/change-dossier.ts";
import { handoverOf } from "./handover.ts";
import {
  addressLeft,
  corrected,
  farewell,
  hasNewAddress,
  readTold,
  type Told,
  welcome,
} from "./people-mails.ts";

export type TellPeople = (dossier: Dossier) => Promise<void>;

export type TellDeps = {
  dossiers: Pick<Dossiers, "findWhole">;
  accesses: Pick<Accesses, "change">;
  definitions: Record<TaskKind, TaskDefinition>;
  sendMail: SendMail;
  announce: AnnounceTask;
  site: Site;
  now: Clock;
};

/**
 * Notifies everybody affected by a change of people: the new person, the former person, and the new person of each open
 * task. Mails are keyed by the change, so this is idempotent. The access in force gets the current contacts first.
 */
export function createTellPeople(deps: TellDeps): TellPeople {
  return async ({ id }) => {
    const whole = await deps.dossiers.findWhole(id);
    if (whole) await recordContacts(deps, whole);
    for (const change of whole?.changes ?? []) {
      const told = readTold(change);
      if (whole && told) await tell(deps, whole, told);
    }
  };
}

/** Stores the current contacts in the access in force, with the actor of the change. */
async function recordContacts({ accesses }: TellDeps, whole: WholeDossier): Promise<void> {
  const access = currentAccess(whole.accesses);
  const { people } = whole.dossier;
  const last = whole.changes.filter((change) => readTold(change)).at(-1);
  if (!access || !last || isDeepStrictEqual(access.contacts, people)) return;
  await accesses.change(contactedAt(access, people, last), access);
}

/**
 * Checks again some minutes after a change, for missing notifications and for a task that was opened at that moment and
 * mailed to the former person. A change after `dossier` was read has a later clock, which stays.
 */
export function createTellPeopleAgain(deps: {
  tellPeople: TellPeople;
  changeDossier: ChangeDossier;
}): TellPeople {
  return async (dossier) => {
    await deps.tellPeople(dossier);
    await deps.changeDossier(dossier.id, (current) =>
      current.clocks.people === dossier.clocks.people
        ? { ...current, clocks: withoutClock(current.clocks, "people") }
        : undefined,
    );
  };
}

/** A person who left in the meantime gets no link, but is notified of the replacement. */
async function tell(deps: TellDeps, whole: WholeDossier, told: Told): Promise<void> {
  const { dossier, tasks, mails } = whole;
  const { part, fromPerson: from, toPerson: to } = told;
  const isSent = (key: string) => mails.some((mail) => mail.key === key && mail.status === "sent");
  const send = async (mail: MailRequest) => (isSent(mail.key) ? undefined : deps.sendMail(mail));
  const now = dossier.people[part];
  const isCurrent = to !== undefined && now?.id === to.id && isSameAddress(now.email, to.email);
  const isMoved = to?.id !== from?.id;
  if (!isToldOf({ part, from, to })) return;
  // The former person is notified first, so that a new address that refuses mail cannot prevent it.
  const isHandover = handoverOf(told, whole.changes) !== undefined;
  if (from && !isStillThere(dossier, from)) await send(farewell(dossier, told, from, isHandover));
  if (from && hasNewAddress(told)) await send(addressLeft(dossier, told, from, isHandover));
  if (isCurrent) await send(isMoved ? welcome(dossier, told, to) : corrected(dossier, told, to));
  if (!isCurrent || !(isMoved || hasNewAddress(told))) return;
  for (const task of tasks.filter((one) => isTakenOver(one, told, mails))) {
    const key = `people/${told.id}/${taskId(task)}`;
    if (!isSent(key)) await deps.announce(deps.definitions[task.kind], task, dossier, { key: () => key });
  }
}

/** Whether the person has another part now; the mail about that part notified them. */
const isStillThere = ({ people }: Dossier, { id }: Person): boolean =>
  PERSON_PARTS.some((part) => people[part]?.id === id);

/** A task is mailed to the first person of its audience; a second contact can request a link. */
const isMailedTo = (part: PersonPart, audience: Audience): boolean =>
  isConsumerAudience(audience) && PARTS_OF_AUDIENCE[audience][0] === part;

/** An open task that was mailed to the former person, or to the former address. */
const isTakenOver = (task: HumanTask, { part, at, fromPerson }: Told, mails: MailRecord[]): boolean =>
  task.status === "open" &&
  isMailedTo(part, task.audience) &&
  (task.openedAt <= at ||
    mails.some((mail) => mail.key === `opened/${taskId(task)}` && isFor(mail, fromPerson)));

/** Older records have only the address, not the person. */
const isFor = ({ to, person: id }: MailRecord, person: Person | undefined): boolean =>
  person !== undefined &&
  (id ?? person.id) === person.id &&
  to.some((address) => isSameAddress(address, person.email));
