import type { Dossier } from "../../domain/dossier.ts";
import type { HumanTask, TaskDefinition } from "../../domain/human-task.ts";
import type { Person } from "../../domain/people.ts";
import type { Clock } from "../../domain/ports.ts";
import type { TooOften, WithinLimits } from "../../limits/within-limits.ts";
import type { SendMail, Site } from "../../mail/send-mail.ts";
import { createAnnounceTask } from "../../tasks/announce-task.ts";

/**
 * Mails the announcement of an open task again, with a link of its own; earlier links stay good. It goes to who asks,
 * or to the person whom the task waits for, unless it was asked too often. `id`: of the form that asks, served once.
 */
export function createMailTaskLink(deps: {
  sendMail: SendMail;
  withinLimits: WithinLimits;
  site: Site;
  now: Clock;
}) {
  return async (
    definition: TaskDefinition,
    task: HumanTask,
    dossier: Dossier,
    { id, to }: { id: string; to?: Person },
  ): Promise<{ status: "mailed" } | TooOften> =>
    deps.withinLimits("task-link", { dossier: dossier.id }, async () => {
      const announce = createAnnounceTask({
        site: deps.site,
        now: deps.now,
        sendMail: (request) => deps.sendMail({ ...request, key: `again/${id}/${request.key}` }),
      });
      await announce(definition, task, dossier, to);
      return { status: "mailed" } as const;
    });
}
