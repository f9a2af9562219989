import type { Effect } from "../../local/gateway/faults.ts";

/** As often as the AWS SDK makes a call: what fails so often comes out of it as an error. */
const ATTEMPTS = 3;
/** Real milliseconds: longer than what else is under way at the same moment takes. */
const SLOW_MS = 400;

type Refusal = { error: string; status: number };

/** What each service says when there are too many calls, and when it fails itself. */
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

/** Kinds of trouble: what happens to a call of a service. `outlasts`: also to each attempt that the SDK makes after it. */
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

/** Calls that no SDK makes: of a browser, and of AWS itself. */
const MADE_ONCE = ["PostObject", "Invoke"];

export function effectOf(kind: Kind, service: string, operation: string): Effect & { times: number } {
  const { effect, outlasts } = TROUBLE[kind];
  return { ...effect(service), times: outlasts && !MADE_ONCE.includes(operation) ? ATTEMPTS : 1 };
}

/** What a kind does to the function that makes the call: the SDK overcomes it, it gets an error, or it ends under way. */
export type Failure = "overcome" | "fails call" | "ends function";

export function failureOf(kind: Kind): Failure {
  const { outlasts, effect } = TROUBLE[kind];
  const effects = effect("lambda");
  if ("crash" in effects || "timeout" in effects) return "ends function";
  return outlasts ? "fails call" : "overcome";
}

/** Kinds that take effect and lose the answer, so that a send that they strike may be made again. */
export const LOSES_ANSWER: readonly Kind[] = [
  "500 once done",
  "answer lost",
  "answers lost",
  "timed out, done",
  "killed once done",
];
