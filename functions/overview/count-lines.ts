import { addMonths, dateOf, daysBetween, type Instant } from "../domain/calendar.ts";
import { bucketOf, lineIsHeld, lineLateBy, type OverviewLine } from "../domain/overview-line.ts";
import { type Audience, AUDIENCES, type Side } from "../domain/people.ts";
import { STAGES } from "../domain/process.ts";
import type { Statistics } from "../domain/statistics.ts";

/** Lines in a short list. */
const SLOWEST = 5;
const FIRST_ENDING = 25;
/** The term ends within this many months. */
const SOON_MONTHS = 6;
/** Months in the figures by month. */
const MONTHS = 24;
const MOST_ROUNDS = 4;
const SIDES = ["consumer", "led"] as const satisfies Side[];

const namedOf = ({ id, reference, organisationName }: OverviewLine) => ({ id, reference, organisationName });

/** The value below which this share of the values is (nearest rank). */
const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;

const timesOf = (days: readonly number[]) => {
  const sorted = days.toSorted((a, b) => a - b);
  return { count: sorted.length, median: quantile(sorted, 0.5), p90: quantile(sorted, 0.9) };
};

/** Puts an entry in a short list that is in order, and drops the last. */
function insert<Item>(list: Item[], item: Item, orderOf: (item: Item) => string, most: number): void {
  const last = list.at(-1);
  if (last && list.length >= most && orderOf(item) >= orderOf(last)) return;
  const place = list.findIndex((other) => orderOf(item) < orderOf(other));
  list.splice(place === -1 ? list.length : place, 0, item);
  if (list.length > most) list.pop();
}

/** Counts lines, one at a time: only figures are kept of them. */
export function createCounter(now: Instant) {
  const firstMonth = dateOf(addMonths(now, 1 - MONTHS)).slice(0, 7);
  const soon = dateOf(addMonths(now, SOON_MONTHS));
  const stages: Statistics["stages"] = {};
  const turns: Statistics["turns"] = {};
  const outcomes: Statistics["outcomes"] = {};
  const months = new Map<string, { opened: number; started: number; closed: number }>();
  const days = new Map<string, number[]>();
  const rounds = new Map<string, number[]>();
  const endingSoon: Statistics["endingSoon"] = { count: 0, first: [] };
  const toUse: number[] = [];
  let [dossiers, inUse] = [0, 0];

  const inMonth = (at: Instant | undefined, what: "opened" | "started" | "closed") => {
    const month = at === undefined ? "" : dateOf(at).slice(0, 7);
    if (month < firstMonth) return;
    const counts = months.get(month) ?? { opened: 0, started: 0, closed: 0 };
    counts[what] += 1;
    months.set(month, counts);
  };

  function addToStage(line: OverviewLine, isLate: boolean): void {
    const bucket = bucketOf(line);
    const stage = (stages[bucket] ??= { count: 0, late: 0, held: 0, slowest: [] });
    stage.count += 1;
    stage.late += Number(isLate);
    stage.held += Number(lineIsHeld(line, now));
    if (bucket === "CLOSED" || line.status === "IN_USE") return;
    insert(stage.slowest, { ...namedOf(line), since: line.since }, ({ since }) => since, SLOWEST);
  }

  function addTurns(line: OverviewLine): void {
    const late = new Map<Audience, boolean>();
    for (const turn of line.turns) {
      const isLate = lineLateBy({ ...line, turns: [turn] }, now) > 0;
      late.set(turn.audience, isLate || (late.get(turn.audience) ?? false));
    }
    for (const [audience, isLate] of late) {
      const turn = (turns[audience] ??= { count: 0, late: 0 });
      turn.count += 1;
      turn.late += Number(isLate);
    }
  }

  function addTimes(line: OverviewLine): void {
    for (const stage of STAGES) {
      for (const side of SIDES) {
        const took = line.days[stage]?.[side];
        const key = `${stage} ${side}`;
        if (took === undefined) continue;
        const all = days.get(key) ?? [];
        all.push(took);
        days.set(key, all);
      }
      const round = line.rounds[stage];
      if (round === undefined) continue;
      const counts = rounds.get(stage) ?? Array.from({ length: MOST_ROUNDS }, () => 0);
      const place = Math.min(round, MOST_ROUNDS) - 1;
      rounds.set(stage, counts.with(place, (counts[place] ?? 0) + 1));
    }
  }

  function addUse(line: OverviewLine): void {
    if (line.firstUsedAt !== undefined) toUse.push(daysBetween(line.openedAt, line.firstUsedAt));
    if (line.status !== "IN_USE") return;
    inUse += 1;
    const { termEnd } = line;
    if (termEnd === undefined || termEnd > soon) return;
    endingSoon.count += 1;
    insert(endingSoon.first, { ...namedOf(line), end: termEnd }, ({ end }) => end, FIRST_ENDING);
  }

  return {
    add(line: OverviewLine): void {
      dossiers += 1;
      addToStage(line, line.status !== "CLOSED" && lineLateBy(line, now) > 0);
      if (line.status !== "CLOSED") addTurns(line);
      addTimes(line);
      addUse(line);
      inMonth(line.openedAt, "opened");
      inMonth(line.inUseSince, "started");
      inMonth(line.closed?.at, "closed");
      if (line.closed) outcomes[line.closed.outcome] = (outcomes[line.closed.outcome] ?? 0) + 1;
    },

    result(): Statistics {
      const times = STAGES.flatMap((stage) => SIDES.map((side) => ({ stage, side })));
      return {
        ...{ at: now, dossiers, stages, outcomes, inUse, endingSoon },
        toUse: toUse.length === 0 ? undefined : timesOf(toUse),
        turns: Object.fromEntries(AUDIENCES.flatMap((one) => (turns[one] ? [[one, turns[one]]] : []))),
        leadTimes: times.flatMap(({ stage, side }) => {
          const all = days.get(`${stage} ${side}`);
          return all ? [{ stage, side, ...timesOf(all) }] : [];
        }),
        months: [...months]
          .map(([month, counts]) => ({ month, ...counts }))
          .sort((a, b) => a.month.localeCompare(b.month)),
        rounds: STAGES.flatMap((stage) => {
          const counts = rounds.get(stage);
          return counts ? [{ stage, counts }] : [];
        }),
      };
    },
  };
}
