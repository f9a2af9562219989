import type { Hono } from "hono";
import { dateOf, toInstant } from "../../domain/calendar.ts";
import { draftedAnswers } from "../../protocol/drafted-answers.ts";
import { createWriteProtocol } from "../../protocol/write-protocol.ts";
import { asFile } from "../http/file-answers.ts";
import { Refusal } from "../http/refusals.ts";
import { sightOf } from "../ui/task/find-shown-task.ts";
import { valuesOf } from "../ui/task/form-values.ts";
import type { PublicSite } from "./public-site.ts";
import { TASK_ROUTES, type TaskVisit, visitTaskOf } from "./visits.ts";

/** The answers of a text that nobody submitted yet, and since when they are so: a form under way, or what a DPO reads. */
function textOf(site: PublicSite, { task, whole }: TaskVisit) {
  if (task.kind === "AdviseAsConsumerDpo" && task.asked?.outcome === "submitted")
    return { values: task.asked.fields, at: task.openedAt };
  if (task.kind !== "SubmitProtocol" || task.status !== "open") throw new Refusal("page-unknown");
  const { values } = valuesOf(sightOf(site, whole, task, true), "submitted", {});
  return { values, at: toInstant(site.now()) };
}

/**
 * The protocol as Word or PDF before it is submitted: as it is filled in so far, for the applicant, and as it was when the
 * applicant asked its DPO for advice, for that DPO.
 */
export function draftedRoutes(app: Hono, site: PublicSite) {
  for (const task of TASK_ROUTES)
    app.get(`${task}/ontwerp/:file{protocol\\.(docx|pdf)}`, async (c) => {
      const visit = await visitTaskOf(site, c);
      const { dossier } = visit.whole;
      const { values, at } = textOf(site, visit);
      const number = (dossier.protocolVersions?.at(-1)?.number ?? 0) + 1;
      const both = await createWriteProtocol(site)({
        dossier,
        answers: draftedAnswers(values),
        version: { number, date: dateOf(at), status: "draft" },
        templateOf: at,
      });
      const name = `protocol-${dossier.reference}-ontwerp`;
      return c.req.param("file").endsWith("pdf")
        ? asFile(c, both.pdf, "pdf", `${name}.pdf`)
        : asFile(c, both.docx, "docx", `${name}.docx`);
    });
}
