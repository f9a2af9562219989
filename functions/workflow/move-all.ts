import { isUnderWay } from "../domain/dossier.ts";
import { GiveUp } from "../domain/errors.ts";
import { type Actor, AUDIENCES } from "../domain/people.ts";
import type { Dossiers, HumanTasks, OpenTaskSummary } from "../domain/ports.ts";
import { isAMove } from "./move-is-needed.ts";
import type { MoveToCurrentVersion } from "./move-to-current-version.ts";
import { type Move, moveOf, runsOlderVersion } from "./what-a-move-does.ts";

/** Moves per call, so that it ends well within the 28 seconds of a page. */
const MOST_MOVED = 50;
/** Dossiers looked at per call; `next` says where the following call goes on. */
const MOST_SEEN = 500;
/** Read at a time. */
const AT_ONCE = 10;

export type Moves = {
  /** What happened, or what would: every dossier that runs an older version. */
  moves: Move[];
  /** Those of `moves` that were moved now. */
  moved: string[];
  /** How many of them are left to move, by calling again. */
  left: number;
  /** Present when there is more to look at. */
  next?: string;
};
export type MoveAll = (request: { dryRun: boolean; by: Actor; next?: string }) => Promise<Moves>;

type Deps = { dossiers: Dossiers; tasks: HumanTasks; moveToCurrentVersion: MoveToCurrentVersion };

/**
 * Moves every dossier that waits for somebody while it runs an older version. They are found by the open tasks, which
 * are as many as there is work: an execution between two tasks comes to one, and is found by the next call.
 */
export function createMoveAll(deps: Deps): MoveAll {
  return async ({ dryRun, by, next }) => {
    const { ids, next: further } = await dossiersWithTasks(deps, next);
    const moves: Move[] = [];
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      const seen = await Promise.all(ids.slice(at, at + AT_ONCE).map((id) => lookAt(deps, id)));
      moves.push(...seen.filter((move) => move !== undefined));
    }
    const able = moves.filter(isAMove);
    const chosen = dryRun ? [] : able.slice(0, MOST_MOVED);
    const moved: string[] = [];
    for (const { dossierId } of chosen) {
      if (isAMove(await deps.moveToCurrentVersion(dossierId, by))) moved.push(dossierId);
    }
    return { moves, moved, left: able.length - chosen.length, next: further };
  };
}

/** Undefined for a dossier that this is not about: of today's version, or in use without anything under way. */
async function lookAt({ dossiers }: Deps, id: string): Promise<Move | undefined> {
  const dossier = await dossiers.find(id);
  if (!dossier || !runsOlderVersion(dossier)) return undefined;
  if (!isUnderWay(dossier) && dossier.status !== "PARKED") return undefined;
  const whole = await dossiers.findWhole(id);
  return whole && moveOf(whole.dossier, whole.tasks);
}

/** Ids of dossiers with an open task, page by page and audience by audience, until there are enough. */
async function dossiersWithTasks({ tasks }: Deps, start: string | undefined) {
  const ids = new Set<string>();
  let place: Place | undefined = placeIn(start);
  while (place && ids.size < MOST_SEEN) {
    const { audience, next }: Place = place;
    const page: { items: OpenTaskSummary[]; next?: string } = await tasks.listOpen(audience, next);
    for (const { dossierId } of page.items) ids.add(dossierId);
    place = page.next === undefined ? after(audience) : { audience, next: page.next };
  }
  return { ids: [...ids], next: place && `${place.audience}.${place.next ?? ""}` };
}

type Audience = (typeof AUDIENCES)[number];
type Place = { audience: Audience; next?: string };

const after = (audience: Audience): Place | undefined => {
  const following = AUDIENCES[AUDIENCES.indexOf(audience) + 1];
  return following && { audience: following };
};

function placeIn(start: string | undefined): Place {
  if (start === undefined) return { audience: AUDIENCES[0] };
  const [name, next] = start.split(".");
  const audience = AUDIENCES.find((known) => known === name);
  if (!audience) throw new GiveUp("CURSOR_UNREADABLE");
  return { audience, next: next || undefined };
}
