import { type Instant, toInstant } from "../domain/calendar.ts";
import { isUnderWay } from "../domain/dossier.ts";
import { GiveUp, Unreadable } from "../domain/errors.ts";
import { AUDIENCES } from "../domain/people.ts";
import type { Clock, Dossiers, HumanTasks, OpenTaskSummary } from "../domain/ports.ts";
import { type Move, moveOf, runsOlderVersion } from "./describe-move.ts";

/** Dossiers per call; `next` is the cursor of the following call. */
const MOST_SEEN = 500;
/** Concurrent reads. */
const AT_ONCE = 10;

/** Effect of a move for every dossier on an older version. `next` is present when more dossiers remain. */
export type FoundMoves = { moves: Move[]; next?: string };
export type FindMoves = (next?: string) => Promise<FoundMoves>;

type Deps = { dossiers: Dossiers; tasks: HumanTasks; now: Clock };

/**
 * Finds dossiers that wait for a person while they run an older version of the workflow. It reads the open tasks, whose
 * number is that of the work in hand. An execution between two tasks soon reaches one, and the next call finds it.
 */
export function createFindMoves(deps: Deps): FindMoves {
  return async (start) => {
    const now = toInstant(deps.now());
    const { ids, next } = await dossiersWithTasks(deps, start);
    const moves: Move[] = [];
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      const seen = await Promise.all(
        ids.slice(at, at + AT_ONCE).map((id) => lookAt(deps, id, now).catch(leaveUnreadable)),
      );
      moves.push(...seen.filter((move) => move !== undefined));
    }
    return { moves, next };
  };
}

/** Undefined for a dossier on the current version, or in use without a process under way. */
async function lookAt({ dossiers }: Deps, id: string, now: Instant): Promise<Move | undefined> {
  const dossier = await dossiers.find(id);
  if (!dossier || !runsOlderVersion(dossier)) return undefined;
  if (!isUnderWay(dossier) && dossier.status !== "PARKED") return undefined;
  const whole = await dossiers.findWhole(id);
  return whole && moveOf(whole.dossier, whole.tasks, now);
}

/** An unreadable dossier cannot move; the others can. */
function leaveUnreadable(error: unknown): undefined {
  if (!(error instanceof Unreadable)) throw error;
}

type Place = { audience: (typeof AUDIENCES)[number]; next?: string };

/** Ids of dossiers with an open task, by audience and page, until the maximum is reached. */
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

const after = (audience: Place["audience"]): Place | undefined => {
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
