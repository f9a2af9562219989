import { describe, expect, it } from "vitest";
import { keyOf } from "../../functions/web/api/operation.ts";
import { OPERATIONS } from "../../functions/web/api/operations.ts";
import { PUBLIC_PERMISSIONS } from "../../functions/web/http/permissions.ts";
import { ADMIN_PERMISSIONS } from "./permissions.ts";
import { openTestTable } from "../adapters/database.ts";
import type { Page } from "../journey/browser.ts";
import { callApi, type Ids, TEAM } from "./given.ts";
import { type Act, ACTS, NO_ACTS } from "./posts.ts";
import { openSite, type TestSite } from "./site.ts";
import { Visitor } from "./visitor.ts";
import { worldOf } from "./world.ts";

/* Design, rule 2: three identical posts, two of them concurrent, have the same result as one. */
type Post = () => Promise<Page>;
type Prepare = (site: TestSite, act: Act, ids: Ids) => Promise<Post>;

const filledIn = (path: string, ids: Ids) =>
  path.replace(/:(\w+)/g, (_all, name: string) => ids[name] ?? name);

/** A value such as ":dossier" stands for that id. */
const bodyOf = ({ body }: NonNullable<Act["api"]>, ids: Ids) =>
  body &&
  Object.fromEntries(
    Object.entries(body).map(([name, value]: [string, unknown]) => [
      name,
      typeof value === "string" && value.startsWith(":") ? ids[value.slice(1)] : value,
    ]),
  );

const onPage: Prepare = async (site, { page }, ids) => {
  if (!page) throw new Error("no page");
  const { route, at, values = {}, button, who, has } = page;
  const person = who ? new Visitor(site.publicApp) : await site.staff("led-team");
  const target = new RegExp(`${route.replace("POST ", "").replace(/:\w+/g, "[^/]+")}$`);
  const opened = await person.open(filledIn(at, ids));
  const reference = (await site.acts.dossiers.find(ids["id"] ?? ""))?.reference ?? "";
  const form = opened.forms().find((one) => {
    const leads = button === undefined || one.element.textContent.includes(button);
    return (
      leads && target.test(one.actionOf(button).pathname) && (has === undefined || one.has("outcome", has))
    );
  });
  if (!form) throw new Error(`no form to ${route} on "${opened.title}": ${opened.text.slice(0, 300)}`);
  const filled = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map((one) => filledIn(one, ids)) : value,
    ]),
  );
  const all = { ...filled, ...(form.has("reference") ? { reference } : {}) };
  return () => person.submit(form, all, button);
};
const byApi: Prepare = async (site, { api }, ids) => {
  if (!api) throw new Error("no operation");
  return () => callApi(site, filledIn(api.path, ids), bodyOf(api, ids), "one-key");
};

const withoutKey: Prepare = async (site, { api }, ids) => {
  if (!api) throw new Error("no operation");
  return () => callApi(site, filledIn(api.path, ids), bodyOf(api, ids), "");
};

/** Whether the API needs a key for it. */
const makes = ({ api }: Act) => OPERATIONS.some((one) => one.makes && keyOf(one) === api?.route);

/** What there is before, after one post, or after three of the same. */
async function played(
  act: Act,
  prepare: Prepare,
  posts: number,
): Promise<{ world: string[]; answers: string[] }> {
  const { table } = await openTestTable("memory");
  const site = openSite(table);
  site.tokens.set("team", TEAM);
  const post = await prepare(site, act, await act.given(site));
  const atOnce = await Promise.all(Array.from({ length: Math.min(posts, 2) }, post));
  const pages = [...atOnce, ...(posts > 2 ? [await post()] : [])];
  const answers = pages.map(({ status, headers, html }) =>
    [status, headers.get("location")?.split("?")[0], prepare === byApi && makes(act) ? html : ""].join(" "),
  );
  return { world: await worldOf(table, site), answers };
}

/** `said`: whether all get the answer of the first, or the first alone. */
async function isOnce(act: Act, prepare: Prepare, said: "all" | "first" = "all") {
  const [none, once, thrice] = [
    await played(act, prepare, 0),
    await played(act, prepare, 1),
    await played(act, prepare, 3),
  ];

  expect(once.answers[0]).toMatch(/^(200|201|204|303)/);
  expect(once.world).not.toEqual(none.world);
  expect(thrice.world).toEqual(once.world);
  if (said === "all") expect(new Set(thrice.answers).size).toBe(1);
}

const having = (kind: "page" | "api") => Object.entries(ACTS).filter(([, act]) => act[kind]);

describe("posted three times on a page, twice concurrently, it takes effect once:", () => {
  it.each(having("page"))("%s", (_name, act) => isOnce(act, onPage));
});

describe("called three times without a key, where none is needed, its second and third change nothing:", () => {
  const needNone = having("api").filter(([, act]) => !makes(act));

  it.each(needNone)("%s", (_name, act) => isOnce(act, withoutKey, "first"));
});

describe("called three times with the same key, twice concurrently, it takes effect once:", () => {
  it.each(having("api"))("%s", (_name, act) => isOnce(act, byApi));
});

it("every route with a post is tested", () => {
  const posts = Object.keys({ ...PUBLIC_PERMISSIONS, ...ADMIN_PERMISSIONS }).filter((route) =>
    route.startsWith("POST"),
  );
  const tried = Object.values(ACTS).flatMap(({ page, api }) => [
    ...(page ? [page.route] : []),
    ...(api ? [api.route.replace("POST ", "POST /api/admin/v1")] : []),
  ]);

  expect([...tried, ...NO_ACTS].sort()).toEqual(posts.sort());
});
