import fc from "fast-check";
import { TASK_KINDS, type TaskKind } from "../../functions/domain/process.ts";
import { bodyOf, queryNamesOf } from "./from-schema.ts";
import { type Entries, otherForm, taskForm } from "./forms.ts";
import { someTrouble, type Trouble } from "./trouble.ts";
import { hostileJson, hostilePart, hostileText, mostly } from "./hostile.ts";

/** A generated request for a route; undefined path parameters get real values. */
export type MadeUp = {
  kind: TaskKind;
  parts: (string | undefined)[];
  query: [string, string][];
  headers: Record<string, string>;
  body: { type: string; bytes: Uint8Array<ArrayBuffer> } | undefined;
  isSignedIn: boolean;
  /** The method of the route, or one that it does not serve. */
  method: string;
  /** The service that fails during the request; mostly none. */
  trouble: Trouble | undefined;
};

const FORM = "application/x-www-form-urlencoded";
const JSON_TYPE = "application/json";
const API = "/api/admin/v1";
const bytesOf = (text: string) => new Uint8Array(new TextEncoder().encode(text));

const asForm = (entries: Entries) => ({
  type: FORM,
  bytes: bytesOf(new URLSearchParams([["csrf", "csrf-of-session"], ...entries]).toString()),
});
const asJson = (value: unknown) => ({ type: JSON_TYPE, bytes: bytesOf(JSON.stringify(value) ?? "") });

/** Bodies that are neither a form nor JSON. */
const garbage = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(FORM, JSON_TYPE, "text/plain", "multipart/form-data; boundary=x", "", "x"),
      fc.uint8Array({ maxLength: 300 }),
    )
    .map(([type, bytes]) => ({ type, bytes: new Uint8Array(bytes) })),
  fc.constant({ type: FORM, bytes: new Uint8Array(150 * 1024).fill(0xff) }),
  fc.constant({ type: FORM, bytes: bytesOf(`reason=${"%FF".repeat(60_000)}&csrf=csrf-of-session`) }),
  fc.constant({ type: JSON_TYPE, bytes: bytesOf(`{"text":${"[".repeat(20_000)}${"]".repeat(20_000)}}`) }),
  fc.constant({
    type: JSON_TYPE,
    bytes: bytesOf('{"text":"\\ud800","reason":"\\ud800","fields":{"reason":"\\udfff"}}'),
  }),
  fc.constant({ type: FORM, bytes: bytesOf("x".repeat(300 * 1024)) }),
  fc.constant({ type: `${FORM}; charset=utf-16`, bytes: bytesOf("reason=x") }),
  fc.constant(undefined),
);

function bodyFor(route: string, kind: TaskKind): fc.Arbitrary<MadeUp["body"]> {
  if (route.startsWith("GET")) return fc.constant(undefined);
  const body = bodyOf(route.replace(API, ""));
  if (route.includes(API))
    return mostly<MadeUp["body"]>(
      body?.map(asJson) ?? fc.constant(undefined),
      fc.oneof(hostileJson.map(asJson), garbage),
    );
  const isOfTask = /taak|tasks/.test(route);
  return mostly<MadeUp["body"]>((isOfTask ? taskForm(kind) : otherForm).map(asForm), garbage);
}

const OTHER_METHODS = ["PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "PROPFIND"];
export const methodOf = (route: string): string => route.split(" ")[0] ?? "GET";

/** Content types that programs send with a valid body. */
const ODD_TYPES = [
  `${FORM}; charset=utf-16`,
  `${FORM.toUpperCase()} ; x`,
  `${FORM},text/plain`,
  `${JSON_TYPE}; charset=latin1`,
  "application/problem+json",
  "multipart/form-data",
  "text/plain",
  "x;=;;",
  "",
];
const oddlyTyped = (body: fc.Arbitrary<MadeUp["body"]>): fc.Arbitrary<MadeUp["body"]> =>
  fc
    .tuple(body, mostly(fc.constant(undefined), fc.constantFrom(...ODD_TYPES)))
    .map(([made, type]) => (made && type !== undefined ? { ...made, type } : made));

const QUERY_NAMES = [
  "stage",
  "next",
  "search",
  "audience",
  "show",
  "return",
  "reference",
  "enterpriseNumber",
  "role",
  "notice",
  "ontwerp",
  "state",
  "code",
];
const QUERY_VALUES = fc.oneof(
  hostileText.map((text) => text.toWellFormed()),
  fc.constantFrom(
    "INTAKE",
    "led-team",
    "mine",
    "LED-2026-00042",
    "0999999922",
    "eyJwayI6IngifQ",
    "eyJwayI6IngiLCJzayI6IiJ9",
    "/admin/x",
  ),
);

const queryWith = (names: string[]): fc.Arbitrary<MadeUp["query"]> =>
  names.length === 0
    ? fc.constant([])
    : fc.array(fc.tuple(fc.constantFrom(...names), QUERY_VALUES), { maxLength: 2 });
/** The API refuses a name that it does not describe, so mostly it gets its own. */
const queryFor = (route: string): fc.Arbitrary<MadeUp["query"]> =>
  route.includes(API)
    ? mostly(queryWith(queryNamesOf(route.replace(API, ""))), queryWith(QUERY_NAMES))
    : queryWith(QUERY_NAMES);

const HEADERS = fc
  .record({
    accept: fc.constantFrom("text/html", "application/json", "*/*", "x"),
    "sec-fetch-site": mostly(fc.constant("same-origin"), fc.constantFrom("cross-site", "none", "x")),
    "idempotency-key": mostly(fc.uuid(), fc.constantFrom("", "x", "x".repeat(201))),
    cookie: fc.constantFrom("", "sign-in=eyJ4Ijo", "upload=x; x", "=;;=", "__Host-x=%"),
    "content-length": mostly(fc.constant(""), fc.constantFrom("999999999", "-1", "x")),
  })
  .map((headers) => Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== "")));

/**
 * Requests for a route, such as "POST /taak/:secret": mostly as its pages and description have them, occasionally not.
 */
export const requestsFor = (route: string): fc.Arbitrary<MadeUp> =>
  fc.constantFrom(...TASK_KINDS).chain((kind) =>
    fc.record({
      kind: fc.constant(kind),
      parts: fc.array(mostly<string | undefined>(fc.constant(undefined), hostilePart), {
        minLength: 3,
        maxLength: 3,
      }),
      query: queryFor(route),
      headers: HEADERS,
      body: oddlyTyped(bodyFor(route, kind)),
      isSignedIn: mostly(fc.constant(true), fc.constant(false)),
      method: mostly(fc.constant(methodOf(route)), fc.constantFrom(...OTHER_METHODS)),
      trouble: fc.oneof(
        { weight: 7, arbitrary: fc.constant(undefined) },
        { weight: 3, arbitrary: someTrouble },
      ),
    }),
  );
