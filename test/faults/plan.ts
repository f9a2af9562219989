import type { Chance } from "./chance.ts";
import { failsFunction, type Kind, KINDS } from "./kinds.ts";

/** A function and an operation that it calls: `led-dev-open-dossier`, `ses:SendRawEmail`. */
export type Pair = { caller: string; service: string; operation: string };
/** `nth`: which of the calls of this pair for one dossier it strikes, from 1. */
export type Trial = Pair & { kind: Kind; nth: number };

export const nameOf = ({ caller, service, operation }: Pair): string => `${caller}/${service}:${operation}`;
export const trialName = (trial: Trial): string => `${nameOf(trial)}/${trial.kind}#${trial.nth}`;

/** Calls by pair, of one dossier in an undisturbed run. */
export type Calls = Map<string, Pair & { count: number }>;

/** Each pair with each kind, at a call that chance chooses. */
export function everyTrial(calls: Calls, chance: Chance): Trial[] {
  return [...calls.values()]
    .sort((left, right) => nameOf(left).localeCompare(nameOf(right)))
    .flatMap(({ count, ...pair }) =>
      KINDS.map((kind): Trial => ({ ...pair, kind, nth: 1 + chance.number(count) })),
    );
}

/** Faults of any kind at any of the calls, one as likely as the other. */
export function randomTrials(calls: Calls, chance: Chance, count: number): Trial[] {
  const each = [...calls.values()].flatMap(({ count: made, ...pair }) =>
    Array.from({ length: made }, (_, index) => ({ ...pair, nth: index + 1 })),
  );
  const kinds = chance.shuffled(KINDS);
  return chance
    .shuffled(each)
    .slice(0, count)
    .map((call, index) => ({ ...call, kind: kinds[index % kinds.length] ?? "killed" }));
}

/** So many faults that make a function fail strike one while it works for one dossier; */
const MOST_OF_ONE_FUNCTION = 12;
/** and one invocation fails so often: each step is retried at least three times. */
const FAILURES_OF_ONE_INVOCATION = 2;

/**
 * Shares trials out over dossiers: of one function a dossier gets no more than retries overcome, and any number that the
 * SDK overcomes by itself.
 */
export function shareOut(trials: readonly Trial[], calls: Calls): Trial[][] {
  const dossiers: { trials: Trial[]; failures: Map<string, number> }[] = [];
  const hardestFirst = trials.toSorted((one, other) => +failsFunction(other.kind) - +failsFunction(one.kind));
  for (const trial of hardestFirst) {
    const { caller, kind } = trial;
    const invoked = calls.get(nameOf({ ...trial, service: "lambda", operation: "Invoke" }))?.count ?? 1;
    const most = Math.min(FAILURES_OF_ONE_INVOCATION * invoked, MOST_OF_ONE_FUNCTION);
    const counts = failsFunction(kind) ? 1 : 0;
    const roomy = dossiers.filter(({ failures }) => (failures.get(caller) ?? 0) + counts <= most);
    let [share] = roomy.sort((one, other) => one.trials.length - other.trials.length);
    if (!share) dossiers.push((share = { trials: [], failures: new Map() }));
    share.trials.push(trial);
    share.failures.set(caller, (share.failures.get(caller) ?? 0) + counts);
  }
  return dossiers.map(({ trials: shared }) => shared);
}

/** The trials that are asked for by name, or by a part of it; one that is named in full need not be planned. */
export function askedFor(planned: readonly Trial[], only: readonly string[]): Trial[] {
  if (only.length === 0) return [...planned];
  return only.flatMap((part) => {
    const named = readTrial(part);
    return named ? [named] : planned.filter((trial) => trialName(trial).includes(part));
  });
}

/** `function/service:Operation/kind#nth`. */
export function readTrial(name: string): Trial | undefined {
  const [, caller, service, operation, given, nth] = /^([^/]+)\/(\w+):(\w+)\/([^#]+)#(\d+)$/.exec(name) ?? [];
  const kind = KINDS.find((one) => one === given);
  if (!caller || !service || !operation || !kind) return undefined;
  return { caller, service, operation, kind, nth: Number(nth) };
}
