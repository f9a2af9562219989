import type { Chance } from "./chance.ts";
import { type Failure, failureOf, type Kind, KINDS } from "./kinds.ts";

/** A function and an operation that it calls: `led-dev-open-dossier`, `ses:SendRawEmail`. */
export type Pair = { caller: string; service: string; operation: string };
/** `nth`: the call of this pair for one dossier that it hits, from 1. */
export type Trial = Pair & { kind: Kind; nth: number };

export const nameOf = ({ caller, service, operation }: Pair): string => `${caller}/${service}:${operation}`;
export const trialName = (trial: Trial): string => `${nameOf(trial)}/${trial.kind}#${trial.nth}`;

/** Number of calls by pair, for one dossier in a run without faults. */
export type Calls = Map<string, Pair & { count: number }>;

/** Each pair with each kind, at a random call. */
export function everyTrial(calls: Calls, chance: Chance): Trial[] {
  return [...calls.values()]
    .sort((left, right) => nameOf(left).localeCompare(nameOf(right)))
    .flatMap(({ count, ...pair }) =>
      KINDS.map((kind): Trial => ({ ...pair, kind, nth: 1 + chance.number(count) })),
    );
}

/** Faults of random kinds at random calls, with equal probability. */
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

/**
 * Maximum number of faults by effect for one function and one dossier. All may hit one invocation: a step that ends
 * early is retried three times, a failing one eight times (statemachine/states.ts).
 */
const MOST = { "ends function": 3, "fails call": 6, overcome: Infinity } as const satisfies Record<
  Failure,
  number
>;
/** For a function that is invoked once. */
const FAILED_CALLS_OF_ONE_INVOCATION = 2;
/** A function that is invoked so often gets as many faults once more: they strike different acts. */
const MANY_INVOCATIONS = 8;
const MOST_TIMES_AS_MANY = 4;

/**
 * Distributes trials over dossiers. For each function a dossier gets no more than its retries overcome, plus any number
 * that the SDK overcomes by itself. For each pair it gets no more than the number of its calls.
 */
export function shareOut(trials: readonly Trial[], calls: Calls): Trial[][] {
  const shares: Share[] = [];
  const hardestFirst = trials.toSorted((one, other) => mostOf(one, calls) - mostOf(other, calls));
  for (const trial of hardestFirst) {
    const [pair, failure] = [nameOf(trial), `${trial.caller} ${failureOf(trial.kind)}`];
    const made = calls.get(pair)?.count ?? Infinity;
    const roomy = shares.filter(
      ({ counts }) => (counts.get(pair) ?? 0) < made && (counts.get(failure) ?? 0) < mostOf(trial, calls),
    );
    let [share] = roomy.sort((one, other) => one.trials.length - other.trials.length);
    if (!share) shares.push((share = { trials: [], counts: new Map() }));
    share.trials.push(trial);
    for (const what of [pair, failure]) share.counts.set(what, (share.counts.get(what) ?? 0) + 1);
  }
  return shares.map(({ trials: shared }) => shared);
}

type Share = { trials: Trial[]; counts: Map<string, number> };

function mostOf(trial: Trial, calls: Calls): number {
  const failure = failureOf(trial.kind);
  const invoked = calls.get(nameOf({ ...trial, service: "lambda", operation: "Invoke" }))?.count ?? 1;
  const times = Math.min(Math.max(1, Math.floor(invoked / MANY_INVOCATIONS)), MOST_TIMES_AS_MANY);
  const most = MOST[failure] * times;
  return failure === "fails call" ? Math.min(FAILED_CALLS_OF_ONE_INVOCATION * invoked, most) : most;
}

/** Of each pair so many at most, in the order given. */
export function capped(trials: readonly Trial[], each: number): Trial[] {
  const counts = new Map<string, number>();
  return trials.filter((trial) => {
    const count = (counts.get(nameOf(trial)) ?? 0) + 1;
    counts.set(nameOf(trial), count);
    return count <= each;
  });
}

/** The trials with this name or part of it; a full name need not be planned. */
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
