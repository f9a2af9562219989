import type { Chance } from "./chance.ts";
import { type Calls, nameOf, shareOut, type Trial } from "./plan.ts";
import { judge, type Judged } from "./report.ts";
import type { Tried } from "./tried.ts";

/** Maximum number of rounds: trials that hit nothing are repeated, because the number of calls varies. */
const ROUNDS = 4;

/**
 * Tries what is shared out; then once more what struck nothing, and by itself what was under suspicion together with
 * others, until time is over. The last answer about a pair and a kind counts; `tried` has everything that was played.
 */
export async function tryInRounds(
  shares: readonly Trial[][],
  calls: Calls,
  chance: Chance,
  playAll: (shares: readonly Trial[][]) => Promise<Tried[]>,
  isOver: () => boolean,
): Promise<{ tried: Tried[]; judged: Judged[] }> {
  const tried: Tried[] = [];
  const judged = new Map<string, Judged>();
  for (let round = 1, next = shares; round <= ROUNDS && next.length > 0; round++) {
    const played = await playAll(next);
    tried.push(...played);
    const judgedNow = judge(played);
    for (const one of judgedNow) judged.set(`${nameOf(one.trial)}/${one.trial.kind}`, one);
    if (isOver()) break;
    const missed = judgedNow.filter(({ outcome }) => outcome === "missed").map(({ trial }) => trial);
    const suspects = played.flatMap(({ suspects: together }) => (together.length > 1 ? together : []));
    const atAnotherCall = missed.map((trial) => ({ ...trial, nth: 1 + chance.number(trial.nth) }));
    next = [...shareOut(atAnotherCall, calls), ...suspects.map((trial) => [trial])];
  }
  return { tried, judged: [...judged.values()] };
}
