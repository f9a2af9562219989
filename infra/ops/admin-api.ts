import { randomUUID } from "node:crypto";
import * as z from "zod";
import { BASE } from "../../functions/web/api/operation.ts";
import { Failure } from "./failure.ts";

export type AdminApi = {
  get(path: string, query?: Record<string, string | undefined>): Promise<unknown>;
  post(path: string, body?: object): Promise<unknown>;
  /** Items of every page of a list. */
  list(path: string, query?: Record<string, string | undefined>): Promise<Item[]>;
  /** The file to which an operation redirects. */
  file(path: string): Promise<Buffer>;
};
export type Item = Record<string, unknown>;

const Page = z.object({ items: z.array(z.record(z.string(), z.unknown())), next: z.string().optional() });
const Problem = z.looseObject({
  title: z.string().optional(),
  detail: z.string().optional(),
  errors: z.array(z.looseObject({ rule: z.string().optional(), message: z.string() })).default([]),
});

/** In milliseconds: API Gateway gives up after 29 seconds. */
const PATIENCE = 35_000;

/** The admin API of a site, with the rights of the owner of the token. `site` has no trailing slash. */
export function openAdminApi(site: string, tokenOf: () => Promise<string>): AdminApi {
  const call = async (method: string, path: string, body?: object): Promise<Response> => {
    const answer = await reach(`${site}${BASE}${path}`, {
      method,
      redirect: "manual",
      headers: {
        authorization: `Bearer ${await tokenOf()}`,
        accept: "application/json",
        ...(method === "POST" && { "idempotency-key": randomUUID(), "content-type": "application/json" }),
      },
      ...(method === "POST" && { body: JSON.stringify(body ?? {}) }),
    });
    if (answer.status >= 400) throw failureOf(answer.status, await answer.text());
    return answer;
  };
  const json = async (answer: Response): Promise<unknown> => {
    const text = await answer.text();
    return text === "" ? undefined : (JSON.parse(text) as unknown);
  };
  const get: AdminApi["get"] = async (path, query = {}) => json(await call("GET", withQuery(path, query)));
  return {
    get,
    post: async (path, body) => json(await call("POST", path, body)),
    list: async (path, query) => {
      const items: Item[] = [];
      let next: string | undefined;
      do {
        const page = Page.parse(await get(path, { ...query, next }));
        items.push(...page.items);
        next = page.next;
      } while (next !== undefined);
      return items;
    },
    file: async (path) => {
      const location = (await call("GET", path)).headers.get("location");
      if (location === null) throw new Failure("refused", "There is no file.");
      const file = await reach(location, {});
      if (!file.ok) throw new Failure("unavailable", `The file could not be read: status ${file.status}.`);
      return Buffer.from(await file.arrayBuffer());
    },
  };
}

async function reach(address: string, init: RequestInit): Promise<Response> {
  if (!URL.canParse(address)) throw new Failure("usage", "Set LED_URL to the address of the site.");
  try {
    return await fetch(address, { ...init, signal: AbortSignal.timeout(PATIENCE) });
  } catch (error) {
    throw new Failure("unavailable", `${new URL(address).origin} does not answer.`, error);
  }
}

function withQuery(path: string, query: Record<string, string | undefined>): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`;
}

function failureOf(status: number, text: string): Failure {
  const { title, detail, errors } = problemIn(text);
  const reasons = errors.map(({ rule, message }) => (rule === undefined ? message : `${rule}: ${message}`));
  // A reason that is the title as well is told once, with its rule.
  const heading = errors.some(({ message }) => message === title) ? undefined : title;
  const told = [heading, ...reasons, detail].filter(Boolean);
  const message = told.length > 0 ? told.join(" ") : `The site answered ${status}.`;
  if (status === 401 || status === 403) return new Failure("forbidden", message);
  return new Failure(status >= 500 || status === 429 ? "unavailable" : "refused", message);
}

function problemIn(text: string): z.infer<typeof Problem> {
  try {
    return Problem.parse(JSON.parse(text));
  } catch {
    return { errors: [] };
  }
}
