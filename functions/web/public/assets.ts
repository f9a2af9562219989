import type { Hono } from "hono";
import { STYLESHEET } from "../ui/stylesheet.ts";

const YEAR = 365 * 24 * 60 * 60;

/** Serves the stylesheet, the only asset of a page. */
export function assetRoutes(app: Hono) {
  app.get("/assets/:file{style-[0-9a-f]+\\.css}", (c) =>
    c.body(STYLESHEET, 200, {
      "content-type": "text/css; charset=utf-8",
      "cache-control": `public, max-age=${YEAR}, immutable`,
    }),
  );
}
