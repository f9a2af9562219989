import { toInstant } from "../domain/calendar.ts";
import { Conflict } from "../domain/errors.ts";
import type { Dossier } from "../domain/dossier.ts";
import type { HumanTask } from "../domain/human-task.ts";
import type { Clock, HumanTasks } from "../domain/ports.ts";
import type { SendMail } from "../mail/send-mail.ts";
import { beforeEnd, nextNotice, TERM_NOTICES } from "../domain/use-clocks.ts";
import { laterNotices } from "./term-notices.ts";

/** Sends the notice of the end of a term that is due. After weeks without a sweep only the last overdue one is sent. */
export function createNotifyOfTerm(deps: { tasks: HumanTasks; sendMail: SendMail; now: Clock }) {
  return async (task: HumanTask, dossier: Dossier): Promise<void> => {
    const now = toInstant(deps.now());
    const end = dossier.protocol?.term.end;
    if (end === undefined || task.status !== "open") return;
    const passed = TERM_NOTICES.filter((months) => beforeEnd(end, months) <= now).at(-1);
    if (passed !== undefined)
      for (const mail of laterNotices(dossier, task, passed)) await deps.sendMail(mail);
    try {
      const { notice: _, ...others } = task.clocks;
      const next = nextNotice(end, now);
      const clocks = next === undefined ? others : { ...others, notice: next };
      await deps.tasks.reschedule(task, { ...task, clocks }, dossier);
    } catch (error) {
      // The question was decided in the meantime: no notice is needed.
      if (!(error instanceof Conflict)) throw error;
    }
  };
}
