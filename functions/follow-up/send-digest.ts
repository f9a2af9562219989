import { dateOf, toInstant } from "../domain/calendar.ts";
import { Conflict } from "../domain/errors.ts";
import type { TaskDefinition } from "../domain/task-definition.ts";
import type { Clock, Digests, Dossiers, HumanTasks, NewMails } from "../domain/ports.ts";
import type { TaskKind } from "../domain/process.ts";
import { asWork } from "../domain/work.ts";
import type { SendMail, Site } from "../mail/send-mail.ts";
import { mailboxOf } from "../tasks/announce-task.ts";
import { type Digest, digestsOf } from "./digest.ts";
import { isDigestTime, nextDigest } from "./digest-time.ts";
import { readOpen } from "./read-open.ts";
import { digestTexts } from "./texts.nl.ts";

type Deps = {
  digests: Digests;
  dossiers: Pick<Dossiers, "listParked">;
  tasks: Pick<HumanTasks, "listOpen">;
  newMails: Pick<NewMails, "list">;
  definitions: Record<TaskKind, TaskDefinition>;
  sendMail: SendMail;
  site: Site;
  now: Clock;
};

/** Key of the mails of the digest, which belong to no dossier. */
export const DIGEST_ID = "DIGEST";

export type SendDigest = () => Promise<void>;

/**
 * Mails the open, new and late tasks, and the mails of no dossier, to each mailbox of the LED, once on a working morning. The stored due time selects
 * what to send, so that a week without a sweep yields one digest. It reads the open tasks and the parked dossiers,
 * never closed ones. The key of a mail contains its day, so an interrupted digest is not sent twice.
 */
export function createSendDigest(deps: Deps): SendDigest {
  return async () => {
    const now = toInstant(deps.now());
    const state = await deps.digests.find();
    if (!state) return saveOnce(deps, { due: nextDigest(now) }, undefined);
    if (!isDigestTime(state.due, now)) return;
    const { tasks, parked } = await readOpen(deps);
    const mails = (await deps.newMails.list()).map(asWork);
    const input = { tasks: [...tasks, ...mails], parked, last: state.last, now };
    for (const digest of digestsOf({ ...input, mailboxOf: (role) => mailboxOf(role, deps.site) }))
      await deps.sendMail(mailOf(deps, digest, now));
    await saveOnce(deps, { last: now, due: nextDigest(now) }, state);
  };
}

/** A concurrent sweep may have saved the same digest first. */
async function saveOnce({ digests }: Deps, ...[next, before]: Parameters<Digests["save"]>): Promise<void> {
  try {
    await digests.save(next, before);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
  }
}

const mailOf = ({ definitions }: Deps, digest: Digest, now: string): Parameters<SendMail>[0] => ({
  key: `digest/${dateOf(now)}/${digest.roles[0] ?? ""}`,
  template: "digest",
  about: { id: DIGEST_ID },
  // Short retention: it names organisations, whose dossiers have their own retention.
  keptDays: 30,
  list: "digest",
  to: { email: digest.mailbox },
  subject: digestTexts.subject(digest),
  paragraphs: [digestTexts.intro(now), ...(digest.all ? [digestTexts.numbers(digest.all)] : [])],
  quote: digestTexts.lines(digest, ({ task }) =>
    task.kind === "NewMail" ? digestTexts.newMail(task) : definitions[task.kind].texts.nl.title,
  ),
  action: { label: digestTexts.action, path: "/admin" },
});
