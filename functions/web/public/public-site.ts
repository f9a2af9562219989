import type { Context } from "hono";
import type { ChangePeople } from "../../people/change-people.ts";
import type { UndoHandover } from "../../people/undo-handover.ts";
import type { ConfirmContact } from "../../contact/confirm-contact.ts";
import type { RequestContact } from "../../contact/request-contact.ts";
import type { RequestLink } from "../../lost-link/request-link.ts";
import type { Actor } from "../../domain/people.ts";
import type {
  Clock,
  ContactRequests,
  Documents,
  Dossiers,
  HumanTasks,
  Lines,
  Links,
  NewId,
  PostedForms,
  Staff,
  Pause,
  Publications,
  TemplateFiles,
  TemplateVersions,
  Tombstones,
} from "../../domain/ports.ts";
import type { Verdict } from "../../domain/verdict.ts";
import type { MessageTeam } from "../../dossiers/send-message.ts";
import type { WithinLimits } from "../../limits/within-limits.ts";
import type { SendMail, Site } from "../../mail/send-mail.ts";
import type { AnnounceTask } from "../../tasks/announce-task.ts";
import type { AskDpo } from "../../tasks/ask-dpo.ts";
import type { CheckDecision, DecideTask } from "../../tasks/decide-task.ts";
import type { TakeDocumentAway } from "../../tasks/take-document-away.ts";
import type { EndUse } from "../../out-of-use/end-use.ts";
import { type Addresses } from "../http/addresses.ts";
import type { Definitions } from "../../domain/task-definition.ts";

/** Dependencies of the public pages. */
export type PublicDeps = {
  site: Site;
  definitions: Definitions;
  dossiers: Pick<Dossiers, "readWhole">;
  staff: Pick<Staff, "listSubstitutions" | "findTelephone">;
  tombstones: Pick<Tombstones, "find">;
  tasks: Pick<HumanTasks, "findDraft" | "saveDraft">;
  links: Pick<Links, "find">;
  requests: Pick<ContactRequests, "find">;
  documents: Pick<Documents, "find" | "prepareUpload" | "downloadAddress" | "isThere">;
  publications: Pick<Publications, "find" | "list">;
  lines: Pick<Lines, "findStatistics">;
  publishesProtocols: boolean;
  withinLimits: WithinLimits;
  forms: PostedForms;
  templates: Pick<TemplateVersions, "list">;
  templateFiles: Pick<TemplateFiles, "read">;
  sendMail: SendMail;
  announce: AnnounceTask;
  requestContact: RequestContact;
  confirmContact: ConfirmContact;
  decideTask: DecideTask;
  checkDecision: CheckDecision;
  takeDocumentAway: TakeDocumentAway;
  askDpo: AskDpo;
  messageTeam: MessageTeam;
  changePeople: ChangePeople;
  undoHandover: UndoHandover;
  requestLink: RequestLink;
  pause: Pause;
  withdraw: (dossierId: string, by: Actor, reason: string) => Promise<Verdict>;
  endUse: EndUse;
  /** IP address of the client. */
  addressOf: (c: Context) => string;
  now: Clock;
  newId: NewId;
};

export type PublicSite = PublicDeps & { addresses: Addresses };
