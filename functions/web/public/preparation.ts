import type { Hono } from "hono";
import { dateOf, toInstant } from "../../domain/calendar.ts";
import type { Both } from "../../templates/document-writer.ts";
import { asFile } from "../http/file-answers.ts";
import { homeTexts } from "./home.nl.ts";
import { type Preparation, PREPARATIONS } from "./preparations.ts";
import type { PublicSite } from "./public-site.ts";

const FILE = /^(protocol|intake|dpia)\.(docx|pdf)$/;

/** The blank template, and the questions of intake and DPIA. They are written once a day and version of the template. */
export function preparationRoutes(app: Hono, site: PublicSite) {
  const written = new Map<Preparation, { of: string; both: Promise<Both> }>();

  const write = async (name: Preparation): Promise<Both> => {
    // Most visits need nothing of this: Word documents and PDFs take long to load.
    const { writePreparation } = await import("./write-preparation.ts");
    const today = dateOf(toInstant(site.now()));
    const versions = name === "protocol" ? await site.templates.list() : [];
    const of = `${today} ${versions.at(-1)?.number ?? 0}`;
    const known = written.get(name);
    if (known?.of === of) return known.both;
    const both = writePreparation(site, name, today);
    written.set(name, { of, both });
    both.catch(() => written.delete(name));
    return both;
  };

  app.get("/voorbereiden/:file{(protocol|intake|dpia)\\.(docx|pdf)}", async (c) => {
    const [, name = "", type = ""] = FILE.exec(c.req.param("file")) ?? [];
    const preparation = PREPARATIONS.find((one) => one === name) ?? "protocol";
    const both = await write(preparation);
    c.header("cache-control", "public, max-age=300");
    const title = homeTexts.preparations[preparation];
    return type === "pdf"
      ? asFile(c, both.pdf, "pdf", `${title}.pdf`)
      : asFile(c, both.docx, "docx", `${title}.docx`);
  });
}
