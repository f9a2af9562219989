import * as z from "zod";
import type { CalendarDate } from "./calendar.ts";
import { Channel, Connection, Dpia, Intake, Planning, Protocol } from "./facts.ts";
import { Organisation } from "./organisation.ts";
import { Actor, Person } from "./people.ts";

export const ACCESS_SCHEMA_VERSION = 1;

/** `replaced`: a newer agreement took over, from `replacedFrom`. `ended`: its use is over. */
export const ACCESS_STATUSES = ["in-force", "replaced", "ended"] as const;

/** Something that happened to an access: who, when, what. */
export const AccessChange = z.object({ at: z.string(), by: Actor, what: z.string() });
export type AccessChange = z.infer<typeof AccessChange>;

/**
 * What was granted to an organisation in one pass of its dossier. It stands apart from the request, so that a request
 * for something else changes nothing about what is in force until the new protocol is signed.
 */
export const Access = z.object({
  schemaVersion: z.literal(ACCESS_SCHEMA_VERSION),
  dossierId: z.string(),
  /** The pass in which it was granted. */
  pass: z.int().min(1),
  organisation: Organisation,
  purpose: z.string(),
  channels: z.array(Channel),
  /** Which protocol it rests on: `<pass>-<round>` of its submission. */
  protocolVersion: z.string(),
  /** First and last day, YYYY-MM-DD; open-ended without an end. */
  start: z.string(),
  end: z.string().optional(),
  /** The persons of the consumer when it was granted. */
  contacts: z.object({
    contact: Person,
    secondContact: Person.optional(),
    dpo: Person.optional(),
    signatory: Person.optional(),
  }),
  status: z.enum(ACCESS_STATUSES),
  /** The pass that took over, and its first day. */
  replacedBy: z.int().min(1).optional(),
  replacedFrom: z.string().optional(),
  /** Last day of consultation, once the LED team confirmed it. */
  endedOn: z.string().optional(),
  /** What the decisions had established: a request that is given up falls back on it. */
  granted: z.object({
    intake: Intake.optional(),
    planning: Planning.optional(),
    dpia: Dpia.optional(),
    protocol: Protocol,
    connection: Connection.optional(),
  }),
  changes: z.array(AccessChange),
});
export type Access = z.infer<typeof Access>;

/** The access that a renewal, an amendment or an ending is about: the latest that has not ended. */
export const currentAccess = (accesses: readonly Access[]): Access | undefined =>
  accesses.filter(({ status }) => status === "in-force").toSorted((a, b) => b.pass - a.pass)[0];

/** Whether the LED may be consulted on this day because of this access. */
export function isInForceOn(
  { start, end, status, replacedFrom, endedOn }: Access,
  day: CalendarDate,
): boolean {
  if (day < start || (end !== undefined && day > end)) return false;
  if (status === "ended") return endedOn !== undefined && day <= endedOn;
  return status === "in-force" || (replacedFrom !== undefined && day < replacedFrom);
}
