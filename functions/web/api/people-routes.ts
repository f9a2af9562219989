import type { Context } from "hono";
import type { ProposedPeopleChange } from "../../people/change-people.ts";
import type { AdminEnv, AdminSite } from "../team/admin-site.ts";
import { actorFor, findDossierFor } from "../team/find-dossier.ts";
import type { AdminApp } from "../team/admin-site.ts";
import { partNamed } from "../team/part-named.ts";
import { messageOf } from "../ui/form/problems.nl.ts";
import { refusedStatus } from "../http/refused-status.ts";
import { webTexts } from "../ui/texts.nl.ts";
import { dossierAnswer } from "../export/answers.ts";
import { PersonFields, RemovalInput } from "./inputs.ts";
import { problem } from "./problem.ts";
import { readInput } from "./read-input.ts";

const BASE = "/api/admin/v1";

export function apiPeopleRoutes(app: AdminApp, site: AdminSite) {
  const change = async (c: Context<AdminEnv>, id: string, proposed: ProposedPeopleChange) => {
    await findDossierFor(site, c.var.caller, id);
    const result = await site.changePeople(id, proposed, actorFor(c.var.caller, "led-team"));
    if (result.status === "changed") return c.json(dossierAnswer(result.dossier).people);
    const shape = result.problems.map((issue) => ({
      field: issue.path.map(String).join("."),
      message: messageOf(issue, "text", false),
    }));
    const rules = result.reasons.map(({ rule, message, field }) => ({ rule, message, field }));
    const status = refusedStatus(c, result.reasons, 422);
    return problem(c, status, {
      code: status === 429 ? "too-often" : "refused",
      title: webTexts.refused,
      errors: [...shape, ...rules],
    });
  };

  app.post(`${BASE}/dossiers/:id/people/:part`, async (c) => {
    const part = partNamed(c.req.param("part"));
    const { noNationalNumber, seen, ...fields } = await readInput(c, PersonFields);
    return change(c, c.req.param("id"), { part, fields, seen, noNationalNumber });
  });

  app.post(`${BASE}/dossiers/:id/people/:part/removal`, async (c) => {
    const part = partNamed(c.req.param("part"));
    const { seen } = await readInput(c, RemovalInput);
    return change(c, c.req.param("id"), { part, seen });
  });
}
