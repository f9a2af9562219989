import type { Dossier } from "../domain/dossier.ts";
import { parseTaskId } from "../domain/human-task.ts";
import { isSideTask, type TaskKind } from "../domain/process.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";
import { withdrawalIsPossible } from "../dossiers/withdrawal-is-possible.ts";

/** What can be closed without an answer: only the task, the request, or the connection that was not made. */
export type WayToClose = "task" | "request" | "connection";

export function wayToClose(dossier: Dossier, kind: TaskKind | undefined): WayToClose | undefined {
  if (kind === undefined) return undefined;
  if (isSideTask(kind)) return "task";
  if (withdrawalIsPossible(dossier).allowed) return "request";
  return kind === "ConnectMagda" ? "connection" : undefined;
}

/**
 * STALLED-02: without an answer the LED team may close a request before the last signature, a connection that is not
 * made, or a task that holds nothing up. A signed agreement does not end by silence.
 * Source: the process, "Clocks"; WITHDRAW-01.
 */
export const stalledMayClose = (dossier: Dossier, about: string | undefined): Verdict =>
  wayToClose(dossier, parseTaskId(about ?? "")?.kind)
    ? allowed
    : refused("STALLED-02", "Sluiten kan hier niet meer: het protocol is door beide partijen ondertekend.");
