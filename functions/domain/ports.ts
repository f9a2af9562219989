import type { TaskResult, WorkflowName } from "../../statemachine/contract.ts";
import type { Access } from "./access.ts";
import type { CalendarDate, Instant } from "./calendar.ts";
import type { StoredDocument, FileRefusal } from "./documents.ts";
import type { Dossier, DossierOf } from "./dossier.ts";
import type { DayDigest, LogEntry, LogState } from "./log.ts";
import type { Decision, HumanTask } from "./human-task.ts";
import type { Standstill } from "./running-time.ts";
import type { Actor, Audience, Role } from "./people.ts";
import type { Stage, TaskKind } from "./process.ts";
import type { Publication } from "./publication.ts";
import type { ReadyText } from "./ready-text.ts";
import type { Reading } from "./reading.ts";
import type { Change, DigestState, Draft, MailDelivery, MailRecord, Note } from "./records.ts";
import type { NewMail } from "./new-mail.ts";
import type { LineList, OverviewLine } from "./overview-line.ts";
import type { OverviewState, Statistics } from "./statistics.ts";
import type { TemplateVersion } from "./template-version.ts";
import type { Tombstone } from "./tombstone.ts";
import type { Colleague, Substitution, Telephone } from "./staff.ts";
import type { OutgoingEvent, Webhook, WebhookEvent } from "./webhook.ts";

/**
 * The ports of the acts, in terms of the domain. Adapters translate errors: a failed condition is `Conflict`, a
 * transient error is `RetryLater`, the rest is `GiveUp` (docs/errors.md). Reads for decisions are strongly consistent.
 */

/** Source of time, called at each use. */
export type Clock = () => Date;
export type NewId = () => string;
/** Waits for this many milliseconds. */
export type Pause = (milliseconds: number) => Promise<void>;

/** All items in the partition of a dossier. */
export type WholeDossier = {
  dossier: Dossier;
  tasks: HumanTask[];
  documents: StoredDocument[];
  mails: MailRecord[];
  changes: Change[];
  notes: Note[];
  accesses: Access[];
  drafts: Draft[];
  /** Keys of the items that do not parse and are therefore missing above. */
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
  /** The holds of its dossier. */
  standstill: Standstill;
  /** Who sent the message that it asks to answer; read where it is shown. */
  from?: Actor;
};

/** `unreadable`: keys of items of this page that do not parse. */
export type Page<Item> = { items: Item[]; next?: string; unreadable?: string[] };

export interface Dossiers {
  /** Undefined where it does not exist. */
  find(id: string): Promise<Dossier | undefined>;
  /**
   * For decisions: `GiveUp` where a task, a document or an access does not parse, so that no decision rests on
   * incomplete data.
   */
  findWhole(id: string): Promise<WholeDossier | undefined>;
  /** For display: leaves out items that do not parse, and lists their keys. */
  readWhole(id: string): Promise<WholeDossier | undefined>;
  findIdByReference(reference: string): Promise<string | undefined>;
  /** A number that is unique within the year; gaps are possible. */
  takeReference(year: number): Promise<string>;
  /**
   * Writes a new dossier with its reference and its first note, and marks its contact request; `Conflict` when any of
   * them exists.
   */
  create(dossier: Dossier, from?: { requestId?: string; note?: Note }): Promise<Dossier>;
  /**
   * Writes the dossier and the changes in one transaction, with optimistic locking on its version; `Conflict` after
   * another write. Returns the dossier as stored.
   */
  save(dossier: Dossier, changes?: Change[]): Promise<Dossier>;
  /**
   * Writes a note, which never changes, and returns it as stored. Writing the same note again is idempotent. `Conflict`
   * for another text under the same id, or after deletion of the dossier.
   */
  addNote(dossierId: string, note: Note): Promise<Note>;
  listByStage(stage: Stage, next?: string): Promise<Page<DossierSummary>>;
  listByOrganisation(enterpriseNumber: string): Promise<DossierSummary[]>;
  /** The parked dossiers. */
  listParked(next?: string): Promise<Page<DossierOf<"PARKED">>>;
}

/** Key of a due item. */
export type Due = { dossierId: string; taskId?: string; documentId?: string; day?: CalendarDate };

export interface DueItems {
  /**
   * The items that the index lists as due, one page per call. The index is eventually consistent: re-read an item
   * before acting.
   */
  list(shard: number, now: Instant, next?: string): Promise<Page<Due>>;
}

/** The start of a task's clocks, and the times that follow from it. */
export type TaskTimes = Pick<
  HumanTask,
  "since" | "givenUntil" | "unreached" | "deadline" | "reminders" | "clocks"
>;

export interface HumanTasks {
  find(dossierId: string, taskId: string): Promise<HumanTask | undefined>;
  /**
   * Writes a new open task, or returns the existing one. `Withdrawn` when the dossier is being withdrawn, or is closed.
   */
  open(task: HumanTask, dossier: Dossier): Promise<{ task: HumanTask; isNew: boolean }>;
  /**
   * Gives the task a new token and returns it as stored, with the decision if that came first. A decision that an
   * earlier execution consumed becomes unconsumed again.
   */
  bind(dossierId: string, taskId: string, taskToken: string): Promise<HumanTask>;
  /**
   * Stores the decision and its facts in one transaction (optimistic locking on the dossier) and deletes the draft.
   * `settled`: ids of open tasks that the decision makes redundant; they close in the same transaction. `Conflict` when
   * the task is decided or closed, or it was bound to another token, or the dossier changed. Returns the task.
   */
  recordDecision(
    task: HumanTask,
    decision: Decision,
    dossier: Dossier,
    changes: Change[],
    settled?: string[],
  ): Promise<HumanTask>;
  /** Marks that the workflow, or the act of a side task, received the decision. Idempotent. */
  markConsumed(dossierId: string, taskId: string, at: Instant): Promise<void>;
  /** Counts a delivery attempt and sets the time of the next check. */
  markDelivery(dossierId: string, taskId: string, again: Instant): Promise<void>;
  /** Stops delivery: the dossier is parked or closed, or the next binding delivers. */
  stopDelivery(dossierId: string, taskId: string): Promise<void>;
  /** Marks reminder number `sent` as sent; the next is due at `next`, if any. */
  markReminder(dossierId: string, taskId: string, sent: number, next: Instant | undefined): Promise<void>;
  /**
   * Writes new times of an open task, and the holds and the name of its dossier. `Conflict` when it is no longer open, or its start
   * changed since it was read.
   */
  reschedule(task: HumanTask, times: TaskTimes, dossier: Dossier): Promise<void>;
  /** Closes an open task because its decision became unnecessary. A decided task stays unchanged. */
  close(dossierId: string, taskId: string, at: Instant): Promise<void>;
  /**
   * Assigns an open task to a colleague, or to nobody, with the record. `Conflict` when it is not open, or its assignee
   * changed since it was read.
   */
  assign(task: HumanTask, assignee: HumanTask["assignee"], change: Change): Promise<HumanTask>;
  /** By the moment of opening. `limit`: 100 unless given. */
  listOpen(audience: Audience, next?: string, limit?: number): Promise<Page<OpenTaskSummary>>;
  findDraft(dossierId: string, taskId: string): Promise<Draft | undefined>;
  /** `Conflict` when another draft version was stored first, or the task is not open. */
  saveDraft(dossierId: string, draft: Draft): Promise<void>;
}

export interface Accesses {
  /** Writes a new access, and the replacement of another, in one transaction. Idempotent. */
  grant(access: Access, replaced?: Access): Promise<void>;
  /** Writes an access with optimistic locking on its status; `Conflict` when the status changed. */
  change(access: Access, before: Access): Promise<void>;
}

/** The target of a link. Never contains a task token. */
export type LinkTarget =
  | { kind: "task"; dossierId: string; taskId: string }
  | { kind: "status"; dossierId: string }
  | { kind: "confirmation"; requestId: string }
  /** No page: the address to which the answer to a mail goes. */
  | { kind: "reply"; dossierId: string };
/** `mailedTo`: the address of the mail. The link works only while its person has that address. */
export type Link = { target: LinkTarget; personId: string; mailedTo?: string; expiresAt: Instant };
export type FoundLink = Omit<Link, "mailedTo"> & { addressHash?: string };

export interface Links {
  /** Stores a new link and returns its secret. The secret and the address are stored only as SHA-256 hashes. */
  mint(link: Link): Promise<string>;
  /** Undefined when the secret is unknown or expired. With `even-over` an expired link is found while it is stored. */
  find(secret: string, even?: "even-over"): Promise<FoundLink | undefined>;
}

/** A contact form that awaits confirmation. */
export type ContactRequest = {
  id: string;
  form: Record<string, unknown>;
  at: Instant;
  expiresAt: Instant;
  /** Id of the dossier after confirmation. */
  dossierId?: string;
};

export interface ContactRequests {
  save(request: ContactRequest): Promise<void>;
  find(id: string): Promise<ContactRequest | undefined>;
}

export type MailClaim = MailRecord & { claimedBy: string };
/** `waiting`: not sent yet. `refused`: SES does not send to its address. */
export type Unsent = "waiting" | "refused";
export type UnsentMail = MailRecord & { about: string };

export interface MailRecords {
  find(dossierId: string, key: string): Promise<MailRecord | undefined>;
  /**
   * Claims the sending of this mail; with `keptUntil` the record expires after that moment. `Conflict` when it was sent
   * or refused, when another sender's claim is still valid at `record.at`, or when it was first tried at another moment
   * than `record.since` says.
   */
  claim(dossierId: string, record: MailClaim, keptUntil?: Instant): Promise<void>;
  /** Notes that the log of the dossier gets a mail of this moment. Idempotent. */
  willBeLogged(dossierId: string, at: Instant): Promise<void>;
  /**
   * Writes the result over the caller's own claim. No effect where another sender took the claim over, or the dossier
   * was deleted.
   */
  settle(dossierId: string, record: MailClaim, keptUntil?: Instant): Promise<void>;
  /** Records what became of a sent mail, unless a surer result is known. Returns the record as it is afterwards. */
  noteDelivery(dossierId: string, key: string, delivery: MailDelivery): Promise<MailRecord | undefined>;
  /** Unsent mails whose first attempt was at or after `from`, oldest first. */
  listUnsent(which: Unsent, from: Instant | undefined, next?: string): Promise<Page<UnsentMail>>;
  /** Removes the record of a mail that waits. It does nothing to a mail that was sent or refused, or is being sent. */
  forget(dossierId: string, key: string, now: Instant): Promise<void>;
}

/** Addresses to which SES sends nothing, because a mail to them bounced or was called spam. */
export interface Suppressions {
  /** Takes an address off the list. Idempotent. */
  lift(address: string): Promise<void>;
}

export interface Digests {
  /** Undefined before the first digest. */
  find(): Promise<DigestState | undefined>;
  /** Optimistic locking on the state that was read; `Conflict` after another write. */
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
  /** Id of the dossier: a mail program shows all mails of a dossier as one conversation. */
  thread?: string;
  /** Message-ID of the mail that it answers, with angle brackets; in place of `thread`. */
  answers?: string | undefined;
  /** Name of the list of a periodic mail, such as a digest (header List-Id, RFC 2919). */
  list?: "digest";
  /** SES message tags: short codes, no personal data. */
  tags: Record<string, string>;
};

/** `raw`: the MIME message for SES. */
export type ComposedMail = Pick<OutgoingMail, "tags"> & { raw: Uint8Array };

export interface Mailer {
  compose(mail: OutgoingMail): Promise<ComposedMail>;
  /**
   * Sends the mail through SES and returns its message id. `refused`: SES permanently refuses the address or the
   * content of this mail.
   */
  send(mail: ComposedMail): Promise<{ status: "sent"; messageId?: string } | { status: "refused" }>;
}

/** Keeps the text of a mail before it is sent, with `…` in place of each secret. */
export interface MailArchive {
  /** Every failure is `RetryLater`. */
  keep(path: string, message: string): Promise<void>;
}

export type UploadForm = { url: string; fields: Record<string, string> };
export type Upload = {
  id: string;
  dossierId: string;
  taskId?: string;
  kind: StoredDocument["kind"];
  title?: string;
  by: Actor;
};

/** A dossier at the arrival of a file. `revision` counts the accepted files. */
export type Arrival = WholeDossier & { revision: number };

export interface Documents {
  find(dossierId: string, id: string): Promise<StoredDocument | undefined>;
  /** Undefined where the dossier does not exist or was deleted. */
  findArrival(dossierId: string): Promise<Arrival | undefined>;
  /**
   * `Conflict` where a file has this id already, or the dossier does not exist. For a file that is accepted, or goes to
   * quarantine, also where its task closed, the dossier changed, or another file was recorded since the arrival was read.
   */
  record(document: StoredDocument, arrival?: Arrival): Promise<void>;
  /**
   * Records what became of a document in quarantine. `Conflict` where that is recorded already; for an accepted one also
   * where its task closed, or the dossier changed.
   */
  settle(document: StoredDocument, arrival?: Arrival): Promise<void>;
  /**
   * Takes an accepted document away from its open task; follow-up deletes the file. `Conflict` when it was taken away
   * already, or when the task is closed.
   */
  takeAway(document: StoredDocument, removed: NonNullable<StoredDocument["removed"]>): Promise<void>;
  /** Ends its clocks: nothing is due any more. */
  stopClocks(document: StoredDocument): Promise<void>;
  /** A form that posts one file from a browser within 30 minutes; afterwards the browser goes to `returnTo`. */
  prepareUpload(upload: Upload, returnTo: string): Promise<UploadForm>;
  /** Whether its file is still in the bucket; a missing file alerts the operators. */
  isThere(document: StoredDocument): Promise<boolean>;
  /** An address that downloads the document as an attachment, valid for 5 minutes. */
  downloadAddress(document: StoredDocument): Promise<string>;
  /** Stores a document that the system made. */
  put(document: Omit<StoredDocument, "s3Key" | "s3VersionId">, bytes: Uint8Array): Promise<StoredDocument>;
}

/** Deletes dossiers and keeps their tombstones. */
export interface Tombstones {
  find(id: string): Promise<Tombstone | undefined>;
  /**
   * Replaces the dossier item by the tombstone, with optimistic locking on its version: the dossier no longer exists.
   * `Conflict` after another write.
   */
  bury(tombstone: Tombstone, version: number): Promise<void>;
  /** Names the last digest of the log, which covers the deletion. */
  seal(id: string, digest: string): Promise<void>;
  /** Deletes every other item of the dossier, its line and what a search finds it by, its readings, its reference and its contact request. Idempotent. */
  clear(tombstone: Pick<Tombstone, "id" | "reference">): Promise<void>;
  /** Ends the deletion; the clocks say when to check again. */
  complete(id: string, clocks: Tombstone["clocks"]): Promise<void>;
  /** All deleted dossiers, in order of deletion. */
  list(next?: string): Promise<Page<Pick<Tombstone, "id" | "reference" | "deletedAt">>>;
}

/** The audit trail of readings by people of the LED. */
export interface Readings {
  /** Keeps the first reading of a person, day and thing. Idempotent, and never in conflict with other writes. */
  record(dossierId: string, reading: Reading): Promise<void>;
  /** Latest day first. */
  list(dossierId: string, next?: string): Promise<Page<Reading>>;
  listAll(dossierId: string): Promise<Reading[]>;
}

/** The lines of the overview, what a search finds a dossier by, and the figures over all lines. */
export interface Lines {
  /**
   * Keeps the line of a dossier in its lists, and the words that a search finds it by. Idempotent; writes nothing where
   * nothing changed. `Conflict` when another sweep keeps it at the same moment, or the dossier was deleted.
   */
  keep(line: OverviewLine, words: string[]): Promise<void>;
  /** Lines in the order of the list. `after`, `next`: a place in the list. */
  list(
    list: LineList,
    from: { after?: string; isDescending?: boolean; limit: number },
  ): Promise<Page<OverviewLine>>;
  /** The latest dossiers with this entry (search-words.ts), latest first; not complete where there are more. */
  findIds(entry: string): Promise<{ ids: string[]; isComplete: boolean }>;
  /** Undefined before they were counted. */
  findStatistics(): Promise<Statistics | undefined>;
  saveStatistics(statistics: Statistics): Promise<void>;
  findState(): Promise<OverviewState | undefined>;
  saveState(state: OverviewState): Promise<void>;
}

/** Mails of no dossier, until the LED team is done with them. */
export interface NewMails {
  /** Idempotent: the first mail under an id stays. */
  add(mail: NewMail): Promise<void>;
  find(id: string): Promise<NewMail | undefined>;
  /** Oldest first. */
  list(): Promise<NewMail[]>;
  /** `Conflict` when it is gone, or its assignee changed since it was read. */
  assign(mail: NewMail, assignee: NewMail["assignee"]): Promise<void>;
  /** Idempotent. */
  remove(id: string): Promise<void>;
}

/** The signed protocols on the public page. */
export interface Publications {
  /** Idempotent: the first of a reference and pass stays. */
  add(publication: Publication): Promise<void>;
  find(reference: string, pass: number): Promise<Publication | undefined>;
  /** By reference. */
  list(next?: string): Promise<Page<Publication>>;
}

/** The versions of the protocol template. */
export interface TemplateVersions {
  /** By number. Those that no form can be read from are left out, and alert the operators. */
  list(): Promise<TemplateVersion[]>;
  /** Throws Conflict where its number exists. */
  add(version: TemplateVersion): Promise<void>;
}

/** The texts that the LED team uses again, with all their versions. */
export interface ReadyTexts {
  list(): Promise<ReadyText[]>;
  /** Throws Conflict where the text has that number. */
  add(text: ReadyText): Promise<void>;
}

/** The programs that are told of events. */
export interface Webhooks {
  list(): Promise<Webhook[]>;
  /** Idempotent by id. Nothing but `readSecret` gives the secret again. */
  add(webhook: Webhook, secret: string): Promise<void>;
  /** Idempotent. */
  remove(id: string): Promise<void>;
  readSecret(id: string): Promise<string | undefined>;
}

/** The events of a dossier on a day that are in the outbox already. */
export type PublishedEvents = { ids: string[]; revision: number };
export type EventForWebhooks = { id: string; event: WebhookEvent; webhooks: string[] };

/** Events on their way to webhooks, at least once. */
export interface Outbox {
  published(dossierId: string, day: CalendarDate): Promise<PublishedEvents>;
  /** Puts each event there for its webhooks, due at once. Throws Conflict where another process publishes. */
  publish(
    dossierId: string,
    day: CalendarDate,
    events: readonly EventForWebhooks[],
    before: PublishedEvents,
  ): Promise<void>;
  /** What is due for a webhook, the longest due first; at most 100. */
  listDue(webhookId: string, now: Instant): Promise<OutgoingEvent[]>;
  /** What waits for a webhook, or was given up for any; oldest first. */
  list(which: { waitingFor: string } | "given-up", next?: string): Promise<Page<OutgoingEvent>>;
  find(place: string): Promise<OutgoingEvent | undefined>;
  /** Makes it due, or gives it up. Throws Conflict where it is no longer at its place. */
  move(delivery: OutgoingEvent, to: Pick<OutgoingEvent, "dueAt" | "givenUpAt">): Promise<OutgoingEvent>;
  /** Records why the last attempt failed. */
  note(delivery: OutgoingEvent, failure: string): Promise<void>;
  /** Idempotent. */
  remove(delivery: OutgoingEvent): Promise<void>;
}

/** Posts to an address; answers the status, or the code of a failure to get one. */
export type PostWebhook = (
  address: string,
  headers: Record<string, string>,
  body: string,
) => Promise<number | "no-answer-in-time" | "not-reached">;

/** The files of the protocol template. */
export interface TemplateFiles {
  /** A form that posts one file from a browser within 30 minutes; afterwards the browser goes to `returnTo`. */
  prepareUpload(id: string, returnTo: string): Promise<UploadForm>;
  /** Its bytes, or why it was refused. Undefined where nothing was uploaded, it expired, or it is being checked. */
  readUpload(id: string): Promise<Uint8Array | FileRefusal | undefined>;
  /** The file of a version. */
  read(sha256: string): Promise<Uint8Array>;
  store(sha256: string, bytes: Uint8Array): Promise<void>;
}

/** The log of a dossier as the table has it. `waiting`: days whose digest is still to be taken. */
export type LoggedDossier = {
  entries: LogEntry[];
  waiting: CalendarDate[];
  state: LogState | undefined;
  tombstone: Tombstone | undefined;
};

export interface Logs {
  /** Also of a dossier that was deleted; without entries when there never was one. */
  read(dossierId: string): Promise<LoggedDossier>;
  /** Writes the first state; answers the one that is there when there is one. */
  begin(dossierId: string, state: LogState): Promise<LogState>;
  /** The digest of a day is kept, or was not needed. `Conflict` when another sweep was first. */
  advance(dossierId: string, state: LogState, before: LogState, day: CalendarDate): Promise<void>;
  /**
   * The line of the dossier in the overview has every entry before `since`: nothing is due for this day until its digest
   * is, unless an entry came later. Idempotent.
   */
  rest(dossierId: string, day: CalendarDate, since: Instant): Promise<void>;
  /** Nothing is left to take a digest of. */
  forget(dossierId: string, day: CalendarDate): Promise<void>;
}

/** `digest` is absent where what is kept is no digest. */
export type KeptDigest = { day: CalendarDate; digest: DayDigest | undefined };

/** The digests of the log, in a bucket whose objects nobody deletes or overwrites before their time. */
export interface LogDigests {
  /** Keeps a digest until a moment. Where one of that day is kept already, answers that one. */
  keep(digest: DayDigest, lockedUntil: Instant): Promise<DayDigest>;
  /** By day. */
  list(dossierId: string): Promise<KeptDigest[]>;
}

/** The files of dossiers in the bucket: documents, mails as sent, exports. */
export interface DossierFiles {
  /** Permanently deletes every version of every file of a dossier. Idempotent. */
  removeAll(dossierId: string): Promise<void>;
  /** Permanently deletes every version of the file of a document. Idempotent. */
  removeDocument(document: StoredDocument): Promise<void>;
}

/** Reads the content of an export and stores the result. */
export interface ExportFiles {
  /** Undefined when its file is missing, which alerts the operators. */
  readDocument(document: StoredDocument): Promise<Uint8Array | undefined>;
  /** The mail as sent; undefined when it was not kept. */
  readMail(dossierId: string, key: string): Promise<Uint8Array | undefined>;
  /** Stores a finished export from a file on disk, for a day. */
  store(dossierId: string, exportId: string, path: string): Promise<void>;
  /** An address that downloads it as an attachment with this name, valid for 5 minutes. */
  downloadAddress(dossierId: string, exportId: string, name: string): Promise<string>;
}

/** The result of a delivery. `stale`: no execution waits for this token any more. */
export type Delivery = "accepted" | "stale";

/** One run of a workflow for a dossier: `<dossierId>-<run>`. */
export type Execution = { dossierId: string; run: number; workflow: WorkflowName };

export interface Workflow {
  /** Starts execution `<dossierId>-<run>`. `taken`: an execution with that name has already ended. */
  start(execution: { dossierId: string; run: number; resumeFrom: Stage }): Promise<"started" | "taken">;
  isRunning(execution: Execution): Promise<boolean>;
  /** The last state that succeeded; undefined when there is none, or the execution is unknown. */
  lastStateOf(execution: Execution): Promise<string | undefined>;
  answer(taskToken: string, result: TaskResult): Promise<Delivery>;
  fail(taskToken: string, error: "Withdrawn" | "ContinueAsNew"): Promise<Delivery>;
}

/** A signed-in person of the LED. */
export type Session = { subject: string; name: string; roles: Role[]; csrf: string; expiresAt: Instant };

/** `refreshToken`: asks the issuer whether the person still has the roles. */
export type Renewal = { refreshToken?: string };
/** `checkedAt`: the last check at the issuer. `seenAt`: the last request, to the minute. */
export type FoundSession = Session & Renewal & { checkedAt: Instant; seenAt: Instant };

export interface Sessions {
  /**
   * Returns the secret for the cookie. Only its hash is stored; the refresh token is stored encrypted with the secret.
   */
  start(session: Session & Renewal): Promise<string>;
  /** Undefined when it ended, or was idle for too long. */
  find(secret: string): Promise<FoundSession | undefined>;
  /** Extends the session after a request, with the answer of the issuer if any. An ended session stays ended. */
  keep(secret: string, renewed?: Pick<Session, "name" | "roles"> & Renewal): Promise<void>;
  /** Whether a session that started then was ended for this person. */
  hasEnded(subject: string, startedAt: Instant): Promise<boolean>;
  end(secret: string): Promise<void>;
  /** Ends all sessions of this person at once. */
  endAll(subject: string): Promise<void>;
}

/** The people of the LED who have signed in, and their substitutions. */
export interface Staff {
  remember(colleague: Colleague): Promise<void>;
  /** In order of name. */
  listColleagues(): Promise<Colleague[]>;
  /** The telephone number of a colleague. */
  findTelephone(subject: string): Promise<string | undefined>;
  /** An empty number removes it. */
  keepTelephone(telephone: Telephone): Promise<void>;
  /**
   * Substitutions with a last day of today or later, including those that were ended early. `within-a-second`: an
   * eventually consistent read, at half the price, which may miss the latest writes.
   */
  listSubstitutions(today: CalendarDate, seen?: "within-a-second"): Promise<Substitution[]>;
  addSubstitution(substitution: Substitution): Promise<void>;
  /** `Conflict` when it was already ended. */
  endSubstitution(id: string, ended: NonNullable<Substitution["ended"]>): Promise<void>;
}

/** A count of something, in a window of some seconds around a moment. */
export type Counter = { what: string; seconds: number; at: Instant };

/** The result of claiming a posted form. `id`: the id of what the form creates, the same for every post. */
export type FormClaim =
  | { status: "claimed"; id: string }
  | { status: "answered"; id: string; answer: string }
  /** Another post of this form is in progress. */
  | { status: "busy" }
  /** It was already answered, with other content. */
  | { status: "other-content" };

export interface PostedForms {
  /** Claims a form, by a hash of the form and a hash of its content. An interrupted claim can be claimed again. */
  claim(key: string, content: string, freshId: string): Promise<FormClaim>;
  /** Stores the answer after success. */
  answer(key: string, id: string, answer: string): Promise<void>;
  /** Releases the claim after a failure: the next post claims it at once, under the same id. */
  interrupt(key: string, id: string): Promise<void>;
  /** Deletes the claim after a refusal. */
  forget(key: string): Promise<void>;
}

export interface Limits {
  /** Increments the count; false, without counting, where it would exceed `most`. */
  take(counter: Counter, most: number): Promise<boolean>;
  /** Decrements the count. */
  giveBack(counter: Counter): Promise<void>;
}

export type { CalendarDate, Instant };
