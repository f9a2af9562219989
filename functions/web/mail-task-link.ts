import type { Dossier } from "../domain/dossier.ts";
import type { HumanTask, TaskDefinition } from "../domain/human-task.ts";
import type { Person } from "../domain/people.ts";
import type { Clock, Limits } from "../domain/ports.ts";
import type { SendMail, Site } from "../mail/send-mail.ts";
import { createAnnounceTask } from "../workflow/announce-task.ts";

/** New links that can be asked for a dossier within an hour. */
const MAILS = { limit: 3, seconds: 60 * 60 };

/**
 * Mails the announcement of an open task again, with a link of its own; earlier links stay good. It goes to who asks,
 * or to the person whom the task waits for; `id`: of the form that asks, which is served once. False when it was asked too often.
 */
export function createMailTaskLink(deps: { sendMail: SendMail; limits: Limits; site: Site; now: Clock }) {
  return async (
    definition: TaskDefinition,
    task: HumanTask,
    dossier: Dossier,
    { id, to }: { id: string; to?: Person },
  ): Promise<boolean> => {
    if (!(await deps.limits.use(`task-link/${dossier.id}`, MAILS.limit, MAILS.seconds))) return false;
    const announce = createAnnounceTask({
      site: deps.site,
      now: deps.now,
      sendMail: (request) => deps.sendMail({ ...request, key: `again/${id}/${request.key}` }),
    });
    await announce(definition, task, dossier, to);
    return true;
  };
}
