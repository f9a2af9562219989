import { type Dossier, withdrawalOf } from "./dossier.ts";
import { SYSTEM } from "./people.ts";
import type { Change } from "./records.ts";

type Move = Omit<Change, "id" | "at">;

/**
 * The turns in the life of a dossier that a write of it takes. The dossier holds only the present one, so each is recorded
 * with the write, and the log has them all.
 */
export function movesOf(before: Dossier, after: Dossier): Move[] {
  const closing = withdrawalOf(after);
  return [
    ...(before.stage === after.stage
      ? []
      : [{ by: SYSTEM, what: "stage", from: before.stage, to: after.stage }]),
    ...(closing && !withdrawalOf(before)
      ? [{ by: closing.by, what: "withdrawn", to: { reason: closing.reason } }]
      : []),
    ...(before.status === after.status ? [] : [statusMove(before, after)]),
  ];
}

function statusMove({ status: from }: Dossier, after: Dossier): Move {
  if (after.status === "CLOSED") {
    const { by, outcome, reason } = after.closed;
    return { by, what: "closed", from, to: { outcome, reason } };
  }
  if (after.status === "PARKED")
    return { by: SYSTEM, what: "parked", from, to: { error: after.parked.error } };
  return { by: SYSTEM, what: "status", from, to: after.status };
}
