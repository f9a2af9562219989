import type { OpenDossierByTeam } from "../../contact/open-dossier-by-team.ts";
import type { Actor } from "../../domain/people.ts";
import type {
  Clock,
  Documents,
  Dossiers,
  HumanTasks,
  Limits,
  NewId,
  Session,
  Sessions,
} from "../../domain/ports.ts";
import type { Stage } from "../../domain/process.ts";
import type { Verdict } from "../../domain/verdict.ts";
import type { SendMail, Site } from "../../mail/send-mail.ts";
import type { AmendDossier } from "../../workflow/amend-dossier.ts";
import type { CloseParked } from "../../workflow/close-parked.ts";
import type { DecideTask } from "../../workflow/decide-task.ts";
import type { EndUse } from "../../workflow/end-use.ts";
import type { FindMoves } from "../../workflow/find-moves.ts";
import type { MoveAll } from "../../workflow/move-all.ts";
import type { MoveToCurrentVersion } from "../../workflow/move-to-current-version.ts";
import type { Addresses } from "../addresses.ts";
import type { VerifyBearer } from "../api/bearer.ts";
import type { Definitions } from "../task/task-sight.ts";
import type { SignIn } from "./sign-in.ts";

/** Everything that the admin pages and the admin API use. */
export type AdminDeps = {
  site: Site;
  definitions: Definitions;
  dossiers: Pick<
    Dossiers,
    "findWhole" | "findIdByReference" | "listByStage" | "listByOrganisation" | "listParked" | "addNote"
  >;
  tasks: Pick<HumanTasks, "findDraft" | "saveDraft" | "listOpen">;
  documents: Pick<Documents, "prepareUpload" | "downloadAddress">;
  sessions: Sessions;
  limits: Limits;
  sendMail: SendMail;
  signIn: SignIn;
  verifyBearer: VerifyBearer;
  decideTask: DecideTask;
  openDossierByTeam: OpenDossierByTeam;
  withdraw: (dossierId: string, by: Actor, reason: string) => Promise<Verdict>;
  endUse: EndUse;
  amend: AmendDossier;
  closeParked: CloseParked;
  moveToCurrentVersion: MoveToCurrentVersion;
  findMoves: FindMoves;
  moveAll: MoveAll;
  resume: (dossierId: string, resumeFrom: Stage, by: Actor) => Promise<Verdict>;
  now: Clock;
  newId: NewId;
  /** Random, for a cookie or a form: not to be guessed. */
  newSecret: NewId;
};

export type AdminSite = AdminDeps & { addresses: Addresses };

/** Who asks: a session's owner on the pages, a token's on the API. */
export type Caller = Pick<Session, "subject" | "name" | "roles">;

/** What the routes know of the request: who asks, and on the pages, the session. */
export type AdminEnv = { Variables: { caller: Caller; session: Session } };
