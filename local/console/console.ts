import type { RequestListener } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import type { Cloud } from "../cloud/cloud.ts";
import { composePage, newDraft, replyTo, send, sentPage } from "./compose.ts";
import { executionPage } from "./execution-page.ts";
import { functionPage } from "./function-page.ts";
import { galleryPage, mailboxPage, mailPage } from "./mail-pages.ts";
import { overviewPage, STEPS } from "./overview.ts";
import { type Markup, page } from "./page.ts";

/** The console for developers: running parts, mails, failures and the clock. Pages without scripts. */
export function createConsole(cloud: Cloud): RequestListener {
  const app = new Hono();
  app.use(async (c, next) => {
    if (isForeign(c, cloud)) return c.text("The console answers its own pages only.", 403);
    return next();
  });
  app.get("/", async (c) => c.html(await overviewPage(cloud)));
  app.get("/health", (c) => c.json({ running: cloud.url }));
  app.post("/clock", async (c) => {
    const chosen = (await c.req.formData()).get("step");
    const step = typeof chosen === "string" ? STEPS.get(chosen) : undefined;
    if (step === undefined) return c.text("No such step", 400);
    await cloud.advance(step);
    return c.redirect("/", 303);
  });
  app.get("/executions/:arn", async (c) => orNotFound(c, await executionPage(cloud, c.req.param("arn"))));
  app.get("/functions/:name", (c) => orNotFound(c, functionPage(cloud, c.req.param("name"))));
  addMailbox(app, cloud);
  addCompose(app, cloud);
  const listen = getRequestListener(app.fetch);
  return (request, response) => void listen(request, response);
}

const mailOf = async (c: Context, cloud: Cloud) =>
  (await cloud.mailbox()).find(({ id }) => id === c.req.param("id"));

function addMailbox(app: Hono, cloud: Cloud): void {
  const find = (c: Context) => mailOf(c, cloud);
  app.get("/mailbox", async (c) => c.html(await mailboxPage(cloud)));
  app.get("/gallery", async (c) => c.html(await galleryPage(cloud)));
  app.get("/mailbox/:id", async (c) => {
    const mail = await find(c);
    return orNotFound(c, mail && mailPage(mail));
  });
  app.get("/mailbox/:id/html", async (c) => {
    const mail = await find(c);
    c.header(
      "content-security-policy",
      "script-src 'none'; sandbox allow-popups allow-popups-to-escape-sandbox",
    );
    return c.html(`<base target="_blank" />${mail?.html ?? ""}`, mail ? 200 : 404);
  });
  app.get("/mailbox/:id/raw", async (c) => {
    const mail = await find(c);
    return c.body(mail?.raw ?? "", mail ? 200 : 404, { "content-type": "message/rfc822" });
  });
  app.get("/mailbox/:id/attachments/:index", async (c) => {
    const attachment = (await find(c))?.attachments[Number(c.req.param("index"))];
    const name = encodeURIComponent(attachment?.fileName ?? "");
    return c.body(new Uint8Array(attachment?.content ?? []), attachment ? 200 : 404, {
      "content-type": attachment?.type ?? "text/plain",
      "content-disposition": `attachment; filename*=UTF-8''${name}`,
    });
  });
}

function addCompose(app: Hono, cloud: Cloud): void {
  app.get("/compose", (c) => c.html(composePage(cloud, newDraft(cloud))));
  app.get("/mailbox/:id/reply", async (c) => {
    const mail = await mailOf(c, cloud);
    return orNotFound(c, mail && composePage(cloud, replyTo(mail)));
  });
  app.post("/mailbox/send", async (c) => {
    const { draft, problem } = await send(cloud, await c.req.formData());
    return problem === undefined
      ? c.html(sentPage(draft.to))
      : c.html(composePage(cloud, draft, problem), 422);
  });
}

const orNotFound = (c: Context, content: Markup | undefined) =>
  content === undefined
    ? c.html(page("Not found", html`<p>There is nothing at this address.</p>`), 404)
    : c.html(content);

/** Prevents another site from reading the console through its own domain name, and from posting to it. */
function isForeign(c: Context, { consoleUrl }: Cloud): boolean {
  const host = c.req.header("host") ?? "";
  const origin = c.req.header("origin");
  const { port } = new URL(consoleUrl);
  const names = [`127.0.0.1:${port}`, `localhost:${port}`];
  return (
    !names.includes(host) || (origin !== undefined && !names.some((name) => origin === `http://${name}`))
  );
}
