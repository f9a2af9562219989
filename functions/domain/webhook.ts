import * as z from "zod";
import type { Instant } from "./calendar.ts";
import { addMinutes } from "./calendar.ts";
import type { LogEntry, LogKind } from "./log.ts";
import { storedShape } from "./stored-shape.ts";

/** What programs are told of, in the order of a dossier's life. */
export const EVENT_TYPES = [
  "dossier.opened",
  "dossier.stage-changed",
  "dossier.status-changed",
  "dossier.parked",
  "dossier.resumed",
  "dossier.held",
  "dossier.hold-ended",
  "dossier.withdrawn",
  "dossier.closed",
  "dossier.deleted",
  "dossier.people-changed",
  "dossier.handler-changed",
  "task.opened",
  "task.decided",
  "task.closed",
  "task.assigned",
  "document.added",
  "document.removed",
  "message.recorded",
  "access.changed",
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** A program that is told of events: at `address`, of the types in `events`, or of all. Its secret is kept apart. */
export const Webhook = z.object({
  id: z.string(),
  address: z.string(),
  events: z.array(z.enum(EVENT_TYPES)).optional(),
  at: z.string(),
  by: z.object({ id: z.string(), name: z.string() }),
});
export type Webhook = z.infer<typeof Webhook>;
export const WebhookShape = storedShape(Webhook);
export const WebhookSecretShape = storedShape(z.object({ secret: z.string() }));

/** The body of an event: ids, the type and the stage, and nothing that a person typed. */
export const WebhookEvent = z.object({
  type: z.enum(EVENT_TYPES),
  timestamp: z.string(),
  data: z.object({
    dossier: z.string(),
    reference: z.string(),
    /** The stage of the dossier when the event is told; absent once it is deleted. */
    stage: z.string().optional(),
    /** The id of the task, document or message. */
    about: z.string().optional(),
  }),
});
export type WebhookEvent = z.infer<typeof WebhookEvent>;

/** An event on its way to a webhook, due at a moment, or given up. */
export const OutgoingEvent = z.object({
  /** Identifies it in the outbox; another after each attempt. */
  place: z.string(),
  /** Of the event: the same at every attempt and for every webhook. */
  id: z.string(),
  webhook: z.string(),
  event: WebhookEvent,
  attempts: z.int().min(0),
  dueAt: z.string().optional(),
  givenUpAt: z.string().optional(),
  /** Code of the last failure. */
  failure: z.string().optional(),
});
export type OutgoingEvent = z.infer<typeof OutgoingEvent>;
export const OutgoingEventShape = storedShape(OutgoingEvent);
/** The events of a dossier on one day that are in the outbox, so that none is put there twice. */
export const PublishedShape = storedShape(z.object({ revision: z.int(), ids: z.array(z.string()) }));

const OF_CHANGE: Record<string, EventType> = {
  stage: "dossier.stage-changed",
  status: "dossier.status-changed",
  parked: "dossier.parked",
  resumed: "dossier.resumed",
  held: "dossier.held",
  "hold-ended": "dossier.hold-ended",
  withdrawn: "dossier.withdrawn",
  closed: "dossier.closed",
  people: "dossier.people-changed",
  handler: "dossier.handler-changed",
  assignee: "task.assigned",
};

/** The event of an entry of the log. A note, a mail, a reading and the other changes have none. */
const OF_KIND: Partial<Record<LogKind, (what: string) => EventType | undefined>> = {
  opened: () => "dossier.opened",
  asked: () => "task.opened",
  decided: () => "task.decided",
  "task-closed": () => "task.closed",
  document: () => "document.added",
  "document-removed": () => "document.removed",
  note: (what) => (what === "message" ? "message.recorded" : undefined),
  access: () => "access.changed",
  erased: () => "dossier.deleted",
  change: (what) => OF_CHANGE[what.replace(/\..*/, "")],
};
/** Kinds whose entry is about a thing with an id of its own. */
const ABOUT_A_THING: readonly LogKind[] = [
  "asked",
  "decided",
  "task-closed",
  "document",
  "document-removed",
  "note",
];

export type EventOfDossier = { id: string; event: WebhookEvent };

/** The event that an entry of the log is; undefined where programs are not told of it. */
export function eventOf(
  { id, kind, at, what }: LogEntry,
  dossier: { id: string; reference: string; stage?: string },
): EventOfDossier | undefined {
  const type = OF_KIND[kind]?.(what);
  if (type === undefined) return undefined;
  const about = ABOUT_A_THING.includes(kind) ? id.slice(id.indexOf("/") + 1) : undefined;
  const data = { dossier: dossier.id, reference: dossier.reference, stage: dossier.stage, about };
  return { id: `${dossier.id}/${id}`, event: { type, timestamp: at, data } };
}

/** Whether a webhook is told of an event. What happened before it was made is not told. */
export const isFor = ({ events, at }: Webhook, { type, timestamp }: WebhookEvent): boolean =>
  (events === undefined || events.includes(type)) && timestamp >= at;

/** Minutes between the attempts of a delivery; after the last it is given up. */
const RETRY_MINUTES = [1, 5, 30, 120, 300, 600, 1440];

/** When the next attempt is due, after as many attempts; undefined after the last. */
export function nextAttempt(attempts: number, now: Instant): Instant | undefined {
  const minutes = RETRY_MINUTES[attempts - 1];
  return minutes === undefined ? undefined : addMinutes(now, minutes);
}
/** Days for which the outbox keeps what could not be delivered. */
export const OUTBOX_DAYS = 30;
