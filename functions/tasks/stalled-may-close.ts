import type { Dossier } from "../domain/dossier.ts";
import { parseTaskId } from "../domain/human-task.ts";
import { isSideTask, type TaskKind } from "../domain/process.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";
import { withdrawalIsPossible } from "../dossiers/withdrawal-is-possible.ts";

/** What closes when nobody answers a task: only the task, the request, or the connection that never came. */
export type WayToClose = "task" | "request" | "connection";

export function wayToClose(dossier: Dossier, kind: TaskKind | undefined): WayToClose | undefined {
  if (kind === undefined) return undefined;
  if (isSideTask(kind)) return "task";
  if (withdrawalIsPossible(dossier).allowed) return "request";
  return kind === "ConnectMagda" ? "connection" : undefined;
}

/**
 * STALLED-02: what nobody answers is closed where it can be: a request until the last signature, a connection that does
 * not come, a task that holds nothing up. An agreement between two parties does not end by silence.
 * Source: the process, "Clocks"; WITHDRAW-01.
 */
export const stalledMayClose = (dossier: Dossier, about: string | undefined): Verdict =>
  wayToClose(dossier, parseTaskId(about ?? "")?.kind)
    ? allowed
    : refused("STALLED-02", "Sluiten kan hier niet meer: het protocol is door beide partijen ondertekend.");
