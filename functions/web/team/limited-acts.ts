import type { MiddlewareHandler } from "hono";
import type { ChangePeople } from "../../people/change-people.ts";
import type { OpenDossierByTeam } from "../../contact/open-dossier-by-team.ts";
import { isOfConsumer } from "../../domain/people.ts";
import type { HumanTasks } from "../../domain/ports.ts";
import type { WithinLimits } from "../../limits/within-limits.ts";
import type { DecideTask } from "../../tasks/decide-task.ts";
import type { AdminEnv, Caller } from "./admin-site.ts";
import type { ExportDossier } from "../export/export-dossier.ts";
import { HeldByLimit } from "../http/refusals.ts";

/* The acts of both sites within their limits (functions/limits). A reached limit answers like a refusal by a rule, so that the form is shown again. */

const addressIn = (fields: Record<string, unknown> | undefined): string | undefined => {
  const { person } = fields ?? {};
  const email: unknown =
    typeof person === "object" && person !== null ? Reflect.get(person, "email") : undefined;
  return typeof email === "string" ? email : undefined;
};

/** Limits all acts of a colleague, on the pages or through the API; reading is not limited. */
export const limitTeam =
  (withinLimits: WithinLimits): MiddlewareHandler<AdminEnv> =>
  async (c, next) => {
    const caller: Caller | undefined = c.get("caller");
    if (!caller || c.req.method === "GET" || c.req.method === "HEAD") return next();
    const result = await withinLimits(
      "team-act",
      { colleague: caller.subject },
      async () => {
        await next();
        return undefined;
      },
      () => c.res.status < 400,
    );
    if (result) throw new HeldByLimit(result);
  };

export const limitChangePeople =
  (changePeople: ChangePeople, withinLimits: WithinLimits): ChangePeople =>
  (dossierId, change, by) => {
    const act = () => changePeople(dossierId, change, by);
    const isDone = (result: Awaited<ReturnType<ChangePeople>>) => result.status === "changed" && result.isNew;
    return isOfConsumer(by)
      ? withinLimits("people-change", { dossier: dossierId, address: addressIn(change.fields) }, act, isDone)
      : withinLimits("team-people-change", { colleague: by.id }, act, isDone);
  };

/** A reached limit shows the task's page again, with what was typed. */
export const limitDrafts =
  (saveDraft: HumanTasks["saveDraft"], withinLimits: WithinLimits): HumanTasks["saveDraft"] =>
  async (dossierId, draft) => {
    const result = await withinLimits("draft", { dossier: dossierId }, () => saveDraft(dossierId, draft));
    if (result) throw new HeldByLimit(result);
  };

/** Decisions of the team have no limit: each task is decided once. */
export const limitDecisions =
  (decideTask: DecideTask, withinLimits: WithinLimits): DecideTask =>
  (dossierId, id, proposed, read) => {
    const act = () => decideTask(dossierId, id, proposed, read);
    return isOfConsumer(proposed.by)
      ? withinLimits("decision", { dossier: dossierId }, act, ({ status }) => status === "decided")
      : act();
  };

export const limitOpening =
  (open: OpenDossierByTeam, withinLimits: WithinLimits): OpenDossierByTeam =>
  (fields, by, given) =>
    withinLimits(
      "team-dossier",
      { colleague: by.id },
      () => open(fields, by, given),
      ({ status }) => status === "opened",
    );

/** An export has only a button, so there is no form to show again. */
export const limitExports =
  (exportDossier: ExportDossier, withinLimits: WithinLimits): ExportDossier =>
  async (whole, by, request) => {
    const result = await withinLimits(
      "team-export",
      { colleague: by.id },
      () => exportDossier(whole, by, request),
      ({ status }) => status === "made",
    );
    if (result.status === "refused") throw new HeldByLimit(result);
    return result;
  };
