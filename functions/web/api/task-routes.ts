import { toInstant } from "../../domain/calendar.ts";
import type { DocumentKind } from "../../domain/documents.ts";
import { ownRolesOf } from "../../domain/staff.ts";
import { AUDIENCES } from "../../domain/people.ts";
import type { AdminSite } from "../team/admin-site.ts";
import { findTaskFor } from "../team/find-dossier.ts";
import type { AdminApp } from "../team/admin-site.ts";
import { audiencesFor, listTasks, shownAs } from "../team/list-tasks.ts";
import { describeForm } from "../ui/form/describe-form.ts";
import { problemsOf } from "../ui/form/problems.nl.ts";
import { idFor } from "../http/once.ts";
import { Refusal } from "../http/refusals.ts";
import { createMailTaskLink } from "../http/mail-task-link.ts";
import { createPrepareUpload, kindOf } from "../ui/task/prepare-upload.ts";
import { taskTexts } from "../ui/task/texts.nl.ts";
import { webTexts } from "../ui/texts.nl.ts";
import { documentAnswer, openTaskAnswer, taskAnswer } from "../export/answers.ts";
import { DecisionInput, DocumentInput } from "./inputs.ts";
import { problem, refusedByRules } from "./problem.ts";
import { readInput } from "./read-input.ts";

const BASE = "/api/admin/v1";

export function apiTaskRoutes(app: AdminApp, site: AdminSite) {
  const prepareUpload = createPrepareUpload(site);
  const mailTaskLink = createMailTaskLink(site);

  app.get(`${BASE}/tasks`, async (c) => {
    const role = c.req.query("role");
    if (role !== undefined && !AUDIENCES.some((known) => known === role)) throw new Refusal("bad-request");
    const audiences = audiencesFor(c.var.caller).filter(
      (audience) => role === undefined || audience === role,
    );
    if (audiences.length === 0) throw new Refusal("no-role");
    const next = role === undefined ? undefined : c.req.query("next");
    const shown = shownAs(c.req.query("show"));
    const { subject } = c.var.caller;
    const pages = await Promise.all(
      audiences.map((audience) => listTasks(site.tasks, audience, { shown, subject, next })),
    );
    const now = toInstant(site.now());
    const items = pages.flatMap((page) =>
      page.items.map((item) => openTaskAnswer(item, site.definitions, now)),
    );
    const unreadable = pages.flatMap((page) => page.unreadable ?? []);
    return c.json({ items, unreadable, next: role === undefined ? undefined : pages[0]?.next });
  });

  app.get(`${BASE}/dossiers/:id/tasks/:taskId`, async (c) => {
    const { id, taskId } = c.req.param();
    const { whole, task } = await findTaskFor(site, c.var.caller, id, taskId);
    const documents = whole.documents.filter((document) => document.taskId === taskId).map(documentAnswer);
    const outcomes = Object.keys(site.definitions[task.kind].outcomes);
    const answer = taskAnswer(task, site.definitions, whole.dossier, toInstant(site.now()));
    return c.json({ ...answer, outcomes, documents });
  });

  app.post(`${BASE}/dossiers/:id/tasks/:taskId/decision`, async (c) => {
    const { id, taskId } = c.req.param();
    const input = await readInput(c, DecisionInput);
    const { whole, task, actor } = await findTaskFor(site, c.var.caller, id, taskId);
    const result = await site.decideTask(id, taskId, { ...input, by: actor });
    if (result.status === "unknown") throw new Refusal("page-unknown");
    if (result.status === "decided")
      return c.json(taskAnswer(result.task, site.definitions, whole.dossier, toInstant(site.now())), 201);
    if (result.status === "closed")
      return problem(c, 409, {
        code: "closed",
        title: taskTexts.closed.title,
        detail: taskTexts.closed.text,
      });
    if (result.status === "already-decided") {
      const { by, at } = result.decision;
      return problem(c, 409, { code: "already-decided", title: taskTexts.alreadyDecided(by.name, at) });
    }
    const { outcomes, texts } = site.definitions[task.kind];
    const schema = Object.hasOwn(outcomes, input.outcome) ? outcomes[input.outcome] : undefined;
    const fields = schema ? describeForm(schema, texts.nl.fields) : [];
    const errors = problemsOf(fields, input.fields, result).map(({ field, rule, message }) => ({
      field,
      rule,
      message,
    }));
    return problem(c, 422, { code: "refused", title: webTexts.refused, errors });
  });

  app.post(`${BASE}/dossiers/:id/tasks/:taskId/link`, async (c) => {
    const { id, taskId } = c.req.param();
    const { whole, task, part } = await findTaskFor(site, c.var.caller, id, taskId);
    if (part !== "on-behalf") throw new Refusal("page-unknown");
    if (task.status !== "open") throw new Refusal("conflict");
    const result = await mailTaskLink(site.definitions[task.kind], task, whole.dossier, {
      id: idFor(c, site.newId),
    });
    return result.status === "mailed" ? c.body(null, 204) : refusedByRules(c, result.reasons, 409);
  });

  app.post(`${BASE}/dossiers/:id/tasks/:taskId/documents`, async (c) => {
    const { id, taskId } = c.req.param();
    const { kind } = await readInput(c, DocumentInput);
    const { whole, task, actor, part } = await findTaskFor(site, c.var.caller, id, taskId);
    if (part === "reader") throw new Refusal("no-role");
    if (task.status !== "open") throw new Refusal("conflict");
    const needed: DocumentKind = kindOf(site.definitions[task.kind], kind, part === "on-behalf");
    const upload = await prepareUpload({ task, whole }, needed, actor, (document) =>
      site.addresses.absolute(`/admin/dossiers/${id}/tasks/${taskId}/documents/${document}/received`),
    );
    if (upload.status === "full") return refusedByRules(c, upload.reasons, 409);
    // When the file arrives it is looked up whether its sender still has its role (DOC-05).
    const { subject, name } = c.var.caller;
    const seenAt = toInstant(site.now());
    await site.staff.remember({ subject, name, roles: ownRolesOf(c.var.caller), seenAt });
    return c.json({ id: upload.id, form: upload.form }, 201);
  });
}
