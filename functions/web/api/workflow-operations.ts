import { toInstant } from "../../domain/calendar.ts";
import { moveOf } from "../../executions/describe-move.ts";
import type { FoundMoves } from "../../executions/find-moves.ts";
import { type Moves, underWayOf } from "../../executions/move-all.ts";
import { isAMove } from "../../executions/move-is-needed.ts";
import { TEAM } from "../http/permissions.ts";
import { actorFor, findDossierFor } from "../team/find-dossier.ts";
import { tells } from "./answer-schemas.ts";
import { BODIES } from "./inputs.ts";
import { operation } from "./operation.ts";

const wouldMove = (found: FoundMoves): Moves => ({
  ...found,
  moved: [],
  left: found.moves.filter(isAMove).length,
  underWay: underWayOf(found),
});

const move = operation({
  method: "POST",
  path: "/workflow/moves",
  who: TEAM,
  summary: "Move one dossier, or all, to the current version of the workflow; or report what that would do",
  body: BODIES.moves,
  answer: tells(200, "Moves"),
  also: [404, 410],
  example: { body: { dryRun: true } },
  act: async ({ site, caller, body: { dryRun, dossierId, next } }) => {
    const by = actorFor(caller, "led-team");
    if (dossierId === undefined)
      return dryRun ? wouldMove(await site.findMoves(next)) : site.moveAll(by, next);
    const { dossier, tasks } = await findDossierFor(site, caller, dossierId);
    if (dryRun) return wouldMove({ moves: [moveOf(dossier, tasks, toInstant(site.now()))] });
    const moves = [await site.moveToCurrentVersion(dossier.id, by)];
    return {
      moves,
      moved: moves.some(isAMove) ? [dossier.id] : [],
      left: 0,
      underWay: underWayOf({ moves }),
    };
  },
});

export const WORKFLOW_OPERATIONS = [move];
