import type { Dossier } from "../../domain/dossier.ts";
import type { HumanTask } from "../../domain/human-task.ts";
import type { TaskDefinition } from "../../domain/task-definition.ts";
import type { Person } from "../../domain/people.ts";
import type { TooOften, WithinLimits } from "../../limits/within-limits.ts";
import type { AnnounceTask } from "../../tasks/announce-task.ts";

/**
 * Mails the announcement of an open task again, with a new link; earlier links keep working. The mail goes to the
 * person who asks, or to the person of the task, within the limits. `id`: of the form, for idempotency.
 */
export function createMailTaskLink(deps: { announce: AnnounceTask; withinLimits: WithinLimits }) {
  return async (
    definition: TaskDefinition,
    task: HumanTask,
    dossier: Dossier,
    { id, to }: { id: string; to?: Person },
  ): Promise<{ status: "mailed" } | TooOften> =>
    deps.withinLimits("task-link", { dossier: dossier.id }, async () => {
      await deps.announce(definition, task, dossier, { to, key: (usual) => `again/${id}/${usual}` });
      return { status: "mailed" } as const;
    });
}
