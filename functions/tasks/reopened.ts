import { dateOf, type Instant } from "../domain/calendar.ts";
import type { Dossier, LaterPass } from "../domain/dossier.ts";
import type { HumanTask } from "../domain/human-task.ts";

/** Whether a task is the first of the consumer in a later pass of its dossier. */
export function isFirstOfLaterPass({ laterPass, dpia, pass }: Dossier, task: HumanTask): boolean {
  if (!laterPass || task.pass !== pass || task.round > 1) return false;
  if (laterPass.from === "INTAKE") return task.kind === "SubmitIntake";
  const isDpiaAsked = laterPass.from === "DPIA" && dpia?.conclusion === "required";
  return task.kind === (isDpiaAsked ? "CarryOutDpia" : "SubmitProtocol");
}

/** Whether the access that a later pass continues still allows the use. */
export const isStillGranted = ({ end }: Pick<LaterPass, "end">, now: Instant): boolean =>
  end === undefined || dateOf(now) <= end;
