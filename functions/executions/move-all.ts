import type { Actor } from "../domain/people.ts";
import type { FindMoves, FoundMoves } from "./find-moves.ts";
import { isAMove } from "./move-is-needed.ts";
import type { MoveToCurrentVersion } from "./move-to-current-version.ts";

/** Moves per call, so that it ends well within the 28 seconds of a page. */
const MOST_MOVED = 50;

/**
 * `moved`: ids of those of `moves` that were moved now. `left`: how many are left to move, by calling again. `underWay`: how
 * many were asked before, and move by themselves.
 */
export type Moves = FoundMoves & { moved: string[]; left: number; underWay: number };
export type MoveAll = (by: Actor, next?: string) => Promise<Moves>;

export const underWayOf = ({ moves }: FoundMoves): number =>
  moves.filter(({ outcome }) => outcome === "under-way").length;

/** Moves every dossier that waits for somebody while it runs an older version, so many per call. */
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
