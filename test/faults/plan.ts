import type { Chance } from "./chance.ts";
import { type Kind, KINDS } from "./kinds.ts";

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

/** So many faults at most strike one function while it works for one dossier. */
const MOST_OF_ONE_FUNCTION = 6;

/**
 * Shares trials out over dossiers: of one function a dossier gets as many as it is invoked at most, so that they strike
 * one after the other.
 */
export function shareOut(trials: readonly Trial[], calls: Calls): Trial[][] {
  const dossiers: Trial[][] = [];
  for (const trial of trials) {
    const invoked = calls.get(nameOf({ ...trial, service: "lambda", operation: "Invoke" }))?.count ?? 1;
    const most = Math.min(invoked, MOST_OF_ONE_FUNCTION);
    const roomy = dossiers.find(
      (share) => share.filter(({ caller }) => caller === trial.caller).length < most,
    );
    if (roomy) roomy.push(trial);
    else dossiers.push([trial]);
  }
  return dossiers;
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
