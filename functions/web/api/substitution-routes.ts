import type { Context } from "hono";
import type { Assignment } from "../../staff/assign-task.ts";
import { dateOf, toInstant } from "../../domain/calendar.ts";
import type { AdminEnv, AdminSite } from "../team/admin-site.ts";
import { endSessionsOf } from "../team/end-sessions.ts";
import { findTaskFor } from "../team/find-dossier.ts";
import type { AdminApp } from "../team/admin-site.ts";
import { messageOf } from "../ui/form/problems.nl.ts";
import { idFor } from "../http/once.ts";
import { Refusal } from "../http/refusals.ts";
import { webTexts } from "../ui/texts.nl.ts";
import { taskAnswer } from "../export/answers.ts";
import { AnyFields, ClaimInput, HandOverInput, SignOutInput } from "./inputs.ts";
import { problem, refusedByRules } from "./problem.ts";
import { readInput } from "./read-input.ts";

const BASE = "/api/admin/v1";

/** Who has which task, and who has whose role for some days. */
export function apiAbsenceRoutes(app: AdminApp, site: AdminSite) {
  const assign = async (
    c: Context<AdminEnv>,
    { id, taskId }: { id: string; taskId: string },
    assignment: Assignment,
  ) => {
    const { whole } = await findTaskFor(site, c.var.caller, id, taskId);
    const result = await site.assignTask(id, taskId, assignment, c.var.caller);
    if (result.status === "unknown") throw new Refusal("page-unknown");
    return result.status === "assigned"
      ? c.json(taskAnswer(result.task, site.definitions, whole.dossier, toInstant(site.now())))
      : refusedByRules(c, result.reasons, 409);
  };

  app.post(`${BASE}/dossiers/:id/tasks/:taskId/claim`, async (c) =>
    assign(c, c.req.param(), { kind: "claim", ...(await readInput(c, ClaimInput)) }),
  );

  app.post(`${BASE}/dossiers/:id/tasks/:taskId/release`, async (c) =>
    assign(c, c.req.param(), { kind: "release" }),
  );

  app.post(`${BASE}/dossiers/:id/tasks/:taskId/hand-over`, async (c) =>
    assign(c, c.req.param(), { kind: "hand-over", ...(await readInput(c, HandOverInput)) }),
  );

  app.get(`${BASE}/colleagues`, async (c) => {
    const colleagues = await site.staff.listColleagues();
    return c.json({ items: colleagues.map(({ subject, name, roles }) => ({ subject, name, roles })) });
  });

  app.post(`${BASE}/colleagues/sign-out`, async (c) => {
    const { subject } = await readInput(c, SignOutInput);
    if (!(await endSessionsOf(site, subject, c.var.caller))) throw new Refusal("page-unknown");
    return c.body(null, 204);
  });

  app.get(`${BASE}/substitutions`, async (c) =>
    c.json({ items: await site.staff.listSubstitutions(dateOf(toInstant(site.now()))) }),
  );

  app.post(`${BASE}/substitutions`, async (c) => {
    const fields = await readInput(c, AnyFields);
    const result = await site.nameSubstitute(fields, c.var.caller, idFor(c, site.newId));
    if (result.status === "named") return c.json(result.substitution, 201);
    const shape = result.problems.map((issue) => ({
      field: issue.path.map(String).join("."),
      message: messageOf(issue, "text", false),
    }));
    return problem(c, 422, {
      code: "refused",
      title: webTexts.refused,
      errors: [...shape, ...result.reasons],
    });
  });

  app.post(`${BASE}/substitutions/:substitutionId/end`, async (c) => {
    const result = await site.endSubstitution(c.req.param("substitutionId"), c.var.caller);
    if (result.status === "unknown") throw new Refusal("page-unknown");
    return result.status === "ended" ? c.body(null, 204) : refusedByRules(c, result.reasons, 409);
  });
}
