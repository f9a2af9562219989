import { type Instant, toInstant } from "../domain/calendar.ts";
import { cleanEmail } from "../domain/clean-text.ts";
import type { Clock, Counter, Limits } from "../domain/ports.ts";
import type { Reason } from "../domain/verdict.ts";
import { type Limit, type LimitedAct, LIMITS, type Scope, type ScopesOf } from "./limits.ts";
import { limitTexts } from "./texts.nl.ts";

export const LIMIT_RULE = "LIMIT-01";

/** A reached limit: a refusal with the seconds until it is possible again. */
export type TooOften = {
  status: "refused";
  allowed: false;
  problems: [];
  reasons: (Reason & { retryAfter: number })[];
};

/**
 * Performs an act within its limits. `isDone` says whether the act took effect; otherwise, and after a failure, the
 * count is given back. Where a limit is reached, the act is neither performed nor counted.
 */
export type WithinLimits = <Act extends LimitedAct, Result>(
  act: Act,
  of: ScopesOf<Act>,
  perform: () => Promise<Result>,
  isDone?: (result: Result) => boolean,
) => Promise<Result | TooOften>;

type Deps = {
  limits: Limits;
  /** Raises the alarm that a limit for everything was reached. */
  alarmLimit: (act: string) => void;
  now: Clock;
};

export function createWithinLimits(deps: Deps): WithinLimits {
  return async (act, of, perform, isDone = () => true) => {
    const reserved = await reserve(deps, act, of);
    if ("refusal" in reserved) return reserved.refusal;
    // When giving back fails, the limit is reached a little early. The result of the act matters more.
    const giveBack = () => returnAll(deps.limits, reserved.counters).catch(() => undefined);
    try {
      const result = await perform();
      if (!isDone(result)) await giveBack();
      return result;
    } catch (error) {
      await giveBack();
      throw error;
    }
  };
}

type Reserved = { counters: Counter[] } | { refusal: TooOften };

/** Counts before the act, so that concurrent acts cannot exceed the limit. */
async function reserve(
  deps: Deps,
  act: LimitedAct,
  of: Partial<Record<Scope, string | undefined>>,
): Promise<Reserved> {
  const at = toInstant(deps.now());
  const counters: Counter[] = [];
  const limits: readonly Limit[] = LIMITS[act];
  for (const limit of limits) {
    const subject = limit.of === "all" ? "everything" : of[limit.of];
    if (subject === undefined) continue;
    const what = [limit.counter ?? act, limit.of, counted(limit.of, subject), limit.seconds].join("/");
    const counter = { what, seconds: limit.seconds, at };
    if (await deps.limits.take(counter, limit.most)) {
      counters.push(counter);
      continue;
    }
    await returnAll(deps.limits, counters);
    if (limit.of === "all") deps.alarmLimit(act);
    return { refusal: refusalBy(limit, at) };
  }
  return { counters };
}

async function returnAll(limits: Limits, counters: Counter[]): Promise<void> {
  for (const counter of counters) await limits.giveBack(counter);
}

function refusalBy({ of, seconds }: Limit, at: Instant): TooOften {
  const window = Math.floor(Date.parse(at) / 1000 / seconds);
  const end = (window + 1) * seconds * 1000;
  const retryAfter = Math.ceil((end - Date.parse(at)) / 1000);
  const message = limitTexts.tooOften(of, toInstant(new Date(end)));
  return {
    status: "refused",
    allowed: false,
    problems: [],
    reasons: [{ rule: LIMIT_RULE, message, retryAfter }],
  };
}

/**
 * Counts addresses together that one person or place can have many of: `p.iet+1@` and `piet@` are one mailbox at some
 * providers. An act may be counted before its input is cleaned.
 */
function counted(scope: Scope, subject: string): string {
  if (scope === "address") return mailboxOf(subject);
  return scope === "sender" ? networkOf(subject) : subject;
}

/** Without regular expressions: they take minutes on a hundred thousand plus signs. */
function mailboxOf(address: string): string {
  const text = cleanEmail(address).toLowerCase();
  const at = text.lastIndexOf("@");
  const [user = ""] = text.slice(0, Math.max(at, 0)).split("+");
  return user.replaceAll(".", "") + text.slice(Math.max(at, 0));
}

/** The owner of an IPv6 network may use all its 2^64 addresses. */
function networkOf(ip: string): string {
  if (!ip.includes(":") || ip.includes(".")) return ip.replace(/^::ffff:/i, "");
  const [head = "", tail] = ip.toLowerCase().split("::");
  const groups = head.split(":").filter(Boolean);
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(":").filter(Boolean).length;
  const full = [
    ...groups,
    ...Array.from({ length: missing }, () => "0"),
    ...(tail ?? "").split(":").filter(Boolean),
  ];
  return full
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(":");
}
