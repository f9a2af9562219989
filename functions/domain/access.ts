import * as z from "zod";
import { type CalendarDate, dateOf, type Instant } from "./calendar.ts";
import { connectedChannels } from "./connected-channels.ts";
import type { Dossier } from "./dossier.ts";
import { connectionByChannel } from "./dossier-migrations.ts";
import { Agreement, Channel, type Connection } from "./facts.ts";
import { Organisation } from "./organisation.ts";
import { Actor, Person } from "./people.ts";
import { storedShape } from "./stored-shape.ts";

/** `replaced`: a newer agreement replaces it from `replacedFrom`. `ended`: its use has ended. */
export const ACCESS_STATUSES = ["in-force", "replaced", "ended"] as const;

/** A change to an access: when, by whom and what. */
export const AccessChange = z.object({ at: z.string(), by: Actor, what: z.string() });
export type AccessChange = z.infer<typeof AccessChange>;

/**
 * The access that one pass of a dossier granted to an organisation. It is stored apart from the request: a new request
 * does not change what is in force until the new protocol is signed.
 */
export const Access = z.object({
  dossierId: z.string(),
  /** The pass that granted it. */
  pass: z.int().min(1),
  organisation: Organisation,
  purpose: z.string(),
  channels: z.array(Channel),
  /** The signed version of the protocol: `<pass>-<round>` of its submission. */
  protocolVersion: z.string(),
  /** First and last day, YYYY-MM-DD. An open-ended access has no end. */
  start: z.string(),
  end: z.string().optional(),
  /** The current persons of the consumer. */
  contacts: z.object({
    contact: Person,
    secondContact: Person.optional(),
    dpo: Person.optional(),
    signatory: Person.optional(),
    secondSignatory: Person.optional(),
  }),
  status: z.enum(ACCESS_STATUSES),
  /** The pass of the newer access, and its first day. */
  replacedBy: z.int().min(1).optional(),
  replacedFrom: z.string().optional(),
  /** Last day of consultation, once the LED team confirmed it. */
  endedOn: z.string().optional(),
  /** What the decisions had established: a request that is given up falls back on it. */
  granted: Agreement,
  changes: z.array(AccessChange),
});
export type Access = z.infer<typeof Access>;
export const AccessShape = storedShape(
  Access,
  // All facts were there: none is granted without them (agreementOf).
  (stored) => stored,
  (stored) => ({ ...stored, granted: connectionByChannel(z.looseObject({}).parse(stored["granted"])) }),
  // Every access came from an onboarding.
  (stored) => stored,
);

const grantedAt = (access: Access): string => access.changes[0]?.at ?? access.start;

/** When the first access was granted; undefined without one. */
export const firstGrantOf = (accesses: readonly Access[]): string | undefined =>
  accesses.map(grantedAt).sort()[0];

/** Start of the use: the first day of the first access. */
export const inUseSince = (accesses: readonly Access[], now: Instant): Instant =>
  accesses.map(grantedAt).sort()[0] ?? now;

/** The access that a renewal, an amendment or an ending applies to: the latest that has not ended. */
export const currentAccess = (accesses: readonly Access[]): Access | undefined =>
  accesses.filter(({ status }) => status === "in-force").toSorted((a, b) => b.pass - a.pass)[0];

/** Whether this access allows consultation of the LED on this day. */
export function isInForceOn(
  { start, end, status, replacedFrom, endedOn }: Access,
  day: CalendarDate,
): boolean {
  if (day < start || (end !== undefined && day > end)) return false;
  if (status === "ended") return endedOn !== undefined && day <= endedOn;
  return status === "in-force" || (replacedFrom !== undefined && day < replacedFrom);
}

/**
 * The state of an access today. `in-force` means that the access allows consultation now. A confirmed end stops it at
 * once, also on the last day of consultation.
 */
export const ACCESS_STANDINGS = ["in-force", "not-begun", "term-over", "replaced", "ended"] as const;
export type AccessStanding = (typeof ACCESS_STANDINGS)[number];

export function standingOf(access: Access, today: CalendarDate): AccessStanding {
  if (access.status === "ended") return "ended";
  if (isInForceOn(access, today)) return "in-force";
  if (access.status === "replaced") return "replaced";
  return today < access.start ? "not-begun" : "term-over";
}

const changed = (access: Access, change: AccessChange): AccessChange[] => [...access.changes, change];

type Granted = Omit<AccessChange, "what">;

/** The connected channels that the agreement names. */
const channelsIn = ({ intake, connection }: Pick<Agreement, "intake" | "connection">): Channel[] =>
  connectedChannels(connection).filter((channel) => intake.channels.includes(channel));

/**
 * What the decisions of the dossier's current pass grant: within the first pass the channels that are connected, in a
 * later one those of them that the new agreement still names.
 */
export function accessOf(dossier: Dossier, granted: Agreement, round: number, { at, by }: Granted): Access {
  const { intake, protocol, connection } = granted;
  return {
    dossierId: dossier.id,
    pass: dossier.pass,
    organisation: dossier.organisation,
    purpose: intake.purpose,
    channels: channelsIn({ intake, connection }),
    protocolVersion: `${dossier.pass}-${round}`,
    start: protocol.term.start,
    end: protocol.term.end,
    contacts: dossier.people,
    status: "in-force",
    granted,
    changes: [{ at, by, what: "granted" }],
  };
}

/** Marks an access as replaced. It stays in force until the first day of the next access. */
export const replacedBy = (former: Access, next: Access, { at, by }: Omit<AccessChange, "what">): Access => ({
  ...former,
  status: "replaced",
  replacedBy: next.pass,
  replacedFrom: next.start > dateOf(at) ? next.start : dateOf(at),
  changes: changed(former, { at, by, what: "replaced" }),
});

export const endedOn = (
  access: Access,
  day: CalendarDate,
  { at, by }: Omit<AccessChange, "what">,
): Access => ({
  ...access,
  status: "ended",
  endedOn: day,
  changes: changed(access, { at, by, what: "ended" }),
});

/** The accesses that an ending applies to: the current one, and the one that it replaces only from a later day. */
export const endedWith = (accesses: readonly Access[], day: CalendarDate): Access[] => {
  const current = currentAccess(accesses);
  return accesses.filter(
    (access) =>
      access === current ||
      (access.status === "replaced" && access.replacedFrom !== undefined && day < access.replacedFrom),
  );
};

/** Reverts an ended access; one that is replaced on a later day becomes `replaced` again. */
export const restored = (access: Access, { at, by }: Omit<AccessChange, "what">): Access => ({
  ...access,
  status: access.replacedBy === undefined ? "in-force" : "replaced",
  endedOn: undefined,
  changes: changed(access, { at, by, what: "restored" }),
});

/** Copies the current contacts to the access, and records who changed them. */
export const contactedAt = (
  access: Access,
  contacts: Access["contacts"],
  { at, by }: Omit<AccessChange, "what">,
): Access => ({ ...access, contacts, changes: changed(access, { at, by, what: "contacts" }) });

/** Copies the current organisation to the access, and records who changed it. */
export const renamedTo = (
  access: Access,
  organisation: Organisation,
  { at, by }: Omit<AccessChange, "what">,
): Access => ({ ...access, organisation, changes: changed(access, { at, by, what: "organisation" }) });

/** Adds the channels that were connected since. */
export const connectedTo = (access: Access, now: Access, { at, by }: Omit<AccessChange, "what">): Access => ({
  ...access,
  channels: now.channels,
  granted: now.granted,
  changes: changed(access, { at, by, what: "connected" }),
});

/** Adds the channels that were connected since and that its agreement names. */
export const withConnection = (access: Access, connection: Connection, by: Granted): Access => {
  const granted = { ...access.granted, connection };
  return connectedTo(access, { ...access, granted, channels: channelsIn(granted) }, by);
};
