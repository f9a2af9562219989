import * as z from "zod";
import { type CalendarDate, dateOf, dayAfter, type Instant, momentOn } from "./calendar.ts";
import { DOSSIER_STATUSES } from "./dossier.ts";
import { storedShape } from "./stored-shape.ts";

/**
 * The log of a dossier: who did what, when, and on whose behalf. It is no second record. Each entry is read from the item
 * that records the act, which no later write changes: so nothing happens without its entry.
 */
export const LOG_KINDS = [
  "opened",
  "asked",
  "decided",
  "task-closed",
  "document",
  "document-removed",
  "mail",
  "note",
  "change",
  "access",
  "reading",
  "erased",
] as const;
export type LogKind = (typeof LOG_KINDS)[number];

/** `role` is absent for a reading, which names every role of its reader. */
const Who = z.looseObject({ id: z.string(), name: z.string(), role: z.string().optional() });
const OnBehalf = z.looseObject({ of: z.string(), reason: z.string() });

/**
 * `id` is unique within the dossier. `what` says which of its kind: an outcome, a template, the name of a change.
 * `content` is all that the record says, as it is stored; the digest rests on it.
 */
export type LogEntry = {
  id: string;
  kind: LogKind;
  at: Instant;
  by?: z.infer<typeof Who>;
  onBehalf?: z.infer<typeof OnBehalf>;
  what: string;
  content: unknown;
};

/** What an item must say to be in the log. Everything else that it says is in its content. */
const Act = z.looseObject({ id: z.string(), at: z.string(), by: Who });
const Task = z.looseObject({
  ...{ kind: z.string(), pass: z.number(), round: z.number(), openedAt: z.string() },
  decision: z
    .looseObject({ at: z.string(), by: Who, outcome: z.string(), onBehalf: OnBehalf.optional() })
    .optional(),
  closedAt: z.string().optional(),
});
const Document = Act.extend({
  ...{ kind: z.string(), scan: z.string(), checkedAt: z.string().optional() },
  removed: z.looseObject({ at: z.string(), by: Who }).optional(),
});
const Mail = z.looseObject({ key: z.string(), template: z.string(), status: z.string(), at: z.string() });
const Change = Act.extend({ what: z.string() });
const AccessChange = z.looseObject({ at: z.string(), by: Who, what: z.string() });
const Access = z.looseObject({ pass: z.number(), changes: z.array(AccessChange) });
const Reading = z.looseObject({ day: z.string(), at: z.string(), by: Who, what: z.string() });
const Opened = z.object({
  ...{ status: z.enum(DOSSIER_STATUSES), id: z.string(), reference: z.string(), openedAt: z.string() },
});
const Erased = z.looseObject({ status: z.literal("DELETED"), deletedAt: z.string(), rule: z.string() });

/** How each kind of item is logged. An item of another form is not in the log: where it was, the log misses it. */
const READERS = {
  dossier: reader(z.union([Erased, Opened]), (item): LogEntry[] => {
    if (item.status !== "DELETED") {
      const { id, reference, openedAt: at } = item;
      return [{ id: "opened", kind: "opened", at, what: reference, content: { id, reference, at } }];
    }
    const { id, reference, deletedAt: at, rule, ground, outcome, closedAt, counts } = item;
    const content = { id, reference, at, rule, ground, outcome, closedAt, counts };
    return [{ id: "erased", kind: "erased", at, what: rule, content }];
  }),
  task: reader(Task, ({ decision, closedAt, ...task }) => {
    const { kind, pass, round, stage, audience, openedAt, about, because } = task;
    const id = `${kind}-${pass}-${round}`;
    const asked = { kind, pass, round, stage, audience, openedAt, about, because };
    const { by, onBehalf } = decision ?? {};
    return [
      { id: `asked/${id}`, kind: "asked", at: openedAt, what: kind, content: asked },
      ...entryIf(decision?.at, (at) => ({
        ...{ id: `decided/${id}`, kind: "decided", at, by, onBehalf },
        ...{ what: `${kind} ${decision?.outcome ?? ""}`, content: decision },
      })),
      ...entryIf(closedAt, (at) => ({
        ...{ id: `task-closed/${id}`, kind: "task-closed", at, what: kind, content: { closedAt } },
      })),
    ];
  }),
  /** A document in quarantine gets its entry with the result. Whoever takes it away later changes no entry. */
  document: reader(Document, ({ removed, clocks: _c, dueShard: _s, dueAt: _d, ...content }) => {
    const { id, kind: what, at, checkedAt = at } = content;
    return [
      ...entryIf(content.scan === "checking" ? undefined : checkedAt, (settled) => ({
        ...{ ...entryOf("document", content), at: settled, what, content },
      })),
      ...entryIf(removed?.at, (gone) => ({
        ...{ id: `document-removed/${id}`, kind: "document-removed", at: gone, by: removed?.by },
        ...{ what, content: removed },
      })),
    ];
  }),
  mail: reader(Mail, (mail) => {
    const { key, template, to, person, subject, status, at, messageId } = mail;
    const content = { key, template, to, person, subject, status, at, messageId };
    return status === "sending" ? [] : [{ id: `mail/${key}`, kind: "mail", at, what: template, content }];
  }),
  note: reader(Act, (content) => [
    { ...entryOf("note", content), what: content["to"] === undefined ? "note" : "message", content },
  ]),
  change: reader(Change, (content) => [{ ...entryOf("change", content), what: content.what, content }]),
  access: reader(Access, ({ pass, changes }) =>
    changes.map((content, place) => ({
      ...{ id: `access/${pass}/${place}`, kind: "access", at: content.at, by: content.by },
      ...{ what: content.what, content },
    })),
  ),
  reading: reader(Reading, (content) => {
    const { day, by, what, at, id } = content;
    const name = ["reading", day, by.id, what, ...(typeof id === "string" ? [id] : [])].join("/");
    return [{ id: name, kind: "reading", at, by, what, content }];
  }),
} satisfies Record<string, (item: unknown) => LogEntry[]>;
export type LoggedItem = { of: keyof typeof READERS; item: unknown };

function reader<Schema extends z.ZodType>(
  schema: Schema,
  entries: (item: z.output<Schema>) => LogEntry[],
): (item: unknown) => LogEntry[] {
  return (item) => {
    const { data } = schema.safeParse(item);
    return data === undefined ? [] : entries(data);
  };
}

const entryIf = (at: Instant | undefined, entry: (at: Instant) => LogEntry): LogEntry[] =>
  at === undefined ? [] : [entry(at)];

const entryOf = <Kind extends LogKind>(kind: Kind, { id, at, by }: z.infer<typeof Act>) => ({
  ...{ id: `${kind}/${id}`, kind, at, by },
});

/** The log that these items hold, oldest first. */
export const logOf = (items: readonly LoggedItem[]): LogEntry[] =>
  items
    .flatMap(({ of, item }) => READERS[of](item))
    .sort((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id));

/** When the digest of a day is due: in the night after it, when nothing of that day is under way any more. */
export const digestDue = (day: CalendarDate): Instant => momentOn(dayAfter(day), { hour: 4 });

/** An entry as a digest names it. `id` and `hash` are salted: without the salt of the dossier they tell nothing. */
export const SealedEntry = z.object({
  kind: z.enum(LOG_KINDS),
  at: z.string(),
  id: z.string(),
  hash: z.string(),
});
export type SealedEntry = z.infer<typeof SealedEntry>;

/** The digest of one day: SHA-256 over the rest, `previous` included, which is the digest before. */
export const DayDigest = z.object({
  dossier: z.string(),
  day: z.string(),
  previous: z.string().optional(),
  entries: z.array(SealedEntry),
  digest: z.string(),
});
export type DayDigest = z.infer<typeof DayDigest>;

/** `salt`: 32 random bytes in hexadecimal, erased with the dossier. `latest`: the latest digest. */
export const LogState = z.object({
  salt: z.string(),
  latest: z.object({ day: z.string(), digest: z.string() }).optional(),
});
export type LogState = z.infer<typeof LogState>;
export const LogStateShape = storedShape(LogState);

/** A day of which a dossier has entries, until their digest is kept. */
export const LoggedDayShape = storedShape(z.object({ day: z.string() }));

export const dayOf = ({ at }: Pick<LogEntry, "at">): CalendarDate => dateOf(at);
