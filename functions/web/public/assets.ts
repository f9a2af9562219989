import { gzipSync } from "node:zlib";
import type { Hono } from "hono";
import { ASSETS } from "../ui/assets.ts";

const YEAR = 365 * 24 * 60 * 60;

/** Serves the stylesheet, the script and the favicon, compressed where the browser accepts it: the gateway does not compress. */
export function assetRoutes(app: Hono) {
  app.get("/assets/:file{(style-[0-9a-f]+\\.css|script-[0-9a-f]+\\.js|favicon-[0-9a-f]+\\.svg)}", (c) => {
    const name = c.req.param("file").split("-")[0];
    const { content, type } =
      name === "style" ? ASSETS.style : name === "script" ? ASSETS.script : ASSETS.favicon;
    c.header("content-type", type);
    c.header("cache-control", `public, max-age=${YEAR}, immutable`);
    c.header("vary", "accept-encoding");
    if (!/\bgzip\b/.test(c.req.header("accept-encoding") ?? "")) return c.body(content);
    c.header("content-encoding", "gzip");
    return c.body(Uint8Array.from(gzipSync(content)).buffer);
  });
}
