import { createHash } from "node:crypto";
import * as z from "zod";

/** All keys of the table. `sk` starts with the kind of item. */
export const keys = {
  dossier: (id: string) => ({ pk: partition(id), sk: "DOSSIER" }),
  /** `id` is the task id, `<kind>-<pass>-<round>`. */
  task: (dossierId: string, id: string) => ({ pk: partition(dossierId), sk: `TASK#${id}` }),
  draft: (dossierId: string, id: string) => ({ pk: partition(dossierId), sk: `DRAFT#${id}` }),
  document: (dossierId: string, id: string) => ({ pk: partition(dossierId), sk: `DOCUMENT#${id}` }),
  /** Counts accepted documents: optimistic locking for documents that arrive at the same time. */
  arrivals: (dossierId: string) => ({ pk: partition(dossierId), sk: "ARRIVALS" }),
  mail: (dossierId: string, key: string) => ({ pk: partition(dossierId), sk: `MAIL#${key}` }),
  change: (dossierId: string, id: string) => ({ pk: partition(dossierId), sk: `CHANGE#${id}` }),
  access: (dossierId: string, pass: number) => ({ pk: partition(dossierId), sk: `ACCESS#${pass}` }),
  note: (dossierId: string, id: string) => ({ pk: partition(dossierId), sk: `NOTE#${id}` }),
  /** Salt and last digest of the log. */
  logState: (dossierId: string) => ({ pk: partition(dossierId), sk: "LOG" }),
  loggedDay: (dossierId: string, day: string) => ({ pk: partition(dossierId), sk: `LOG#${day}` }),
  /** Stored outside the dossier's partition, which every request reads whole. `id` starts with the day. */
  reading: (dossierId: string, id: string) => ({ pk: readingsPartition(dossierId), sk: `READING#${id}` }),
  /** Where the line of a dossier is in the lists, and the words that a search finds it by. */
  lineRecord: (dossierId: string) => ({ pk: partition(dossierId), sk: "LINE" }),
  /** `place`: the moment that orders the list, with the id of the dossier. */
  line: (list: string, place: string) => ({ pk: linesPartition(list), sk: place }),
  /** `entry`: the first letters of a word, or a mail address. */
  found: (entry: string, dossierId: string) => ({ pk: foundPartition(entry), sk: dossierId }),
  statistics: () => ({ pk: "OVERVIEW", sk: "STATISTICS" }),
  overviewState: () => ({ pk: "OVERVIEW", sk: "STATE" }),
  link: (secret: string) => ({ pk: `LINK#${sha256(secret)}`, sk: "LINK" }),
  request: (id: string) => ({ pk: `REQUEST#${id}`, sk: "REQUEST" }),
  /** A single item: the contents of the last digest, and the time of the next. */
  digest: () => ({ pk: "DIGEST", sk: "DIGEST" }),
  reference: (reference: string) => ({ pk: `REFERENCE#${reference}`, sk: "REFERENCE" }),
  counter: (year: number) => ({ pk: `COUNTER#${year}`, sk: "COUNTER" }),
  session: (secret: string) => ({ pk: `SESSION#${sha256(secret)}`, sk: "SESSION" }),
  /** Sessions of this person that started before this moment have ended. */
  sessionEpoch: (subject: string) => ({ pk: `SESSIONS#${sha256(subject)}`, sk: "SESSIONS" }),
  /** A member of the LED who has signed in. */
  colleague: (subject: string) => ({ pk: STAFF_PARTITION, sk: `COLLEAGUE#${sha256(subject)}` }),
  /** `id` starts with the last day of the substitution. */
  substitution: (id: string) => ({ pk: SUBSTITUTIONS_PARTITION, sk: `SUBSTITUTION#${id}` }),
  telephone: (subject: string) => ({ pk: `TELEPHONE#${sha256(subject)}`, sk: "TELEPHONE" }),
  /** A posted form. `form` is a hash of the form and its sender. */
  form: (form: string) => ({ pk: `FORM#${form}`, sk: "FORM" }),
  /** `number` has four digits, so that the versions are in order. */
  template: (number: number) => ({
    pk: TEMPLATE_PARTITION,
    sk: `TEMPLATE#${String(number).padStart(4, "0")}`,
  }),
  newMail: (id: string) => ({ pk: NEW_MAIL_PARTITION, sk: `NEWMAIL#${id}` }),
  /** `number` has four digits, so that the versions are in order. */
  readyText: (id: string, number: number) => ({
    pk: READY_TEXTS_PARTITION,
    sk: `TEXT#${id}#${String(number).padStart(4, "0")}`,
  }),
  webhook: (id: string) => ({ pk: WEBHOOKS_PARTITION, sk: `WEBHOOK#${id}` }),
  /** Apart from the webhook: only the function that signs reads it. */
  webhookSecret: (id: string) => ({ pk: `WEBHOOKSECRET#${id}`, sk: "WEBHOOKSECRET" }),
  /** `place`: what waits for a webhook by the moment it is due, or what was given up. */
  outgoingEvent: (place: string) => ({ pk: OUTBOX_PARTITION, sk: place }),
  published: (dossierId: string, day: string) => ({ pk: `EVENTS#${dossierId}`, sk: `EVENTS#${day}` }),
  publication: (reference: string, pass: number) => ({
    pk: PUBLISHED_PARTITION,
    sk: `${publicationsOf(reference)}${pass}`,
  }),
  limit: (what: string, window: number) => ({ pk: `LIMIT#${sha256(what)}#${window}`, sk: "LIMIT" }),
};

/**
 * Kinds of partition, as patterns for IAM: a function may access only the granted kinds (infra/constructs/dossiers.ts).
 * A test compares them with the keys.
 */
export const PARTITIONS = {
  dossier: "DOSSIER#*",
  reading: "READINGS#*",
  link: "LINK#*",
  request: "REQUEST#*",
  reference: "REFERENCE#*",
  counter: "COUNTER#*",
  form: "FORM#*",
  limit: "LIMIT#*",
  digest: "DIGEST",
  session: "SESSION#*",
  sessionEpoch: "SESSIONS#*",
  staff: "STAFF",
  substitution: "SUBSTITUTIONS",
  telephone: "TELEPHONE#*",
  template: "TEMPLATE",
  lines: "LINES#*",
  found: "FOUND#*",
  overview: "OVERVIEW",
  published: "PUBLISHED",
  newMail: "NEWMAIL",
  readyTexts: "READYTEXTS",
  webhooks: "WEBHOOKS",
  webhookSecret: "WEBHOOKSECRET#*",
  outbox: "OUTBOX",
  events: "EVENTS#*",
} as const;

const Key = z.object({ pk: z.string(), sk: z.string() });
export type Key = z.infer<typeof Key>;

/** The key of an item, whatever else it holds. */
export const keyOf = (item: unknown): Key => Key.catch({ pk: "", sk: "" }).parse(item);

export const partition = (dossierId: string) => `DOSSIER#${dossierId}`;
export const readingsPartition = (dossierId: string) => `READINGS#${dossierId}`;
export const dossierIdIn = (pk: string) => pk.replace(/^DOSSIER#/, "");

export const linesPartition = (list: string) => `LINES#${list}`;
export const foundPartition = (entry: string) => `FOUND#${sha256(entry)}`;

/** One partition for all people of the LED: they are few and are listed together. */
export const STAFF_PARTITION = "STAFF";
/** Apart from the people of the LED: the public pages read who replaces whom, and nobody's roles. */
export const SUBSTITUTIONS_PARTITION = "SUBSTITUTIONS";

/** One partition for all versions of the protocol template. */
export const TEMPLATE_PARTITION = "TEMPLATE";

/** One partition for all mails of no dossier: few wait at a time. */
export const NEW_MAIL_PARTITION = "NEWMAIL";
/** One partition for the texts that the team uses again: they are few and are listed together. */
export const READY_TEXTS_PARTITION = "READYTEXTS";

/** One partition for the programs that are told of events: they are few. */
export const WEBHOOKS_PARTITION = "WEBHOOKS";
/** One partition for all events on their way: few wait at a time. */
export const OUTBOX_PARTITION = "OUTBOX";

/** One partition for all protocols on the public page, which lists them together. */
export const PUBLISHED_PARTITION = "PUBLISHED";
/** Start of the sort keys of a dossier's publications. */
export const publicationsOf = (reference: string) => `PUBLISHED#${reference}#`;

/** A key contains secrets and personal data only as a hash. */
export const sha256 = (secret: string): string => createHash("sha256").update(secret).digest("hex");

/** Sparse indexes: an item appears in an index only while it has the key attributes of that index. */
export const INDEXES = {
  due: { partitionKey: "dueShard", sortKey: "dueAt" },
  /** Separate attribute for the dossier's stage, because a task also has a stage and a `since`. */
  byStage: { partitionKey: "dossierStage", sortKey: "since" },
  openTasks: { partitionKey: "openFor", sortKey: "openedAt" },
  byOrganisation: { partitionKey: "enterpriseNumber", sortKey: "organisationKey" },
} as const;

/**
 * Audience of parked dossiers in the index `openTasks`. A dossier has this value while it is parked, so it never
 * appears among the tasks of a real audience. A separate index would cost more; `byStage` holds every dossier that ever
 * existed.
 */
export const PARKED = "parked";
/** Audiences in the same index of mails that are not sent: one that waits, and one whose address SES refuses. */
export const UNSENT = { waiting: "unsent-mail", refused: "refused-mail" } as const;

/** Attributes that the lists show beside the keys: never a draft, a decision or a token. */
export const PROJECTIONS = {
  byStage: [
    "id",
    "reference",
    "organisationName",
    "organisationType",
    "ovoCode",
    "status",
    "stage",
    "heldUntil",
  ],
  byOrganisation: [
    "id",
    "reference",
    "organisationName",
    "organisationType",
    "ovoCode",
    "status",
    "stage",
    "since",
    "heldUntil",
  ],
  openTasks: [
    "dossierId",
    "reference",
    "organisationName",
    "kind",
    "pass",
    "round",
    "stage",
    "audience",
    "assignee",
    "deadline",
    "standstill",
  ],
} as const;

export const DUE_SHARDS = 8;

/** Distributes due items over the shards. A dossier always has the same shard. */
export const dueShard = (dossierId: string): string =>
  String(createHash("sha256").update(dossierId).digest().readUInt8(0) % DUE_SHARDS);
