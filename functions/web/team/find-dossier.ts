import { teamActsFor } from "../../domain/decide.ts";
import { type HumanTask } from "../../domain/human-task.ts";
import { type Actor, type Audience, type Role } from "../../domain/people.ts";
import type { Dossiers, Tombstones, WholeDossier } from "../../domain/ports.ts";
import { DossierDeleted, Refusal } from "../http/refusals.ts";
import { findTask } from "../ui/task/find-shown-task.ts";
import type { Caller } from "./admin-site.ts";
import { recordReading, type RecordingDeps } from "./record-reading.ts";

const hasRole = ({ roles }: Caller, role: Audience): role is Role => roles.some((held) => held === role);

/**
 * WEB-02: the LED team sees every dossier. The LED DPO and the leading official see those in which they have, or had, a
 * task.
 * Source: the process, "Audiences"; data minimisation (GDPR 5(1)(c)).
 */
export const maySee = (caller: Caller, { tasks }: WholeDossier): boolean =>
  hasRole(caller, "led-team") || tasks.some(({ audience }) => hasRole(caller, audience));

type Deps = RecordingDeps & {
  dossiers: Pick<Dossiers, "readWhole">;
  tombstones: Pick<Tombstones, "find">;
};

/** The dossier, for a caller who may see it; records the reading. */
export async function findDossierFor(deps: Deps, caller: Caller, id: string): Promise<WholeDossier> {
  const whole = await lookUp(deps, caller, id);
  await recordReading(deps, caller, id, { what: "dossier" });
  return whole;
}

async function lookUp(deps: Deps, caller: Caller, id: string): Promise<WholeDossier> {
  const whole = await deps.dossiers.readWhole(id);
  if (!whole) {
    const tombstone = await deps.tombstones.find(id);
    throw tombstone ? new DossierDeleted(tombstone) : new Refusal("page-unknown");
  }
  if (!maySee(caller, whole)) throw new Refusal("no-role");
  return whole;
}

export type TaskFor = { whole: WholeDossier; task: HumanTask; actor: Actor; part: Part };

/** `own`: of the caller's role. `on-behalf`: the LED team for another. `reader`: of another role. */
export type Part = "own" | "on-behalf" | "reader";

export async function findTaskFor(deps: Deps, caller: Caller, id: string, taskId: string): Promise<TaskFor> {
  const whole = await lookUp(deps, caller, id);
  const task = findTask(whole, taskId);
  if (!task) throw new Refusal("page-unknown");
  const isOwn = hasRole(caller, task.audience);
  if (!isOwn && !hasRole(caller, "led-team")) throw new Refusal("no-role");
  await recordReading(deps, caller, id, { what: "dossier" });
  return {
    whole,
    task,
    actor: actorFor(caller, task.audience),
    part: isOwn ? "own" : partOfTeam(task),
  };
}

const partOfTeam = (task: HumanTask): Part => (teamActsFor(task) ? "on-behalf" : "reader");

/** The caller as an actor in the record: in the role of the task if the caller has it, otherwise as the LED team. */
export const actorFor = (caller: Caller, audience: Audience): Actor => ({
  role: hasRole(caller, audience) ? audience : "led-team",
  id: caller.subject,
  name: caller.name,
});

export const isOfTeam = (caller: Caller): boolean => hasRole(caller, "led-team");
