import { DUE_SHARDS } from "../functions/adapters/dynamodb/keys.ts";
import prices from "./prices.json" with { type: "json" };
import type { StraightPath } from "./straight-path.ts";

/** People work eight hours a day; nothing else is known of the peaks of a day. */
const WORKING_SECONDS = 8 * 3600;
/** From contact to in use: the days of the plan that `npm run demo` plays. */
export const DAYS_OPEN = 132;
/** DynamoDB answers in less than ten milliseconds; half of that is assumed. */
export const SECONDS_OF_A_CALL = 0.005;
/** The limit of one partition key, in units a second. */
const UNITS_OF_A_KEY = 1000;

/**
 * A limit. `a`: per second of work, per day, or open at the same moment. `uses`: use by one onboarding. `move`: the change
 * that raises it.
 */
export type Limit = {
  name: string;
  allows: number;
  a: "second" | "day" | "moment";
  uses: number;
  move: string;
  source: string;
};

export const perDayOf = ({ allows, a, uses }: Limit): number =>
  Math.floor(a === "second" ? (allows * WORKING_SECONDS) / uses : allows / uses);

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Quotas of AWS, and our own settings, beside what one onboarding uses. */
export function limitsOf(path: StraightPath, apiRate: number): Limit[] {
  const invocations = sum(Object.values(path.invocations));
  const requests = sum(
    Object.entries(path.invocations).map(([name, times]) => (name.endsWith("-web") ? times : 0)),
  );
  const busySeconds = invocations * prices.assumptions.warmSecondsOfAnInvocation;
  const written = path.path.writeUnits + path.mailEvents.writeUnits + path.followUp.writeUnits;
  const quota = (
    name: string,
    allows: number,
    a: Limit["a"],
    uses: number,
    move: string,
    source: string,
  ) => ({
    ...{ name, allows, a, uses, move, source },
  });
  return [
    quota(
      "SES: mails a day",
      50_000,
      "day",
      path.mails,
      "ask SES for more; the quota grows with a good reputation",
      "usual first quota outside the sandbox; the console shows yours",
    ),
    quota(
      "SES: mails a second",
      14,
      "second",
      path.mails,
      "ask SES for more; until then mails wait and are retried",
      "the same",
    ),
    quota(
      "Step Functions: open executions",
      1_000_000,
      "moment",
      DAYS_OPEN,
      "ask for millions, or end the execution while a task waits long, as it does in use",
      "https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html",
    ),
    quota(
      "Lambda: concurrent executions of a new account",
      10,
      "second",
      busySeconds,
      "AWS raises it with use, or on request",
      "https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html",
    ),
    quota(
      "API: the throttle of the stage",
      apiRate,
      "second",
      requests,
      "infra/constructs/site.ts: throttlingRateLimit",
      "the template",
    ),
    quota(
      "Follow-up: calls of one sweep at a time",
      (0.8 * 86_400) / SECONDS_OF_A_CALL,
      "day",
      path.followUp.calls,
      "a function for each shard of the index `due`, on the same schedule",
      `four of every five minutes, ${SECONDS_OF_A_CALL * 1000} ms a call`,
    ),
    quota(
      "Lambda: concurrent executions",
      1000,
      "second",
      busySeconds,
      "ask for tens of thousands",
      "https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html",
    ),
    quota(
      "DynamoDB: writes of an on-demand table",
      40_000,
      "second",
      written,
      "ask for more",
      "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html",
    ),
    quota(
      "Step Functions: state transitions",
      5000,
      "second",
      path.transitions,
      "ask for more",
      "https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html",
    ),
    quota(
      "Step Functions: starts",
      300,
      "second",
      1,
      "ask for more",
      "https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html",
    ),
    quota(
      "API Gateway: requests of an account",
      10_000,
      "second",
      requests,
      "ask for more",
      "https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html",
    ),
  ].toSorted((one, other) => perDayOf(one) - perDayOf(other));
}

/** Keys that all dossiers share, with the writes of one onboarding to each: entering and leaving it are two. */
export const SHARED_KEYS: readonly { key: string; uses: (path: StraightPath) => number }[] = [
  { key: "openTasks: mails that are not sent yet", uses: ({ mails }) => 2 * mails },
  { key: "LINES#CHANGED, LINES#DUE: each line of the overview", uses: () => 2 * 13 },
  { key: `due: one of ${DUE_SHARDS} shards`, uses: ({ path }) => path.writeUnits / 6 / DUE_SHARDS },
  { key: "openTasks: the tasks of the LED team", uses: () => 2 * 4 },
  { key: "byStage: one of the stages", uses: () => 2 },
  { key: "COUNTER#<year>: references", uses: () => 1 },
  { key: "PUBLISHED: signed protocols", uses: () => 1 },
];

export const perDayOfKey = (uses: number): number => Math.floor((UNITS_OF_A_KEY * WORKING_SECONDS) / uses);

export type Load = { onboardings: number; sweepers: number; mailsASecond: number };
/** Minutes: the longest wait of any work, and from the end of the working day until no work waited. */
export type Simulated = { sweepWaits: number; sweepDone: number; mailWaits: number; mailDone: number };

const STEP = 10;
const SWEEP_EVERY = 300;
const SWEEP_LASTS = 240;
/** After three days, the work never ends. */
const END = 3 * 86_400;

/**
 * A working day on virtual time, in steps of ten seconds: acts come evenly, each makes something due and mails. Sweeps
 * start every five minutes and last four at most; mails leave at the rate of SES, and wait beyond it.
 */
export function simulate({ onboardings, sweepers, mailsASecond }: Load, path: StraightPath): Simulated {
  const arriving = onboardings / WORKING_SECONDS;
  const due = queue(arriving * path.followUp.calls * SECONDS_OF_A_CALL * STEP);
  const mails = queue(arriving * path.mails * STEP);
  for (let at = 0; at < END; at += STEP) {
    const isSweeping = at % SWEEP_EVERY < SWEEP_LASTS;
    due.step(at, isSweeping ? sweepers * STEP : 0);
    mails.step(at, mailsASecond * STEP);
  }
  const [ofSweep, ofMails] = [due.result(), mails.result()];
  return {
    sweepWaits: ofSweep.waits,
    sweepDone: ofSweep.done,
    mailWaits: ofMails.waits,
    mailDone: ofMails.done,
  };
}

/** First in, first out. `comes`: work that comes in a step of the working day. */
function queue(comes: number) {
  let come = 0;
  let done = 0;
  let waits = 0;
  let emptyAt = 0;
  return {
    step(at: number, capacity: number): void {
      if (at < WORKING_SECONDS) come += comes;
      done = Math.min(come, done + capacity);
      // The work that is done now came when this much work had come.
      const cameAt = comes === 0 ? at : (done / comes) * STEP;
      if (done < come || at < WORKING_SECONDS) {
        waits = Math.max(waits, at + STEP - cameAt);
        emptyAt = at;
      }
    },
    result: () => ({
      waits: Math.round(waits / 60),
      done: Math.round(Math.max(0, emptyAt + STEP - WORKING_SECONDS) / 60),
    }),
  };
}
