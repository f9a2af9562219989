import type { Actor } from "../domain/people.ts";
import type { FindMoves, FoundMoves } from "./find-moves.ts";
import { isAMove } from "./move-is-needed.ts";
import type { MoveToCurrentVersion } from "./move-to-current-version.ts";

/** Moves per call, so that the call ends well within a page's 28 seconds. */
const MOST_MOVED = 50;

/**
 * `moved`: ids of the dossiers in `moves` that this call moved. `left`: number that further calls must move.
 * `underWay`: number of earlier requests that complete without a call.
 */
export type Moves = FoundMoves & { moved: string[]; left: number; underWay: number };
export type MoveAll = (by: Actor, next?: string) => Promise<Moves>;

export const underWayOf = ({ moves }: FoundMoves): number =>
  moves.filter(({ outcome }) => outcome === "under-way").length;

/** Moves all dossiers that wait for a person while they run an older version, with a maximum per call. */
export function createMoveAll(deps: {
  findMoves: FindMoves;
  moveToCurrentVersion: MoveToCurrentVersion;
}): MoveAll {
  return async (by, start) => {
    const found = await deps.findMoves(start);
    const able = found.moves.filter(isAMove);
    const chosen = able.slice(0, MOST_MOVED);
    const moved: string[] = [];
    for (const { dossierId } of chosen)
      if (isAMove(await deps.moveToCurrentVersion(dossierId, by))) moved.push(dossierId);
    return { ...found, moved, left: able.length - chosen.length, underWay: underWayOf(found) };
  };
}
