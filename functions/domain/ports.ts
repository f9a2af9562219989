import type { TaskResult, WorkflowName } from "../../statemachine/contract.ts";
import type { Access } from "./access.ts";
import type { CalendarDate, Instant } from "./calendar.ts";
import type { StoredDocument } from "./documents.ts";
import type { Dossier, DossierOf } from "./dossier.ts";
import type { Decision, HumanTask } from "./human-task.ts";
import type { Standstill } from "./running-time.ts";
import type { Actor, Audience, Role } from "./people.ts";
import type { Stage, TaskKind } from "./process.ts";
import type { Reading } from "./reading.ts";
import type { Change, DigestState, Draft, MailRecord, Note } from "./records.ts";
import type { Tombstone } from "./tombstone.ts";
import type { Colleague, Substitution } from "./staff.ts";

/**
 * What the acts need of the outside, in words of the domain. The adapters translate: a failed condition is `Conflict`,
 * a transient error is `RetryLater`, the rest is `GiveUp` (docs/errors.md). Every read that decides something is strongly
 * consistent.
 */

/** The time and randomness of the outside, asked for at each call. */
export type Clock = () => Date;
export type NewId = () => string;
/** Lets this many milliseconds go by. */
export type Pause = (milliseconds: number) => Promise<void>;

/** Everything in the partition of a dossier. */
export type WholeDossier = {
  dossier: Dossier;
  tasks: HumanTask[];
  documents: StoredDocument[];
  mails: MailRecord[];
  changes: Change[];
  notes: Note[];
  accesses: Access[];
  /** Keys of the items that do not parse, and so are not among the others. */
  unreadable: string[];
};

/** A line in a list of dossiers. */
export type DossierSummary = {
  id: string;
  reference: string;
  organisationName: string;
  organisationType: string;
  ovoCode?: string;
  status: Dossier["status"];
  stage: Stage;
  since: Instant;
  /** End of the running hold. */
  heldUntil?: Instant;
};

/** A line in an inbox. */
export type OpenTaskSummary = {
  dossierId: string;
  reference: string;
  organisationName: string;
  kind: TaskKind;
  pass: number;
  round: number;
  stage: Stage;
  audience: Audience;
  openedAt: Instant;
  assignee?: HumanTask["assignee"];
  deadline?: Instant;
  /** When the clocks of its dossier stood still. */
  standstill: Standstill;
};

/** `unreadable`: keys of what belongs here and does not parse. */
export type Page<Item> = { items: Item[]; next?: string; unreadable?: string[] };

export interface Dossiers {
  /** Undefined when there is none. */
  find(id: string): Promise<Dossier | undefined>;
  /** To decide on: `GiveUp` where a task, a document or an access does not parse, so that nothing rests on a part. */
  findWhole(id: string): Promise<WholeDossier | undefined>;
  /** To show: without what does not parse, which is named. */
  readWhole(id: string): Promise<WholeDossier | undefined>;
  findIdByReference(reference: string): Promise<string | undefined>;
  /** A number no other dossier of that year has; gaps are fine. */
  takeReference(year: number): Promise<string>;
  /**
   * Writes a new dossier with its reference and its first note, and marks the request it came from; `Conflict` when any
   * of them exists.
   */
  create(dossier: Dossier, from?: { requestId?: string; note?: Note }): Promise<Dossier>;
  /**
   * Writes the dossier over the version it was read at, with the changes in the same transaction; `Conflict` when
   * somebody wrote first. Answers the dossier as stored.
   */
  save(dossier: Dossier, changes?: Change[]): Promise<Dossier>;
  /**
   * Writes a note, which never changes, and answers it as stored: the same once more is once. `Conflict` when other words
   * stand under its id, or the dossier was deleted.
   */
  addNote(dossierId: string, note: Note): Promise<Note>;
  listByStage(stage: Stage, next?: string): Promise<Page<DossierSummary>>;
  listByOrganisation(enterpriseNumber: string): Promise<DossierSummary[]>;
  /** The dossiers that are parked now. */
  listParked(next?: string): Promise<Page<DossierOf<"PARKED">>>;
}

/** Key of something that is due. */
export type Due = { dossierId: string; taskId?: string };

export interface DueItems {
  /** What the index says is due, a page per call; the index lags, so it is read again before acting. */
  list(shard: number, now: Instant, next?: string): Promise<Page<Due>>;
}

/** From when the clocks of a task count, and what follows from that. */
export type TaskTimes = Pick<HumanTask, "since" | "givenUntil" | "deadline" | "reminders" | "clocks">;

export interface HumanTasks {
  find(dossierId: string, taskId: string): Promise<HumanTask | undefined>;
  /**
   * Writes a new open task; answers the one that exists when there is one. `Withdrawn` when the dossier is being
   * withdrawn, or is closed.
   */
  open(task: HumanTask, dossier: Dossier): Promise<{ task: HumanTask; isNew: boolean }>;
  /**
   * Gives the task a new token and answers it as it then is: with its decision, when that came first. A decision that
   * an earlier execution had consumed is to be consumed again.
   */
  bind(dossierId: string, taskId: string, taskToken: string): Promise<HumanTask>;
  /**
   * Stores the decision and what it establishes (the dossier, over the version it was read at) in one transaction, and
   * deletes the draft. `settled` are ids of open tasks that the decision leaves without a question: they close with it.
   * `Conflict` when the task is decided or closed, or the dossier changed. Answers the task, read after the write.
   */
  recordDecision(
    task: HumanTask,
    decision: Decision,
    dossier: Dossier,
    changes: Change[],
    settled?: string[],
  ): Promise<HumanTask>;
  /** The workflow, or the side task's act, has taken the decision up. Once is enough. */
  markConsumed(dossierId: string, taskId: string, at: Instant): Promise<void>;
  /** A delivery was tried: counts it and sets when to look again. */
  markDelivery(dossierId: string, taskId: string, again: Instant): Promise<void>;
  /** Nothing more to deliver for now: the dossier is parked or closed, or the next binding delivers. */
  stopDelivery(dossierId: string, taskId: string): Promise<void>;
  /** Reminder number `sent` went out; the next is due at `next`, if any. */
  markReminder(dossierId: string, taskId: string, sent: number, next: Instant | undefined): Promise<void>;
  /**
   * Writes new times of an open task, and when the clocks of its dossier stood still. `Conflict` when it is no longer
   * open, or was given another start since it was read.
   */
  reschedule(task: HumanTask, times: TaskTimes, dossier: Dossier): Promise<void>;
  /** Nobody needs to decide any more. A decided task stays as it is. */
  close(dossierId: string, taskId: string, at: Instant): Promise<void>;
  /**
   * Says who of the LED has an open task, or that nobody has; with the record. `Conflict` when it is not open, or somebody
   * else has it than when it was read.
   */
  assign(task: HumanTask, assignee: HumanTask["assignee"], change: Change): Promise<HumanTask>;
  listOpen(audience: Audience, next?: string): Promise<Page<OpenTaskSummary>>;
  findDraft(dossierId: string, taskId: string): Promise<Draft | undefined>;
  /** `Conflict` when the stored draft is not of the version before, or the task is not open. */
  saveDraft(dossierId: string, draft: Draft): Promise<void>;
}

export interface Accesses {
  /** Writes a new access, and that it replaces another, in one transaction; nothing when it is there already. */
  grant(access: Access, replaced?: Access): Promise<void>;
  /** Writes an access over the one that was read; `Conflict` when its status changed in between. */
  change(access: Access, before: Access): Promise<void>;
}

/** What a link leads to. Task tokens are no part of it. */
export type LinkTarget =
  | { kind: "task"; dossierId: string; taskId: string }
  | { kind: "status"; dossierId: string }
  | { kind: "confirmation"; requestId: string };
/** `mailedTo`: the address that gets it; at any other address of that person it is no good. */
export type Link = { target: LinkTarget; personId: string; mailedTo?: string; expiresAt: Instant };
export type FoundLink = Omit<Link, "mailedTo"> & { addressHash?: string };

export interface Links {
  /** Stores a fresh link and answers its secret; of that and of the address only a SHA-256 hash is kept. */
  mint(link: Link): Promise<string>;
  /** Undefined when the secret is unknown or expired. */
  find(secret: string): Promise<FoundLink | undefined>;
}

/** A contact form that waits for its confirmation. */
export type ContactRequest = {
  id: string;
  form: Record<string, unknown>;
  at: Instant;
  expiresAt: Instant;
  /** The dossier it became. */
  dossierId?: string;
};

export interface ContactRequests {
  save(request: ContactRequest): Promise<void>;
  find(id: string): Promise<ContactRequest | undefined>;
}

export type MailClaim = MailRecord & { claimedBy: string };

export interface MailRecords {
  find(dossierId: string, key: string): Promise<MailRecord | undefined>;
  /**
   * Records that somebody sends this mail; with `keptUntil` the table forgets it by itself after that moment. `Conflict`
   * when it was sent or refused, or when another's claim lasts at the moment `record.at`.
   */
  claim(dossierId: string, record: MailClaim, keptUntil?: Instant): Promise<void>;
  /** Writes how it ended, over one's own claim; nothing where another took that over, or the dossier was deleted. */
  settle(dossierId: string, record: MailClaim, keptUntil?: Instant): Promise<void>;
}

export interface Digests {
  /** Undefined before the first. */
  find(): Promise<DigestState | undefined>;
  /** Over the state it was read at; `Conflict` when somebody wrote first. */
  save(state: DigestState, before: DigestState | undefined): Promise<void>;
}

export type MailAttachment = { filename: string; contentType: string; content: string };
export type OutgoingMail = {
  to: { name?: string; email: string }[];
  replyTo?: string;
  subject: string;
  html: string;
  text: string;
  attachments?: MailAttachment[];
  /** SES message tags: short codes, no personal data. */
  tags: Record<string, string>;
};

/** `raw`: the message (MIME) as it is handed over. */
export type ComposedMail = Pick<OutgoingMail, "tags"> & { raw: Uint8Array };

export interface Mailer {
  compose(mail: OutgoingMail): Promise<ComposedMail>;
  /**
   * Hands the mail over to SES and answers its message id. `refused`: SES refuses the address or the content of this
   * very mail, for good.
   */
  send(mail: ComposedMail): Promise<{ status: "sent"; messageId?: string } | { status: "refused" }>;
}

/** Where the text of a mail is kept before it is sent, each secret replaced by `…`. */
export interface MailArchive {
  keep(path: string, message: string): Promise<void>;
}

export type UploadForm = { url: string; fields: Record<string, string> };
export type Upload = {
  id: string;
  dossierId: string;
  taskId: string;
  kind: StoredDocument["kind"];
  by: Actor;
};

/** A dossier as a file that arrives finds it. `revision` counts the files that were taken in before. */
export type Arrival = WholeDossier & { revision: number };

export interface Documents {
  find(dossierId: string, id: string): Promise<StoredDocument | undefined>;
  /** What a file arrives at; undefined when there is no such dossier, or not any more. */
  findArrival(dossierId: string): Promise<Arrival | undefined>;
  /**
   * `Conflict` where an accepted file is recorded under this id already, where there is no dossier, and, for an accepted
   * file, where the task closed, the dossier changed or another file was taken in since the arrival was read.
   */
  record(document: StoredDocument, arrival?: Arrival): Promise<void>;
  /** A form that a browser can post one file with, for 15 minutes; afterwards the browser goes to `returnTo`. */
  prepareUpload(upload: Upload, returnTo: string): Promise<UploadForm>;
  /** Whether its file is still in the bucket; operators hear of one that is gone. */
  isThere(document: StoredDocument): Promise<boolean>;
  /** An address that gives the document as an attachment, for 5 minutes. */
  downloadAddress(document: StoredDocument): Promise<string>;
  /** Stores a document that the system made itself. */
  put(document: Omit<StoredDocument, "s3Key" | "s3VersionId">, bytes: Uint8Array): Promise<StoredDocument>;
}

/** What is left of deleted dossiers, and the way there. */
export interface Tombstones {
  find(id: string): Promise<Tombstone | undefined>;
  /**
   * Puts the tombstone in the place of the dossier item, over the version it was read at: from then on there is no such
   * dossier. `Conflict` when somebody wrote first.
   */
  bury(tombstone: Tombstone, version: number): Promise<void>;
  /** Deletes every other item of the dossier, who read it, its reference and the request it came from. Again is fine. */
  clear(tombstone: Pick<Tombstone, "id" | "reference">): Promise<void>;
  /** Nothing is left to delete for now; the clocks say when to look again. */
  complete(id: string, clocks: Tombstone["clocks"]): Promise<void>;
  /** Every deleted dossier, by the time of its deletion. */
  list(next?: string): Promise<Page<Pick<Tombstone, "id" | "reference" | "deletedAt">>>;
}

/** Who of the LED read what of a dossier. */
export interface Readings {
  /** The first of a person, day and thing stays; again is fine. Nobody else's write is in its way. */
  record(dossierId: string, reading: Reading): Promise<void>;
  /** Latest day first. */
  list(dossierId: string, next?: string): Promise<Page<Reading>>;
  listAll(dossierId: string): Promise<Reading[]>;
}

/** The files of dossiers in the bucket: documents, mails as sent, exports. */
export interface DossierFiles {
  /** Deletes every version of every file of a dossier for good. Again is fine. */
  removeAll(dossierId: string): Promise<void>;
}

/** What an export reads and makes. */
export interface ExportFiles {
  /** Undefined when its file is gone; operators hear of it. */
  readDocument(document: StoredDocument): Promise<Uint8Array | undefined>;
  /** The mail as sent; undefined when it was not kept. */
  readMail(dossierId: string, key: string): Promise<Uint8Array | undefined>;
  /** Stores a finished export from a file on disk. It is there for a day. */
  store(dossierId: string, exportId: string, path: string): Promise<void>;
  /** An address that gives it as an attachment with this name, for 5 minutes. */
  downloadAddress(dossierId: string, exportId: string, name: string): Promise<string>;
}

/** What happened to a delivery: `stale` means that this token is not, or no longer, waited for. */
export type Delivery = "accepted" | "stale";

/** One run of one of the workflows for a dossier: `<dossierId>-<run>`. */
export type Execution = { dossierId: string; run: number; workflow: WorkflowName };

export interface Workflow {
  /** Starts execution `<dossierId>-<run>`. `taken`: an execution of that name has already ended. */
  start(execution: { dossierId: string; run: number; resumeFrom: Stage }): Promise<"started" | "taken">;
  isRunning(execution: Execution): Promise<boolean>;
  /** The last state that was left successfully; undefined when there is none, or nothing is known of the execution. */
  lastStateOf(execution: Execution): Promise<string | undefined>;
  answer(taskToken: string, result: TaskResult): Promise<Delivery>;
  fail(taskToken: string, error: "Withdrawn" | "ContinueAsNew"): Promise<Delivery>;
}

/** A signed-in person of the LED. */
export type Session = { subject: string; name: string; roles: Role[]; csrf: string; expiresAt: Instant };

/** `refreshToken`: with which the issuer says whether somebody still has its roles. */
export type Renewal = { refreshToken?: string };
/** `checkedAt`: when the issuer last said who it is; `seenAt`: when it last asked something, to the minute. */
export type FoundSession = Session & Renewal & { checkedAt: Instant; seenAt: Instant };

export interface Sessions {
  /** Answers the secret for the cookie; only its hash is kept, and the refresh token only sealed with the secret. */
  start(session: Session & Renewal): Promise<string>;
  /** Undefined when it has ended, or was idle for too long. */
  find(secret: string): Promise<FoundSession | undefined>;
  /** Somebody goes on with it; with what the issuer says now. One that has ended stays so. */
  keep(secret: string, renewed?: Pick<Session, "name" | "roles"> & Renewal): Promise<void>;
  /** Whether what began then has been ended for this person. */
  hasEnded(subject: string, startedAt: Instant): Promise<boolean>;
  end(secret: string): Promise<void>;
  /** Ends every session of this person at once. */
  endAll(subject: string): Promise<void>;
}

/** The people of the LED, as far as they signed in, and who has whose role for some days. */
export interface Staff {
  remember(colleague: Colleague): Promise<void>;
  /** By name. */
  listColleagues(): Promise<Colleague[]>;
  /** Those that last until today or later, also those that were ended early. */
  listSubstitutions(today: CalendarDate): Promise<Substitution[]>;
  addSubstitution(substitution: Substitution): Promise<void>;
  /** `Conflict` when it was ended before. */
  endSubstitution(id: string, ended: NonNullable<Substitution["ended"]>): Promise<void>;
}

/** A count of something, in the window of some seconds in which a moment lies. */
export type Counter = { what: string; seconds: number; at: Instant };

/** What became of the claim of a posted form: `id` is that of what the form makes, however often it is posted. */
export type FormClaim =
  | { status: "claimed"; id: string }
  | { status: "answered"; id: string; answer: string }
  /** Another post of this form is being served. */
  | { status: "busy" }
  /** It was answered, and held something else. */
  | { status: "other-content" };

export interface PostedForms {
  /** Claims a form, by the hash that names it and the hash of its content; one that was cut short is claimed anew. */
  claim(key: string, content: string, freshId: string): Promise<FormClaim>;
  /** It was carried out: keeps the answer. */
  answer(key: string, id: string, answer: string): Promise<void>;
  /** Something failed on the way: the next post claims it at once, under the same id. */
  interrupt(key: string, id: string): Promise<void>;
  /** It was refused, and nothing carried out. */
  forget(key: string): Promise<void>;
}

export interface Limits {
  /** Counts one more; false, with nothing counted, where that would be more than `most`. */
  take(counter: Counter, most: number): Promise<boolean>;
  /** Takes one back. */
  giveBack(counter: Counter): Promise<void>;
}

export type { CalendarDate, Instant };
