import type { Dossier } from "../domain/dossier.ts";
import { InProgress } from "../domain/errors.ts";
import { type HumanTask, taskId } from "../domain/human-task.ts";
import { PERSON_PARTS } from "../domain/people.ts";
import type { Dossiers, MailRecords, Pause, TaskTimes, WholeDossier } from "../domain/ports.ts";
import { type MailDelivery, isLost, type MailRecord } from "../domain/records.ts";
import type { SendMail, Site } from "../mail/send-mail.ts";
import { mailTexts } from "../mail/texts.nl.ts";
import { personOf } from "./announce-task.ts";
import type { RescheduleTask } from "./reschedule-tasks.ts";

export type RecordDelivery = (
  mail: { dossierId: string; key: string },
  delivery: MailDelivery,
) => Promise<void>;

type Deps = {
  dossiers: Pick<Dossiers, "findWhole">;
  mails: Pick<MailRecords, "find" | "noteDelivery">;
  sendMail: SendMail;
  reschedule: RescheduleTask;
  site: Site;
  pause: Pause;
};
type Known = MailRecord & { delivery: MailDelivery };

/** SES may report a mail before its sender has recorded that it was sent. */
const WAITS = 10;
const WAIT_MS = 300;

/**
 * Records what became of a mail to a person of a dossier. A lost mail is reported to the LED team at once. Where it asked
 * for something, nobody was asked: the time of its task stands still, and starts when a mail about it arrives. Idempotent;
 * of events in any order the surest counts.
 */
export function createRecordDelivery(deps: Deps): RecordDelivery {
  return async ({ dossierId, key }, delivery) => {
    await untilSent(deps, dossierId, key);
    const mail = await deps.mails.noteDelivery(dossierId, key, delivery);
    if (!mail?.delivery) return;
    const known = { ...mail, delivery: mail.delivery };
    const whole = await deps.dossiers.findWhole(dossierId);
    if (!whole) return;
    if (isLost(known.delivery)) await tellTeam(deps, whole.dossier, known);
    const task = whole.tasks.find((one) => taskId(one) === mail.task);
    const change = task?.status === "open" ? changeOf(task, known, whole) : undefined;
    if (task && change) await deps.reschedule(dossierId, taskId(task), change);
  };
}

async function untilSent({ mails, pause }: Deps, dossierId: string, key: string): Promise<void> {
  for (let waited = 0; (await mails.find(dossierId, key))?.status === "sending"; waited++) {
    if (waited === WAITS) throw new InProgress("MAIL_CLAIMED", { about: dossierId, key });
    await pause(WAIT_MS);
  }
}

/** How the time of the task changes: it stands still, or starts. */
function changeOf(
  task: HumanTask,
  mail: Known,
  { dossier, mails }: WholeDossier,
): ((task: HumanTask) => Partial<TaskTimes>) | undefined {
  const { result, at } = mail.delivery;
  if (result === "delivered" && task.unreached !== undefined && mail.at > task.unreached)
    return () => ({ unreached: undefined, since: at, reminders: 0 });
  const isOfTask = personOf(task.audience, dossier)?.id === mail.person;
  const arrivedSince = mails.some(
    (other) => other.task === mail.task && other.at > mail.at && other.delivery?.result === "delivered",
  );
  return isLost(mail.delivery) && isOfTask && !arrivedSince
    ? ({ unreached = at }) => ({ unreached })
    : undefined;
}

const tellTeam = ({ sendMail, site }: Deps, dossier: Dossier, mail: Known): Promise<void> =>
  sendMail({
    key: `${mail.key}/lost`,
    template: "mail-lost",
    about: dossier,
    to: { email: site.mailboxes.ledTeam },
    ...mailTexts.lost(nameOf(mail, dossier), mail.subject, mail.delivery.result),
    action: { label: mailTexts.openDossier, path: `/admin/dossiers/${dossier.id}` },
  });

function nameOf({ to, person: id }: MailRecord, { people }: Dossier): string {
  const person = PERSON_PARTS.map((part) => people[part]).find((one) => one !== undefined && one.id === id);
  return person ? `${person.name} (${to.join(", ")})` : to.join(", ");
}
