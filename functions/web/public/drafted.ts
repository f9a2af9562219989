import type { Hono } from "hono";
import { dateOf, toInstant } from "../../domain/calendar.ts";
import { draftedAnswers } from "../../protocol/drafted-answers.ts";
import { createWriteProtocol } from "../../protocol/write-protocol.ts";
import { asFile } from "../http/file-answers.ts";
import { Refusal } from "../http/refusals.ts";
import { sightOf } from "../ui/task/find-shown-task.ts";
import { valuesOf } from "../ui/task/form-values.ts";
import type { PublicSite } from "./public-site.ts";
import { TASK_ROUTES, visitTaskOf } from "./visits.ts";

/** The protocol as it is filled in so far, as Word or PDF: the applicant shows it to its DPO before it submits. */
export function draftedRoutes(app: Hono, site: PublicSite) {
  for (const task of TASK_ROUTES)
    app.get(`${task}/ontwerp/:file{protocol\\.(docx|pdf)}`, async (c) => {
      const visit = await visitTaskOf(site, c);
      const { whole } = visit;
      const { dossier } = whole;
      if (visit.task.kind !== "SubmitProtocol" || visit.task.status !== "open")
        throw new Refusal("page-unknown");
      const sight = sightOf(site, whole, visit.task, true);
      const number = (dossier.protocolVersions?.at(-1)?.number ?? 0) + 1;
      const both = await createWriteProtocol(site)({
        dossier,
        answers: draftedAnswers(valuesOf(sight, "submitted", {}).values),
        version: { number, date: dateOf(toInstant(site.now())), status: "draft" },
      });
      const name = `protocol-${dossier.reference}-ontwerp`;
      return c.req.param("file").endsWith("pdf")
        ? asFile(c, both.pdf, "pdf", `${name}.pdf`)
        : asFile(c, both.docx, "docx", `${name}.docx`);
    });
}
