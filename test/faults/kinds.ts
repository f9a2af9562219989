import type { Effect } from "../../local/gateway/faults.ts";

/** Number of attempts of the AWS SDK: a call that fails this often fails with an error. */
const ATTEMPTS = 3;
/** Real milliseconds: longer than concurrent work takes. */
const SLOW_MS = 400;

type Refusal = { error: string; status: number };

/** Errors of each service for throttling and for an internal failure. */
const WORDS: Record<string, { throttled: Refusal; failed: Refusal }> = {
  dynamodb: {
    throttled: { error: "ThrottlingException", status: 400 },
    failed: { error: "InternalServerError", status: 500 },
  },
  s3: { throttled: { error: "SlowDown", status: 503 }, failed: { error: "InternalError", status: 500 } },
  ses: { throttled: { error: "Throttling", status: 400 }, failed: { error: "InternalFailure", status: 500 } },
  states: {
    throttled: { error: "ThrottlingException", status: 400 },
    failed: { error: "InternalServerError", status: 500 },
  },
  secretsmanager: {
    throttled: { error: "ThrottlingException", status: 400 },
    failed: { error: "InternalServiceError", status: 500 },
  },
  lambda: {
    throttled: { error: "TooManyRequestsException", status: 429 },
    failed: { error: "ServiceException", status: 500 },
  },
};

const wordsOf = (service: string) => {
  const words = WORDS[service];
  if (!words) throw new Error(`no words for ${service}`);
  return words;
};

/** Kinds of fault of a call. `outlasts`: also hits the SDK's later attempts. */
const TROUBLE = {
  throttled: { effect: (service) => wordsOf(service).throttled, outlasts: true },
  "answered 500": { effect: (service) => wordsOf(service).failed, outlasts: true },
  "500 once done": {
    effect: (service) => ({ ...wordsOf(service).failed, moment: "after" }),
    outlasts: false,
  },
  reset: { effect: () => ({ reset: "before" }), outlasts: true },
  "answer lost": { effect: () => ({ reset: "after" }), outlasts: false },
  "answers lost": { effect: () => ({ reset: "after" }), outlasts: true },
  "timed out": { effect: () => ({ timeout: "before" }), outlasts: false },
  "timed out, done": { effect: () => ({ timeout: "after" }), outlasts: false },
  slowed: { effect: () => ({ latencyMs: SLOW_MS }), outlasts: false },
  killed: { effect: () => ({ crash: "before" }), outlasts: false },
  "killed once done": { effect: () => ({ crash: "after" }), outlasts: false },
} as const satisfies Record<string, { effect: (service: string) => Effect; outlasts: boolean }>;

export type Kind = keyof typeof TROUBLE;
const isKind = (name: string): name is Kind => Object.hasOwn(TROUBLE, name);
export const KINDS: readonly Kind[] = Object.keys(TROUBLE).filter(isKind);

/** Calls without retries: from a browser, and from AWS itself. */
const MADE_ONCE = ["PostObject", "Invoke"];

export function effectOf(kind: Kind, service: string, operation: string): Effect & { times: number } {
  const { effect, outlasts } = TROUBLE[kind];
  return { ...effect(service), times: outlasts && !MADE_ONCE.includes(operation) ? ATTEMPTS : 1 };
}

/** The effect on the calling function: the SDK overcomes it, the call fails, or the function ends. */
export type Failure = "overcome" | "fails call" | "ends function";

export function failureOf(kind: Kind): Failure {
  const { outlasts, effect } = TROUBLE[kind];
  const effects = effect("lambda");
  if ("crash" in effects || "timeout" in effects) return "ends function";
  return outlasts ? "fails call" : "overcome";
}

/** Kinds that take effect and lose the answer, so that a mail may be sent again. */
export const LOSES_ANSWER: readonly Kind[] = [
  "500 once done",
  "answer lost",
  "answers lost",
  "timed out, done",
  "killed once done",
];
