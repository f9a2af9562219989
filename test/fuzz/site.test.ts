import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { dossierIdIn } from "../../functions/adapters/dynamodb/keys.ts";
import { taskId } from "../../functions/domain/human-task.ts";
import { PERSON_PARTS, ROLES } from "../../functions/domain/people.ts";
import { PUBLIC_PERMISSIONS } from "../../functions/web/http/permissions.ts";
import { ADMIN_PERMISSIONS } from "../web/permissions.ts";
import { openTestTable, type TestTable } from "../adapters/database.ts";
import { mustBeDescribed } from "../journey/as-described.ts";
import { aDpia, aProtocol, INTAKE } from "../protocol/answers.ts";
import { CSRF, openSite, type TestSite } from "../web/site.ts";
import { MARK } from "./hostile.ts";
import { lostWords } from "./lost-words.ts";
import { type MadeUp, methodOf, requestsFor } from "./requests.ts";
import { openTrouble } from "./trouble.ts";

/** Number of requests per route, and the seed: `FUZZ_RUNS=500 FUZZ_SEED=7 npx vitest run test/fuzz`. */
const RUNS = Number(process.env["FUZZ_RUNS"] ?? 3);
const SEED = Number(process.env["FUZZ_SEED"] ?? 20261123);
/** Milliseconds; more runs take longer. */
const LONG = 60_000 + RUNS * 10_000;
const BASE = "https://led.example/live";
const API = "/api/admin/v1";

type Answer = { status: number; text: string; path: string };

let opened: TestTable;
let site: TestSite;
let trouble: ReturnType<typeof openTrouble>;
let logged = "";
/** Number of answers by status. */
const counts = new Map<number, number>();
const streams = [process.stdout, process.stderr];
const writes = streams.map((stream) => stream.write.bind(stream));

beforeAll(async () => {
  opened = await openTestTable();
  site = openSite(opened.table);
  trouble = openTrouble(site, opened.table);
  site.tokens.set("all", { subject: "staff-1", name: "Lies Team", roles: [...ROLES] });
});
beforeEach(() => {
  logged = "";
  for (const stream of streams)
    stream.write = (chunk: string | Uint8Array) => {
      logged += String(chunk);
      return true;
    };
});
afterEach(() => {
  for (const [place, stream] of streams.entries()) {
    const own = writes[place];
    if (own) stream.write = own;
  }
});
afterAll(() => opened.database.stop());

/** A dossier with the task of the request, and the values for addresses. */
async function given({
  kind,
  isSignedIn,
}: MadeUp): Promise<{ parts: Record<string, string>; headers: Record<string, string> }> {
  const { audience, stage } = site.definitions[kind];
  const facts = { intake: INTAKE, dpia: aDpia(), protocol: aProtocol() };
  const dossier = await site.given({ stage, ...facts }, { kind, audience, stage, about: "SubmitIntake-1-1" });
  const target = { kind: "task", dossierId: dossier.id, taskId: `${kind}-1-1` } as const;
  const secret = await site.link(target, audience === "signatory" ? "person-signatory" : "person-contact");
  // A separate person: signing out everywhere ends all sessions of one.
  const person = { subject: `staff-${dossier.id}`, name: "Lies Team", roles: [...ROLES] };
  const session = await site.acts.sessions.start({
    ...person,
    csrf: CSRF,
    expiresAt: "2027-11-23T09:00:00.000Z",
  });
  const part = PERSON_PARTS[dossier.id.length % PERSON_PARTS.length] ?? "contact";
  return {
    parts: {
      id: dossier.id,
      taskId: `${kind}-1-1`,
      secret,
      part,
      documentId: "01J0000000",
      file: "style-0.css",
    },
    headers: isSignedIn
      ? { cookie: `session=${session}`, authorization: "Bearer all" }
      : { authorization: "Bearer x" },
  };
}

function addressOf(route: string, made: MadeUp, parts: Record<string, string>): string {
  let place = 0;
  const path = (route.split(" ")[1] ?? "").replace(/:(\w+)(?:\{[^/]*\})?/g, (_all, name: string) => {
    const part = made.parts[place++];
    return part ?? parts[name] ?? "x";
  });
  const query = new URLSearchParams(made.query).toString();
  return BASE + path + (query === "" ? "" : `?${query}`);
}

async function ask(route: string, made: MadeUp): Promise<Answer> {
  const { parts, headers } = await given(made);
  const app = /^\w+ \/(admin|api)/.test(route) ? site.adminApp : site.publicApp;
  const address = addressOf(route, made, parts);
  const { method, body } = made;
  return trouble.during(made.trouble, async () => {
    const response = await app.request(address, {
      method,
      headers: { ...made.headers, ...headers, ...(body?.type ? { "content-type": body.type } : {}) },
      body: ["GET", "HEAD"].includes(method) ? undefined : body?.bytes,
    });
    return { status: response.status, text: await response.text(), path: address.slice(BASE.length) };
  });
}

/** Properties that every answer must have. */
function judge(route: string, made: MadeUp, { status, text, path }: Answer): void {
  const allowed = status < 500 || (status === 503 && made.trouble !== undefined);
  counts.set(status, (counts.get(status) ?? 0) + 1);
  if (!allowed) throw new Error(`${route} answered ${status}: ${logged.slice(-2000)}`);
  if (logged.includes(MARK)) throw new Error(`${route} logged what was typed: ${logged.slice(-2000)}`);
  if (/<script(?! type="module" src="[^"]*\/assets\/script-)/i.test(text))
    throw new Error(`${route} told a script`);
  const isOwnMethod = made.method === methodOf(route);
  if (!isOwnMethod && made.method !== "HEAD" && status < 400)
    throw new Error(`${route} served ${made.method} with ${status}`);
  const lost = status >= 400 && isOwnMethod ? lostWords(made, status, text) : [];
  if (lost.length > 0) throw new Error(`${route} answered ${status} and lost ${lost.join(", ")}: ${text}`);
  const isWhole = made.parts.every((part) => part === undefined);
  if (path.startsWith(API) && isWhole && isOwnMethod)
    mustBeDescribed({ method: made.method, path: path.slice(API.length), status, text });
}

describe.each([
  ["the public site", Object.keys(PUBLIC_PERMISSIONS)],
  ["the admin site and its API", Object.keys(ADMIN_PERMISSIONS)],
])("%s answers every request", (_site, routes) => {
  it.each(routes.map((route, place) => [route, place] as const))(
    "%s",
    async (route, place) => {
      const property = fc.asyncProperty(requestsFor(route), async (made) =>
        judge(route, made, await ask(route, made)),
      );

      await fc.assert(property, { numRuns: RUNS, seed: SEED + place });
    },
    LONG,
  );
});

const Keys = z.object({ pk: z.string(), sk: z.string() });

it("every kind of answer occurred, and most valid requests succeeded", () => {
  const done =
    (counts.get(200) ?? 0) + (counts.get(201) ?? 0) + (counts.get(204) ?? 0) + (counts.get(303) ?? 0);
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);

  for (const status of [200, 201, 303, 400, 401, 404, 405, 409, 415, 422, 503])
    expect(counts.get(status) ?? 0, `answers ${status}`).toBeGreaterThan(0);
  expect(done / all).toBeGreaterThan(0.2);
  expect(trouble.struck.get("table")).toBeGreaterThan(0);
});

it(
  "all stored items can be read, and belong to a dossier",
  async () => {
    const ids = new Set<string>();
    let start: Record<string, unknown> | undefined;
    do {
      const page = await opened.table.client.send(
        new ScanCommand({ TableName: opened.table.name, ExclusiveStartKey: start }),
      );
      for (const item of page.Items ?? []) {
        const { pk, sk } = Keys.parse(item);
        // The confirmation mail of a contact form is stored under the form's id, before there is a dossier.
        if (pk.startsWith("DOSSIER#") && !sk.startsWith("MAIL#")) ids.add(dossierIdIn(pk));
      }
      start = page.LastEvaluatedKey;
    } while (start);

    const isThere = async (id: string): Promise<boolean> => {
      const whole = await site.acts.dossiers.findWhole(id);
      const [task] = whole?.tasks ?? [];
      if (task) await site.acts.tasks.findDraft(id, taskId(task));
      return (whole ?? (await site.acts.tombstones.find(id))) !== undefined;
    };
    const orphans: string[] = [];
    for (const id of ids) if (!(await isThere(id))) orphans.push(id);
    expect(ids.size).toBeGreaterThan(100);
    expect(orphans).toEqual([]);
  },
  LONG,
);
