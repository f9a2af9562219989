import type { Context } from "hono";
import { decodeTime, isValid } from "ulid";
import { CHECK_MINUTES, type FileRefusal } from "../../domain/documents.ts";
import { bytesOf } from "../../protocol/write-protocol.ts";
import { lookUntil } from "../http/look-until.ts";
import { Refusal } from "../http/refusals.ts";
import { allowFormsTo } from "../http/security-headers.ts";
import { asFile } from "../http/file-answers.ts";
import type { AdminApp, AdminEnv, AdminSite } from "../team/admin-site.ts";
import { readOwnForm } from "./guard.tsx";
import { BeingChecked, CheckedPage, TemplatePage, UploadPage } from "./template-pages.tsx";
import { templateTexts } from "./template-texts.nl.ts";

const texts = templateTexts;
/** It takes long to load, and few visits need it. */
const checking = () => import("../../protocol/check-template.ts");
/** How long a template may be on its way: its form is valid for half an hour, and a check takes at most an hour. */
const AWAITED_MS = (30 + CHECK_MINUTES) * 60_000;

/** The protocol template: what is in use, uploading another, and going back to an earlier one. */
export function templateRoutes(app: AdminApp, site: AdminSite) {
  const to = site.addresses.at("/admin/template");

  app.get("/admin/template", async (c) => {
    const versions = await site.templates.list();
    const notice = c.req.query("notice");
    const { session } = c.var;
    return c.render(<TemplatePage {...{ versions, session, to, notice }} />, { title: texts.title });
  });

  app.get("/admin/template/upload", async (c) => {
    const id = site.newId();
    const returnTo = site.addresses.absolute(`/admin/template/uploads/${id}`);
    const form = await site.templateFiles.prepareUpload(id, returnTo);
    c.header("content-security-policy", allowFormsTo(form.url));
    return c.render(<UploadPage form={form} back={to} />, { title: texts.uploadPage.title });
  });

  const uploaded = async (c: Context<AdminEnv>): Promise<Uint8Array | FileRefusal | undefined> => {
    const id = c.req.param("uploadId") ?? "";
    if (!isValid(id)) throw new Refusal("page-unknown");
    return site.templateFiles.readUpload(id);
  };
  /** Whether a template may still be on its way. Its id holds the moment at which its form was opened. */
  const isAwaited = (c: Context<AdminEnv>): boolean =>
    site.now().getTime() - decodeTime(c.req.param("uploadId") ?? "") < AWAITED_MS;
  const showChecked = (c: Context<AdminEnv>, problems: string[]) => {
    const here = `${to}/uploads/${c.req.param("uploadId")}`;
    const page = <CheckedPage {...{ problems, here, back: to, session: c.var.session }} />;
    return c.render(page, {
      title: problems.length > 0 ? texts.checked.wrong : texts.checked.fine,
      hasProblems: problems.length > 0,
    });
  };

  app.get("/admin/template/uploads/:uploadId", async (c) => {
    const found = await lookUntil(site.pause, () => uploaded(c));
    if (!found && isAwaited(c)) {
      const here = `${to}/uploads/${c.req.param("uploadId")}`;
      return c.render(<BeingChecked here={here} back={to} />, { title: texts.beingChecked.title });
    }
    const { checkTemplate } = await checking();
    const { problems } = await checkTemplate(found ?? "refused-unchecked", site.site);
    return showChecked(c, problems);
  });

  app.get("/admin/template/uploads/:uploadId/preview", async (c) => {
    const { checkTemplate } = await checking();
    const found = await uploaded(c);
    const { preview } = found ? await checkTemplate(found, site.site) : {};
    if (!preview) throw new Refusal("page-unknown");
    return asFile(c, preview.pdf, "pdf", "voorbeeld-protocol.pdf");
  });

  app.post("/admin/template/uploads/:uploadId", async (c) => {
    await readOwnForm(c);
    const result = await site.acceptTemplate(c.req.param("uploadId"), c.var.caller);
    if (result.status === "unknown") throw new Refusal("page-unknown");
    if (result.status === "accepted") return c.redirect(`${to}?notice=accepted`, 303);
    c.status(422);
    return showChecked(c, result.problems);
  });

  versionRoutes(app, site, to);
}

function versionRoutes(app: AdminApp, site: AdminSite, to: string) {
  const find = async (c: Context<AdminEnv>) => {
    const number = Number(c.req.param("number"));
    const version = (await site.templates.list()).find((one) => one.number === number);
    if (!version && number !== 0) throw new Refusal("page-unknown");
    return { number, bytes: await bytesOf(version, site.site, site.templateFiles) };
  };

  app.get("/admin/template/versions/:number/file", async (c) => {
    const { number, bytes } = await find(c);
    return asFile(c, bytes, "docx", texts.name(number));
  });

  app.get("/admin/template/versions/:number/preview", async (c) => {
    const { number, bytes } = await find(c);
    const { previewTemplate } = await checking();
    const { pdf } = await previewTemplate(bytes, site.site);
    return asFile(c, pdf, "pdf", `voorbeeld-versie-${number}.pdf`);
  });

  app.post("/admin/template/versions/:number", async (c) => {
    await readOwnForm(c);
    const result = await site.restoreTemplate(Number(c.req.param("number")), c.var.caller);
    if (result.status === "unknown") throw new Refusal("page-unknown");
    return c.redirect(`${to}?notice=restored`, 303);
  });
}
