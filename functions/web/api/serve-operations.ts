import type { Context } from "hono";
import { idFor } from "../http/once.ts";
import type { AdminApp, AdminEnv, AdminSite } from "../team/admin-site.ts";
import { BASE, type Operation } from "./operation.ts";
import { Problem, serveProblem } from "./problem.ts";
import { readBody, readParameters, readQuery } from "./read-call.ts";

/** Registers a route for each operation: checks the call, performs the act and answers. */
export function serveOperations(app: AdminApp, site: AdminSite, operations: readonly Operation[]): void {
  for (const one of operations)
    app.on(one.method, BASE + one.path, async (c) => {
      const params = readParameters(c, one);
      const query = readQuery(c, one);
      const body = await readBody(c, one);
      const newId = () => idFor(c, site.newId);
      return told(c, one, await one.act({ site, caller: c.var.caller, params, query, body, newId }));
    });
}

function told(c: Context<AdminEnv>, { answer: { status } }: Operation, outcome: unknown): Response {
  if (outcome instanceof Problem) return serveProblem(c, outcome);
  if (status === 204) return c.body(null, 204);
  if (status === 303) return c.redirect(String(outcome), 303);
  return c.body(JSON.stringify(outcome), status, { "content-type": "application/json" });
}
