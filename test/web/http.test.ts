import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { RetryLater } from "../../functions/domain/errors.ts";
import { createPublicApp } from "../../functions/web/public-app.tsx";
import type { PublicDeps } from "../../functions/web/public/public-site.ts";
import { PUBLIC_PERMISSIONS } from "../../functions/web/http/permissions.ts";
import { ASSETS } from "../../functions/web/ui/assets.ts";
import { ADMIN_PERMISSIONS } from "./permissions.ts";
import { openFileTable } from "../adapters/database.ts";
import { CSRF, openSite } from "./site.ts";
import { Visitor } from "./visitor.ts";

const site = openSite(await openFileTable());

type Routed = { routes: { method: string; path: string }[] };
const routesOf = ({ routes }: Routed) =>
  routes.filter(({ method }) => method !== "ALL").map(({ method, path }) => `${method} ${path}`);
const pathOf = (key: string) => key.split(" ")[1]?.replace(/:\w+(\{.*\})?/g, "x") ?? "";
const methodOf = (key: string) => key.split(" ")[0] ?? "";

describe("permissions", () => {
  it("name every route, and no other", () => {
    expect(routesOf(site.publicApp).sort()).toEqual(Object.keys(PUBLIC_PERMISSIONS).sort());
    expect(routesOf(site.adminApp).sort()).toEqual(Object.keys(ADMIN_PERMISSIONS).sort());
  });

  it("keep every page behind a link closed to other secrets", async () => {
    const visitor = new Visitor(site.publicApp);
    const behindLink = Object.entries(PUBLIC_PERMISSIONS).filter(([, who]) => who !== "anyone");

    for (const [key] of behindLink) {
      const init = {
        method: methodOf(key),
        headers: { "content-type": "application/x-www-form-urlencoded" },
      };
      expect([key, (await visitor.open(pathOf(key), init)).status]).toEqual([key, 404]);
    }
  });

  it("require signing in: a page redirects, and a post or the API is refused", async () => {
    const visitor = new Visitor(site.adminApp);
    const closed = Object.entries(ADMIN_PERMISSIONS).filter(([, who]) => who !== "anyone");

    for (const [key] of closed) {
      const page = await visitor.open(pathOf(key), { method: methodOf(key) });
      const isPage = methodOf(key) === "GET" && !key.includes(" /api/");
      expect([key, page.status]).toEqual([key, isPage ? 303 : 401]);
      if (isPage) expect(page.headers.get("location")).toMatch(/^\/live\/admin\/sign-in\?return=%2Fadmin/);
    }
  });

  it("refuse a role that is not named, on the pages and in the API", async () => {
    const official = await site.staff("leading-official");
    site.tokens.set("official", { subject: "s", name: "n", roles: ["leading-official"] });
    const ofTeam = Object.entries(ADMIN_PERMISSIONS).filter(
      ([, who]) => who !== "anyone" && !who.includes("leading-official"),
    );

    for (const [key] of ofTeam) {
      const headers = { authorization: "Bearer official" };
      const page = await official.open(pathOf(key), { method: methodOf(key), headers });
      expect([key, page.status]).toEqual([key, 403]);
    }
  });

  it("a post without the session's token, or from another site, changes nothing", async () => {
    const team = await site.staff("led-team");
    const posts = Object.keys(ADMIN_PERMISSIONS).filter((key) => /^POST \/admin/.test(key));

    for (const key of posts) {
      expect([key, (await team.post(pathOf(key), { csrf: "guessed" })).status]).toEqual([key, 403]);
      for (const headers of [{ "sec-fetch-site": "cross-site" }, { origin: "https://evil.example" }])
        expect([key, (await team.post(pathOf(key), { csrf: CSRF }, headers)).status]).toEqual([key, 403]);
    }
  });
});

describe("every answer", () => {
  it("has the security headers, and personal pages are never cached", async () => {
    const visitor = new Visitor(site.publicApp);
    const pages = [await visitor.open("/"), await visitor.open("/taak/x"), await visitor.open("/nergens")];

    for (const { headers } of pages) {
      expect(headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
    }
    expect(pages[1]?.headers.get("cache-control")).toBe("no-store");
    expect(pages.every(({ html }) => !/javascript:| on\w+=|style="/i.test(html))).toBe(true);
    const scripts = pages.map(({ html }) => html.match(/<script[^>]*>/g));
    expect(new Set(scripts.flat()).size).toBe(1);
  });

  it("has 404 for an unknown path, 405 with the permitted methods for a wrong one, and HEAD like GET", async () => {
    const visitor = new Visitor(site.publicApp);
    const wrong = await visitor.open("/contact", { method: "DELETE" });
    const head = await visitor.open("/contact", { method: "HEAD" });

    expect((await visitor.open("/nergens")).status).toBe(404);
    expect(wrong.status).toBe(405);
    expect(wrong.headers.get("allow")).toBe("GET, HEAD, POST");
    expect([head.status, head.bytes.length]).toEqual([200, 0]);
  });

  it("includes a stylesheet at the address on the page, which may be cached", async () => {
    const visitor = new Visitor(site.publicApp);
    const address = (await visitor.open("/")).root.querySelector("link")?.getAttribute("href") ?? "";
    const styles = await visitor.open(`https://led.example${address}`);

    expect(address).toMatch(/^\/live\/assets\//);
    expect([styles.status, styles.headers.get("content-type")]).toEqual([200, "text/css; charset=utf-8"]);
    expect(styles.headers.get("cache-control")).toContain("immutable");
  });

  it("packs the stylesheet for a browser that can unpack it", async () => {
    const plain = await site.publicApp.request(ASSETS.style.path);
    const headers = { "accept-encoding": "gzip, br" };
    const packed = await site.publicApp.request(ASSETS.style.path, { headers });

    expect([plain.headers.get("content-encoding"), packed.headers.get("content-encoding")]).toEqual([
      null,
      "gzip",
    ]);
    expect(gunzipSync(await packed.arrayBuffer()).toString()).toBe(await plain.text());
  });

  it("has an icon", async () => {
    const icon = (await new Visitor(site.publicApp).open("/")).root.querySelector("link[rel=icon]");
    const answer = await site.publicApp.request(icon?.getAttribute("href") ?? "");

    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "image/svg+xml"]);
  });

  it.each(["https://led.example", "https://led.example/live", "https://www.example/a/led"])(
    "has addresses that start at the base of %s, with or without it in the request",
    async (publicUrl) => {
      const { publicApp } = openSite(site.table, publicUrl);
      const { pathname, origin } = new URL(publicUrl);
      const base = pathname === "/" ? "" : pathname;
      const pages = [`${origin}${base}/contact`, `${origin}/contact`];

      for (const address of pages) {
        const response = await publicApp.request(address);
        const html = await response.text();
        expect(response.status).toBe(200);
        for (const [, path] of html.matchAll(/(?:href|action)="(\/[^"]*)"/g))
          expect(path?.startsWith(`${base}/`)).toBe(true);
      }
    },
  );
});

describe("an error", () => {
  const withLinks = (error: Error) => {
    const links = { find: async () => Promise.reject(error) };
    const deps: PublicDeps = {
      ...site.acts,
      definitions: site.definitions,
      messageTeam: async () => undefined,
      requestContact: async () => ({ status: "mailed" }),
      confirmContact: async () => ({ status: "unknown" }),
      decideTask: async () => ({ status: "unknown" }),
      changePeople: async () => ({ status: "refused", problems: [], reasons: [] }),
      requestLink: async () => ({ status: "done" }),
      pause: async () => undefined,
      addressOf: () => "192.0.2.1",
      links,
    };
    return new Visitor(createPublicApp(deps)).open("/taak/x");
  };

  it("that is transient is 503 with the time to retry", async () => {
    const page = await withLinks(new RetryLater("THROTTLED", { table: "dossiers" }));

    expect([page.status, page.headers.get("retry-after")]).toEqual([503, "10"]);
  });

  it("that is internal is 500 without details", async () => {
    const page = await withLinks(new Error("secret detail"));

    expect(page.status).toBe(500);
    expect(page.html).not.toMatch(/secret detail|at .*\.ts/);
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
  });
});
