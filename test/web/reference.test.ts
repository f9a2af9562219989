import { expect, it } from "vitest";
import { OPERATIONS } from "../../functions/web/api/operations.ts";
import { openMemoryTable } from "../fakes/memory-table.ts";
import { openSite } from "./site.ts";
import { Visitor } from "./visitor.ts";

const site = openSite(openMemoryTable());

it("the address of the API leads to a page for signed-in people, with every operation and no script but that of the site", async () => {
  const dpo = await site.staff("led-dpo");
  const page = await dpo.open("/api/admin/v1");
  const root = await dpo.follow(page);
  const shown = [...root.html.matchAll(/<summary><code>([A-Z]+ [^<]+)</g)].map(([, one]) => one);

  expect(page.status).toBe(303);
  expect(root.status).toBe(200);
  expect(shown.toSorted()).toEqual(
    OPERATIONS.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, "{$1}")}`).toSorted(),
  );
  expect(root.headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(root.html).not.toMatch(
    /<script(?! type="module" src="\/live\/assets\/script-)|https?:\/\/(?!led\.example|issuer\.example)[^"]*\.(css|js)/,
  );
});

it("each schema that it refers to has its page", async () => {
  const dpo = await site.staff("led-dpo");
  const { html } = await dpo.open("/admin/api");
  const schemas = [
    ...new Set([...html.matchAll(/href="\/live(\/admin\/api\/\w+)"/g)].map(([, to]) => to ?? "")),
  ];

  expect(schemas.length).toBeGreaterThan(20);
  for (const to of schemas) expect((await dpo.open(to)).status, to).toBe(200);
  expect((await dpo.open("/admin/api/Nothing")).status).toBe(404);
  expect((await new Visitor(site.adminApp).open("/admin/api")).status).not.toBe(200);
});
