import { createHash } from "node:crypto";
import * as z from "zod";

/** Every key of the table, in one place. `sk` starts with the kind of item. */
export const keys = {
  dossier: (id: string) => ({ pk: partition(id), sk: "DOSSIER" }),
  /** `id` is the task id, `<kind>-<pass>-<round>`. */
  task: (dossierId: string, id: string) => ({ pk: partition(dossierId), sk: `TASK#${id}` }),
  draft: (dossierId: string, id: string) => ({ pk: partition(dossierId), sk: `DRAFT#${id}` }),
  document: (dossierId: string, id: string) => ({ pk: partition(dossierId), sk: `DOCUMENT#${id}` }),
  /** Counts the documents that were taken in, so that of two at the same moment the second looks again. */
  arrivals: (dossierId: string) => ({ pk: partition(dossierId), sk: "ARRIVALS" }),
  mail: (dossierId: string, key: string) => ({ pk: partition(dossierId), sk: `MAIL#${key}` }),
  change: (dossierId: string, id: string) => ({ pk: partition(dossierId), sk: `CHANGE#${id}` }),
  access: (dossierId: string, pass: number) => ({ pk: partition(dossierId), sk: `ACCESS#${pass}` }),
  note: (dossierId: string, id: string) => ({ pk: partition(dossierId), sk: `NOTE#${id}` }),
  /** Apart from the dossier, which is read whole at each request; `id` starts with the day. */
  reading: (dossierId: string, id: string) => ({ pk: readingsPartition(dossierId), sk: `READING#${id}` }),
  link: (secret: string) => ({ pk: `LINK#${sha256(secret)}`, sk: "LINK" }),
  request: (id: string) => ({ pk: `REQUEST#${id}`, sk: "REQUEST" }),
  /** One of its kind: what the digest has told, and when the next is due. */
  digest: () => ({ pk: "DIGEST", sk: "DIGEST" }),
  reference: (reference: string) => ({ pk: `REFERENCE#${reference}`, sk: "REFERENCE" }),
  counter: (year: number) => ({ pk: `COUNTER#${year}`, sk: "COUNTER" }),
  session: (secret: string) => ({ pk: `SESSION#${sha256(secret)}`, sk: "SESSION" }),
  /** From when on sessions of this person are good: those that started before have ended. */
  sessionEpoch: (subject: string) => ({ pk: `SESSIONS#${sha256(subject)}`, sk: "SESSIONS" }),
  /** Somebody of the LED who has signed in. */
  colleague: (subject: string) => ({ pk: STAFF_PARTITION, sk: `COLLEAGUE#${sha256(subject)}` }),
  /** `id` starts with the last day of the substitution. */
  substitution: (id: string) => ({ pk: STAFF_PARTITION, sk: `SUBSTITUTION#${id}` }),
  /** A form that was posted; `form` says which, and by whom, as a hash. */
  form: (form: string) => ({ pk: `FORM#${form}`, sk: "FORM" }),
  limit: (what: string, window: number) => ({ pk: `LIMIT#${sha256(what)}#${window}`, sk: "LIMIT" }),
};

/**
 * The kinds of partitions, as IAM matches them: a function may touch only those that it is granted
 * (infra/constructs/dossiers.ts). A test holds them against the keys.
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
} as const;

const Key = z.object({ pk: z.string(), sk: z.string() });
export type Key = z.infer<typeof Key>;

/** The key of an item, whatever else it holds. */
export const keyOf = (item: unknown): Key => Key.catch({ pk: "", sk: "" }).parse(item);

export const partition = (dossierId: string) => `DOSSIER#${dossierId}`;
export const readingsPartition = (dossierId: string) => `READINGS#${dossierId}`;
export const dossierIdIn = (pk: string) => pk.replace(/^DOSSIER#/, "");

/** The people of the LED are few, and listed together. */
export const STAFF_PARTITION = "STAFF";

/** Secrets and personal data appear in keys as a hash only. */
export const sha256 = (secret: string): string => createHash("sha256").update(secret).digest("hex");

/** The sparse indexes: an item is in one while it has its key attributes. */
export const INDEXES = {
  due: { partitionKey: "dueShard", sortKey: "dueAt" },
  /** A task has a stage and a `since` too, so the dossier's stage has an attribute of its own here. */
  byStage: { partitionKey: "dossierStage", sortKey: "since" },
  openTasks: { partitionKey: "openFor", sortKey: "openedAt" },
  byOrganisation: { partitionKey: "enterpriseNumber", sortKey: "organisationKey" },
} as const;

/**
 * Whom a parked dossier waits for, in the index `openTasks`: it is there while it is parked, beside the open tasks and
 * never among those of an audience. An index of its own would cost a second one to keep; `byStage` has every dossier
 * that ever was.
 */
export const PARKED = "parked";

/** What the lists show beside the keys: no draft, decision or token. */
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

/** Spreads what is due over the shards, always the same one for a dossier. */
export const dueShard = (dossierId: string): string =>
  String(createHash("sha256").update(dossierId).digest().readUInt8(0) % DUE_SHARDS);
