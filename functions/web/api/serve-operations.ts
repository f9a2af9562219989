import type { Context } from "hono";
import type { WholeDossier } from "../../domain/ports.ts";
import { idFor } from "../http/once.ts";
import { Refusal } from "../http/refusals.ts";
import type { AdminApp, AdminEnv, AdminSite } from "../team/admin-site.ts";
import { findDossierFor } from "../team/find-dossier.ts";
import { etagOf, isNamedIn } from "./etag.ts";
import { BASE, type Operation, takesIfMatch } from "./operation.ts";
import { Problem, serveProblem } from "./problem.ts";
import { readBody, readParameters, readQuery } from "./read-call.ts";

/** Registers a route for each operation: checks the call, performs the act and answers. */
export function serveOperations(app: AdminApp, site: AdminSite, operations: readonly Operation[]): void {
  for (const one of operations)
    app.on(one.method, BASE + one.path, async (c) => {
      const params = readParameters(c, one);
      const query = readQuery(c, one);
      const body = await readBody(c, one);
      if (takesIfMatch(one)) await mustBeUnchanged(c, site);
      const newId = () => idFor(c, site.newId);
      const tag = (whole: WholeDossier) => c.header("etag", etagOf(whole, site.definitions));
      return told(c, one, await one.act({ site, caller: c.var.caller, params, query, body, newId, tag }));
    });
}

/**
 * Refuses a change when `If-Match` names another state than the dossier has. The act that follows reads the dossier again
 * and uses optimistic locking, so a later change is noticed too. A repeated request is not refused: it gets its first answer.
 */
async function mustBeUnchanged(c: Context<AdminEnv>, site: AdminSite): Promise<void> {
  const named = c.req.header("if-match");
  if (named === undefined || c.get("isRepeated")) return;
  const whole = await findDossierFor(site, c.var.caller, c.req.param("id") ?? "");
  if (!isNamedIn(named, etagOf(whole, site.definitions))) throw new Refusal("dossier-changed");
}

function told(c: Context<AdminEnv>, { answer: { status } }: Operation, outcome: unknown): Response {
  if (outcome instanceof Problem) return serveProblem(c, outcome);
  if (status === 204) return c.body(null, 204);
  if (status === 303) return c.redirect(String(outcome), 303);
  return c.body(JSON.stringify(outcome), status, { "content-type": "application/json" });
}
