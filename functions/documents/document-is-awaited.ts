import { isClosedOrWithdrawn } from "../domain/dossier.ts";
import { taskId as idOf } from "../domain/human-task.ts";
import { isWaitedFor } from "../domain/is-waited-for.ts";
import { type Actor, sideOf } from "../domain/people.ts";
import { personIsOfDossier } from "../domain/person-is-of-dossier.ts";
import type { WholeDossier } from "../domain/ports.ts";
import { isSideTask } from "../domain/process.ts";
import type { Member } from "../domain/staff.ts";

/**
 * DOC-05: a document is accepted while its dossier is not closed, its task is open, and the sender still has its part in
 * the dossier or its role at the LED. A document outside a task waits for no task. An upload form stays valid for some time, so each of these can change before the
 * file arrives.
 * Source: the process, "At any moment" (people who are replaced, withdrawal); GDPR 5(1)(f), integrity of what was
 * decided.
 */
export function documentIsAwaited(
  { dossier, tasks }: WholeDossier,
  taskId: string | undefined,
  by: Actor,
  colleagues: readonly Member[],
): boolean {
  const isOpen = () => {
    const task = tasks.find((one) => idOf(one) === taskId);
    // The tasks of a request that was given up close a moment later.
    return task?.status === "open" && (isSideTask(task.kind) || isWaitedFor(task, dossier));
  };
  return (
    (taskId === undefined || isOpen()) &&
    !isClosedOrWithdrawn(dossier) &&
    personIsOfDossier(dossier, by).allowed &&
    (!isOfLed(by) || hasItsRole(by, colleagues))
  );
}

export const isOfLed = ({ role }: Actor): boolean => role !== "system" && sideOf(role) === "led";

const hasItsRole = ({ id, role }: Actor, colleagues: readonly Member[]): boolean =>
  colleagues.some(({ subject, roles }) => subject === id && roles.some((held) => held === role));
