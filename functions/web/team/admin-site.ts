import type { Hono } from "hono";
import type { AssignTask } from "../../staff/assign-task.ts";
import type { ChangeHandler } from "../../handler/change-handler.ts";
import type { EndSubstitution, NameSubstitute } from "../../staff/substitutions.ts";
import type { ChangePeople } from "../../people/change-people.ts";
import type { OpenDossierByTeam } from "../../contact/open-dossier-by-team.ts";
import type { TakeOver } from "../../documents/take-over.ts";
import type { AssignNewMail } from "../../receive-mail/assign-new-mail.ts";
import type { SettleNewMail } from "../../receive-mail/settle-new-mail.ts";
import type { EraseDossier } from "../../retention/erase-dossier.ts";
import type { LegalHoldAct } from "../../retention/legal-hold.ts";
import type { MessageApplicant } from "../../dossiers/send-message.ts";
import type { ChangeOrganisation } from "../../organisation/change-organisation.ts";
import type { Actor } from "../../domain/people.ts";
import type {
  Clock,
  Documents,
  Dossiers,
  ExportFiles,
  HumanTasks,
  Lines,
  MailRecords,
  NewId,
  NewMails,
  Outbox,
  Pause,
  PostedForms,
  Readings,
  ReadyTexts,
  Session,
  Sessions,
  Suppressions,
  TemplateFiles,
  TemplateVersions,
  Tombstones,
  Staff,
  Webhooks,
} from "../../domain/ports.ts";
import type { Stage } from "../../domain/process.ts";
import type { Member } from "../../domain/staff.ts";
import type { Verdict } from "../../domain/verdict.ts";
import type { VerifyLog } from "../../log/verify-log.ts";
import type { WithinLimits } from "../../limits/within-limits.ts";
import type { SendMail, Site } from "../../mail/send-mail.ts";
import type { AmendDossier } from "../../in-use/amend-dossier.ts";
import type { ResumeAll } from "../../executions/resume-all.ts";
import type { CloseParked } from "../../executions/close-parked.ts";
import type { AnnounceTask } from "../../tasks/announce-task.ts";
import type { TakeDocumentAway } from "../../tasks/take-document-away.ts";
import type { CheckDecision, DecideTask } from "../../tasks/decide-task.ts";
import type { EndUse } from "../../out-of-use/end-use.ts";
import type { HoldDossier, ResumeHeld } from "../../hold/hold-dossier.ts";
import type { FindMoves } from "../../executions/find-moves.ts";
import type { MoveAll } from "../../executions/move-all.ts";
import type { MoveToCurrentVersion } from "../../executions/move-to-current-version.ts";
import type { AcceptTemplate, RestoreTemplate } from "../../protocol/change-template.ts";
import type { AddWebhook } from "../../webhooks/add-webhook.ts";
import type { ReplayDeliveries } from "../../webhooks/replay-deliveries.ts";
import type { Addresses } from "../http/addresses.ts";
import type { VerifyBearer } from "./bearer.ts";
import type { ExportDossier } from "../export/export-dossier.ts";
import type { Definitions } from "../../domain/task-definition.ts";
import type { SignIn } from "./sign-in.ts";

/** Dependencies of the admin pages and the admin API. */
export type AdminDeps = {
  site: Site;
  definitions: Definitions;
  dossiers: Pick<
    Dossiers,
    | "find"
    | "readWhole"
    | "findIdByReference"
    | "listByStage"
    | "listByOrganisation"
    | "listParked"
    | "addNote"
  >;
  lines: Pick<Lines, "findIds" | "list" | "findStatistics" | "findState">;
  tasks: Pick<HumanTasks, "find" | "findDraft" | "saveDraft" | "listOpen">;
  documents: Pick<Documents, "prepareUpload" | "downloadAddress" | "isThere">;
  suppressions: Suppressions;
  mails: Pick<MailRecords, "listUnsent" | "forget">;
  tombstones: Pick<Tombstones, "find" | "list">;
  readyTexts: ReadyTexts;
  templates: Pick<TemplateVersions, "list">;
  templateFiles: Pick<TemplateFiles, "prepareUpload" | "readUpload" | "read">;
  acceptTemplate: AcceptTemplate;
  restoreTemplate: RestoreTemplate;
  pause: Pause;
  readings: Pick<Readings, "record" | "list">;
  verifyLog: VerifyLog;
  exports: Pick<ExportFiles, "downloadAddress">;
  sessions: Sessions;
  staff: Staff;
  withinLimits: WithinLimits;
  forms: PostedForms;
  sendMail: SendMail;
  announce: AnnounceTask;
  signIn: SignIn;
  verifyBearer: VerifyBearer;
  decideTask: DecideTask;
  checkDecision: CheckDecision;
  takeDocumentAway: TakeDocumentAway;
  takeOver: TakeOver;
  newMails: Pick<NewMails, "find" | "list">;
  assignNewMail: AssignNewMail;
  settleNewMail: SettleNewMail;
  openDossierByTeam: OpenDossierByTeam;
  changePeople: ChangePeople;
  assignTask: AssignTask;
  changeHandler: ChangeHandler;
  nameSubstitute: NameSubstitute;
  endSubstitution: EndSubstitution;
  withdraw: (dossierId: string, by: Actor, reason: string) => Promise<Verdict>;
  endUse: EndUse;
  amend: AmendDossier;
  changeOrganisation: ChangeOrganisation;
  holdDossier: HoldDossier;
  resumeHeld: ResumeHeld;
  closeParked: CloseParked;
  moveToCurrentVersion: MoveToCurrentVersion;
  findMoves: FindMoves;
  moveAll: MoveAll;
  resume: (dossierId: string, resumeFrom: Stage, by: Actor) => Promise<Verdict>;
  resumeAll: ResumeAll;
  setLegalHold: LegalHoldAct;
  liftLegalHold: LegalHoldAct;
  eraseDossier: EraseDossier;
  exportDossier: ExportDossier;
  messageApplicant: MessageApplicant;
  webhooks: Pick<Webhooks, "list" | "remove">;
  outbox: Pick<Outbox, "list">;
  addWebhook: AddWebhook;
  replayDeliveries: ReplayDeliveries;
  now: Clock;
  newId: NewId;
  /** Random and unguessable, for a cookie or a form. */
  newSecret: NewId;
};

export type AdminSite = AdminDeps & { addresses: Addresses };

/** The person behind a request: the owner of the session on pages, of the token on the API. */
export type Caller = Member;
export type AdminSession = Session & Pick<Member, "ownRoles" | "substitutes">;

/** Request variables: the caller and, on pages, the session. */
export type AdminEnv = { Variables: { caller: Caller; session: AdminSession } };
export type AdminApp = Hono<AdminEnv>;
