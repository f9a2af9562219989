import * as z from "zod";
import { STAGES } from "../../../statemachine/contract.ts";
import { AccessShape } from "../../domain/access.ts";
import { DocumentShape } from "../../domain/documents.ts";
import { DOSSIER_STATUSES, DossierShape, Pause } from "../../domain/dossier.ts";
import { HumanTask, TaskShape } from "../../domain/human-task.ts";
import { LoggedDayShape, LogStateShape } from "../../domain/log.ts";
import { NewMailShape } from "../../domain/new-mail.ts";
import { OverviewLineShape } from "../../domain/overview-line.ts";
import { Audience, Role } from "../../domain/people.ts";
import type { DossierSummary, OpenTaskSummary } from "../../domain/ports.ts";
import { TASK_KINDS } from "../../domain/process.ts";
import { PublicationShape } from "../../domain/publication.ts";
import { ReadyTextShape } from "../../domain/ready-text.ts";
import { ReadingShape } from "../../domain/reading.ts";
import { ChangeShape, DigestShape, DraftShape, MailShape, NoteShape } from "../../domain/records.ts";
import { ColleagueShape, SubstitutionShape, TelephoneShape } from "../../domain/staff.ts";
import { OverviewStateShape, StatisticsShape } from "../../domain/statistics.ts";
import { projectedShape, storedShape } from "../../domain/stored-shape.ts";
import { TemplateVersionShape } from "../../domain/template-version.ts";
import { TombstoneShape } from "../../domain/tombstone.ts";
import {
  OutgoingEventShape,
  PublishedShape,
  WebhookSecretShape,
  WebhookShape,
} from "../../domain/webhook.ts";

/** Items whose form only the table knows; an instant in `goodUntil` or `deletedAfter` is exact, the TTL is not. */

const ContactRequestItem = z.object({
  id: z.string(),
  form: z.record(z.string(), z.unknown()),
  at: z.string(),
  deletedAfter: z.string(),
  dossierId: z.string().optional(),
});

const LinkItem = z.object({
  target: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("task"), dossierId: z.string(), taskId: z.string() }),
    z.object({ kind: z.literal("status"), dossierId: z.string() }),
    z.object({ kind: z.literal("confirmation"), requestId: z.string() }),
    z.object({ kind: z.literal("reply"), dossierId: z.string() }),
  ]),
  personId: z.string(),
  /** Absent in links from before addresses were stored. */
  addressHash: z.string().optional(),
  goodUntil: z.string(),
});

const SessionItem = z.object({
  subject: z.string(),
  name: z.string(),
  roles: z.array(Role),
  csrf: z.string(),
  startedAt: z.string(),
  goodUntil: z.string(),
  /** Absent in sessions from before this field. */
  checkedAt: z.string().optional(),
  seenAt: z.string().optional(),
  sealedToken: z.string().optional(),
});

const PostedFormItem = z.object({
  id: z.string(),
  content: z.string(),
  at: z.string(),
  isOver: z.boolean().optional(),
  answer: z.string().optional(),
});

/** `content`: hash of what was written; empty while it is being written. The keys of a word follow from the word. */
const LineRecord = z.object({
  revision: z.int(),
  content: z.string(),
  places: z.array(z.object({ pk: z.string(), sk: z.string() })),
  words: z.array(z.string()),
});

const DossierLine: z.ZodType<DossierSummary> = z.object({
  id: z.string(),
  reference: z.string(),
  organisationName: z.string(),
  organisationType: z.string(),
  ovoCode: z.string().optional(),
  status: z.enum(DOSSIER_STATUSES),
  stage: z.enum(STAGES),
  since: z.string(),
  heldUntil: z.string().optional(),
});
const TaskLine: z.ZodType<OpenTaskSummary> = z.object({
  dossierId: z.string(),
  reference: z.string(),
  organisationName: z.string(),
  kind: z.enum(TASK_KINDS),
  pass: z.number(),
  round: z.number(),
  stage: z.enum(STAGES),
  audience: Audience,
  openedAt: z.string(),
  assignee: HumanTask.shape.assignee,
  deadline: z.string().optional(),
  standstill: z
    .object({
      pauses: z.array(Pause),
      hold: z.object({ since: z.string(), until: z.string() }).optional(),
    })
    .default({ pauses: [] }),
});
const TombstoneLine = z.object({ id: z.string(), reference: z.string(), since: z.string() });

/**
 * Every shape of the table. The stores read and write by a name of this list and cannot import zod (lint), so nothing is
 * stored that has no version, no migrations and no fixture (test/domain/schema-versions.test.ts). Limits are absent: they
 * are counted by conditional writes and never read.
 */
export const SHAPES = {
  dossier: DossierShape,
  task: TaskShape,
  access: AccessShape,
  document: DocumentShape,
  arrivals: storedShape(z.object({ revision: z.int() })),
  draft: DraftShape,
  mail: MailShape,
  change: ChangeShape,
  note: NoteShape,
  reading: ReadingShape,
  logState: LogStateShape,
  loggedDay: LoggedDayShape,
  tombstone: TombstoneShape,
  contactRequest: storedShape(ContactRequestItem),
  reference: storedShape(z.object({ dossierId: z.string() })),
  counter: storedShape(z.object({ lastNumber: z.number() })),
  // An address for replies is a link as well.
  link: storedShape(LinkItem, (stored) => stored),
  postedForm: storedShape(PostedFormItem),
  session: storedShape(SessionItem),
  sessionEpoch: storedShape(z.object({ notBefore: z.string() })),
  colleague: ColleagueShape,
  substitution: SubstitutionShape,
  telephone: TelephoneShape,
  digest: DigestShape,
  template: TemplateVersionShape,
  line: OverviewLineShape,
  lineRecord: storedShape(LineRecord),
  found: storedShape(z.object({ dossierId: z.string() })),
  statistics: StatisticsShape,
  overviewState: OverviewStateShape,
  publication: PublicationShape,
  newMail: NewMailShape,
  readyText: ReadyTextShape,
  webhook: WebhookShape,
  webhookSecret: WebhookSecretShape,
  outgoingEvent: OutgoingEventShape,
  published: PublishedShape,
  dossierLine: projectedShape(DossierLine),
  taskLine: projectedShape(TaskLine),
  tombstoneLine: projectedShape(TombstoneLine),
};

export type ShapeName = keyof typeof SHAPES;
export type Stored<Name extends ShapeName> = z.output<(typeof SHAPES)[Name]["schema"]>;
