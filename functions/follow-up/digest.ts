import type { Instant } from "../domain/calendar.ts";
import { lateBy } from "../domain/lateness.ts";
import { type Audience, ROLES, type Role, type Side, sideOf } from "../domain/people.ts";
import { isOnHold } from "../domain/running-time.ts";
import type { WorkItem } from "../domain/work.ts";
import type { Stock } from "../domain/stock.ts";

export type DigestLine = { task: WorkItem; late: number };

/** The morning digest of a mailbox of the LED: its open tasks, each once, and counts. */
export type Digest = {
  roles: Role[];
  mailbox: string;
  /** Latest deadline first. */
  late: DigestLine[];
  /** Opened since the last digest, and not late. */
  fresh: DigestLine[];
  other: DigestLine[];
  /** Only for the LED team, which follows all dossiers. */
  all?: Omit<Stock, "stages" | "oldestUnsent">;
};

export type DigestInput = {
  /** Open tasks, and mails of no dossier. */
  tasks: readonly WorkItem[];
  /** Number of parked dossiers. */
  parked: number;
  mailboxOf: (role: Role) => string;
  /** Time of the previous digest. */
  last: Instant | undefined;
  now: Instant;
};

/** The digests of this morning, one per mailbox, without empty ones. */
export function digestsOf(input: DigestInput): Digest[] {
  const mailboxes = [...new Set(ROLES.map(input.mailboxOf))];
  return mailboxes.map((mailbox) => digestFor(mailbox, input)).filter((digest) => !isEmpty(digest));
}

function digestFor(mailbox: string, input: DigestInput): Digest {
  const { tasks, last, now, mailboxOf } = input;
  const roles = ROLES.filter((role) => mailboxOf(role) === mailbox);
  const lines = tasks
    .filter(({ audience, standstill }) => isOneOf(roles, audience) && !isOnHold(standstill, now))
    .map((task) => ({ task, late: lateBy(task, task.standstill, now) }))
    .sort((a, b) => b.late - a.late || a.task.openedAt.localeCompare(b.task.openedAt));
  const late = lines.filter((line) => line.late > 0);
  const onTime = lines.filter((line) => line.late === 0);
  const isFresh = ({ task }: DigestLine) => last === undefined || task.openedAt > last;
  return {
    roles,
    mailbox,
    late,
    fresh: onTime.filter(isFresh),
    other: onTime.filter((line) => !isFresh(line)),
    ...(roles.includes("led-team") ? { all: numbersOf(input) } : {}),
  };
}

const isOneOf = (roles: readonly Role[], audience: Audience) => roles.some((role) => role === audience);

export function numbersOf({
  tasks,
  parked,
  now,
}: Pick<DigestInput, "tasks" | "parked" | "now">): NonNullable<Digest["all"]> {
  const of = (side: Side) => {
    const open = tasks.filter(
      ({ audience, standstill }) => sideOf(audience) === side && !isOnHold(standstill, now),
    );
    return { open: open.length, late: open.filter((task) => lateBy(task, task.standstill, now) > 0).length };
  };
  return {
    waiting: { consumer: of("consumer"), led: of("led") },
    // Only dossiers under way can be on hold, and each of those has an open task.
    onHold: new Set(
      tasks.flatMap((task) =>
        task.kind !== "NewMail" && isOnHold(task.standstill, now) ? [task.dossierId] : [],
      ),
    ).size,
    parked,
  };
}

/** Whether the mailbox has no task of its own and no dossier is parked. */
const isEmpty = ({ late, fresh, other, all }: Digest): boolean =>
  late.length + fresh.length + other.length === 0 && (all?.parked ?? 0) === 0;
