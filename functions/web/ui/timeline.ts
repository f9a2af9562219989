import * as z from "zod";
import { addMinutes } from "../../domain/calendar.ts";
import type { StoredDocument } from "../../domain/documents.ts";
import { type Withdrawal } from "../../domain/request.ts";
import { withdrawalOf } from "../../domain/dossier.ts";
import type { HumanTask } from "../../domain/human-task.ts";
import type { Actor } from "../../domain/people.ts";
import type { WholeDossier } from "../../domain/ports.ts";
import type { Change, MailRecord } from "../../domain/records.ts";
import { documentName } from "../../domain/texts.nl.ts";
import { closingNames } from "../../dossiers/texts.nl.ts";
import type { Definitions } from "../../domain/task-definition.ts";
import { pastOf } from "./task/decided-before.ts";
import { timelineTexts } from "./timeline.nl.ts";

/** One event, in words. */
export type TimelineEntry = { at: string; who?: Actor; text: string; detail?: string; quoted?: string };

/** Kinds of event, by which a reader filters. */
export const TIMELINE_KINDS = ["decisions", "documents", "messages", "changes", "mails"] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];
type OfKind = TimelineEntry & { kind: TimelineKind };

export type TimelineReader = {
  definitions: Definitions;
  documents: StoredDocument[];
  /** Mailboxes of the LED; mails to them are hidden from the consumer. */
  ledMailboxes: readonly string[];
  isLed: boolean;
  /** Internal notes are for the LED team only. */
  readsNotes: boolean;
};

/** The timeline shows an answer as a message. Its sender does not see the decision that no answer was needed. */
const isShownOtherwise = ({ kind, decision }: HumanTask, { isLed }: TimelineReader): boolean =>
  kind === "AnswerMessage" && (!isLed || decision?.outcome === "answered");

const decisions = ({ tasks }: WholeDossier, reader: TimelineReader): TimelineEntry[] =>
  tasks.flatMap((task) => {
    const { kind, decision } = task;
    if (!decision || isShownOtherwise(task, reader)) return [];
    const { by: who, at, onBehalf } = decision;
    const detail = onBehalf && timelineTexts.onBehalf(onBehalf.of, onBehalf.reason);
    return [{ at, who, text: pastOf(reader.definitions[kind], decision.outcome), detail }];
  });

const isSeen = (mail: MailRecord, reader: TimelineReader) =>
  (mail.status === "sent" || (mail.status === "refused" && reader.isLed)) &&
  (reader.isLed || mail.to.some((address) => !reader.ledMailboxes.includes(address)));

const mails = (whole: WholeDossier, reader: TimelineReader): TimelineEntry[] =>
  whole.mails
    .filter((mail) => isSeen(mail, reader))
    .flatMap(({ at, to, subject, status, delivery }) => {
      const isArrived = reader.isLed && delivery?.result === "delivered";
      const kind = status === "refused" ? "mailRefused" : isArrived ? "mailArrived" : "mail";
      const told = { at, text: timelineTexts[kind](to.join(", ")), detail: subject };
      // Of its own address the consumer learns nothing new, and the LED has to act.
      const text = delivery && reader.isLed ? timelineTexts.delivery[delivery.result] : undefined;
      return delivery && text
        ? [told, { at: delivery.at, text: text(to.join(", ")), detail: subject }]
        : [told];
    });

const documents = (reader: TimelineReader): TimelineEntry[] =>
  reader.documents.flatMap((document) => {
    const { at, by: who, name, scan, removed } = document;
    const what = documentName(document);
    const told = { detail: name === "" ? undefined : name };
    const gone = removed && {
      ...told,
      at: removed.at,
      who: removed.by,
      text: timelineTexts.removed(what),
    };
    return [{ ...told, at, who, text: documentText(scan)(what) }, ...(gone ? [gone] : [])];
  });

/** What became of a document that came, with its name. */
export function documentText(scan: string | undefined): (name: string) => string {
  if (scan === "checking") return timelineTexts.checking;
  return scan === "accepted" ? timelineTexts.added : timelineTexts.refused;
}

/** A decision already shows what it changed, except people. Only the LED sees both, and the assignments. */
const changes = ({ changes: all, tasks }: WholeDossier, { isLed }: TimelineReader): TimelineEntry[] => {
  const isTold = ({ at, what }: Change) =>
    !OF_THE_LED.includes(what) &&
    !what.startsWith("assignee.") &&
    (what.startsWith("people.") || !tasks.some(({ decision }) => decision?.at === at));
  return all
    .filter(({ what }) => !LIFE.includes(what))
    .filter((change) => isLed || isTold(change))
    .map(changeOf);
};

/** The turns in the life of a dossier (moves-of.ts): the milestones show them, and the log has each. */
const LIFE = ["stage", "status", "withdrawn", "closed", "parked"];
/** Changes to the record by the team are hidden from the consumer. */
const OF_THE_LED = ["legalHold", "legalHoldLifted", "exported", "copied", "workflowVersion"];
const WITH_REASON = [...OF_THE_LED, "request-ended"];
const WithReason = z.object({ reason: z.string() });

/** A change in words, without its values; changes of people have the names. */
const changeOf = (change: Change): TimelineEntry => ({
  at: change.at,
  who: change.by,
  text: timelineTexts.changes[change.what] ?? timelineTexts.changed,
  ...(WITH_REASON.includes(change.what) ? { detail: WithReason.safeParse(change.to).data?.reason } : {}),
  ...(change.what === "organisation" ? { detail: organisationIn(change) } : {}),
  ...(/^(people|assignee|handler)\./.test(change.what) ? { detail: namesOf(change) } : {}),
});

const Renamed = z.object({
  from: z.object({ name: z.string() }),
  to: z.object({ name: z.string(), reason: z.string() }),
});

function organisationIn(change: Change): string | undefined {
  const { from, to } = Renamed.safeParse(change).data ?? {};
  return from && to && timelineTexts.organisation(from.name, to.name, to.reason);
}

/** A person, or the assignee of a task. */
const Named = z.object({ name: z.string() });
const SomebodyOrTask = z.union([Named, z.object({ assignee: Named.optional() })]).optional();

function namesOf({ from, to }: Change): string {
  return [from, to]
    .map((value) => SomebodyOrTask.safeParse(value).data)
    .map((somebody) => (somebody && "name" in somebody ? somebody : somebody?.assignee))
    .map((somebody) => somebody?.name ?? timelineTexts.nobody)
    .join(" → ");
}

const withdrawn = (withdrawal: Withdrawal | undefined): TimelineEntry[] =>
  withdrawal
    ? [{ at: withdrawal.at, who: withdrawal.by, text: timelineTexts.withdrawn, detail: withdrawal.reason }]
    : [];

const milestones = ({ dossier }: WholeDossier, { isLed }: TimelineReader): TimelineEntry[] => [
  { at: dossier.openedAt, text: timelineTexts.opened },
  ...withdrawn(withdrawalOf(dossier)),
  ...(dossier.status === "IN_USE" ? [{ at: dossier.use.since, text: timelineTexts.inUse }] : []),
  ...(dossier.status === "PARKED" && isLed
    ? [{ at: dossier.parked.at, text: timelineTexts.parked, detail: dossier.parked.error }]
    : []),
  ...(dossier.status === "CLOSED"
    ? [
        {
          at: dossier.closed.at,
          text: timelineTexts.closed(closingNames[dossier.closed.outcome]),
          detail: dossier.closed.reason,
        },
      ]
    : []),
];

const latestFirst = (one: TimelineEntry, other: TimelineEntry) => other.at.localeCompare(one.at);

/** All events except mails, latest first. */
function eventsOf(whole: WholeDossier, reader: TimelineReader): OfKind[] {
  const notes = whole.notes
    .filter(({ to }) => reader.readsNotes || to !== undefined)
    .map(({ at, by: who, text, quoted, to }) => ({
      at,
      who,
      text: to === undefined ? timelineTexts.noted : timelineTexts.messaged,
      ...{ detail: text, quoted },
    }));
  const of = (kind: TimelineKind, entries: TimelineEntry[]): OfKind[] =>
    entries.map((entry) => ({ ...entry, kind }));
  return [
    ...of("decisions", [...milestones(whole, reader), ...decisions(whole, reader)]),
    ...of("documents", documents(reader)),
    ...of("changes", changes(whole, reader)),
    ...of("messages", notes),
  ].sort(latestFirst);
}

/** All events of a dossier that this reader may see, mails included, latest first. */
export const timelineOf = (whole: WholeDossier, reader: TimelineReader): TimelineEntry[] =>
  [...eventsOf(whole, reader).map(({ kind: _, ...entry }) => entry), ...mails(whole, reader)].sort(
    latestFirst,
  );

/** An event with the mails about it. */
export type EventWithMails = OfKind & { mails: TimelineEntry[] };

/** Mails about an event follow it at once; with retries, within some minutes. */
const ABOUT_IT_MINUTES = 15;

/** The events of a dossier, latest first, each with the mails about it. A mail by the clock is an event of its own. */
export function eventsWithMails(whole: WholeDossier, reader: TimelineReader): EventWithMails[] {
  const events = eventsOf(whole, reader).map((event): EventWithMails => ({ ...event, mails: [] }));
  const alone = mails(whole, reader).filter((mail) => {
    const event = events.find(({ at }) => at <= mail.at && mail.at <= addMinutes(at, ABOUT_IT_MINUTES));
    event?.mails.push(mail);
    return event === undefined;
  });
  return [...events, ...alone.map((mail): EventWithMails => ({ ...mail, kind: "mails", mails: [] }))].sort(
    latestFirst,
  );
}

/** The events of one kind; every mail by itself when the reader asks for the mails. */
export function eventsOfKind(events: EventWithMails[], only: TimelineKind | undefined): EventWithMails[] {
  if (only === undefined) return events;
  if (only !== "mails") return events.filter(({ kind }) => kind === only);
  return events
    .flatMap(({ mails: about, ...event }): EventWithMails[] => [
      ...(event.kind === "mails" ? [{ ...event, mails: [] }] : []),
      ...about.map((mail): EventWithMails => ({ ...mail, kind: "mails", mails: [] })),
    ])
    .sort(latestFirst);
}
