import { channelsToConnect } from "../domain/connected-channels.ts";
import { toInstant } from "../domain/calendar.ts";
import type { Dossier } from "../domain/dossier.ts";
import { taskId } from "../domain/human-task.ts";
import type { Clock, Dossiers, HumanTasks } from "../domain/ports.ts";
import type { OpenSideTask } from "../tasks/open-task.ts";
import { connectOtherChannel } from "./connect-other-channel.ts";

export type AskOtherChannel = (dossier: Dossier) => Promise<void>;

/**
 * Asks for the agreed channel that is not connected yet; without one it closes the question of an earlier pass, which an
 * open question also serves. Idempotent.
 */
export function createAskOtherChannel(deps: {
  dossiers: Pick<Dossiers, "findWhole">;
  tasks: Pick<HumanTasks, "close">;
  openTask: OpenSideTask<"StartUse">;
  now: Clock;
}): AskOtherChannel {
  return async (dossier) => {
    const { tasks = [] } = (await deps.dossiers.findWhole(dossier.id)) ?? {};
    const open = tasks.filter(({ kind, status }) => kind === connectOtherChannel.kind && status === "open");
    const isAsked = open.some(({ pass }) => pass < dossier.pass);
    if (channelsToConnect(dossier).length > 0) {
      if (!isAsked) await deps.openTask(connectOtherChannel, dossier, {});
      return;
    }
    for (const task of open) await deps.tasks.close(dossier.id, taskId(task), toInstant(deps.now()));
  };
}
