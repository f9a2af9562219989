import { type CalendarDate, dateOf, type Instant } from "../domain/calendar.ts";
import { type Dossier, laterPassOf } from "../domain/dossier.ts";
import type { HumanTask } from "../domain/human-task.ts";

/** Whether a task is the first that the consumer is asked in a later pass of its dossier. */
export function isFirstOfLaterPass(dossier: Dossier, task: HumanTask): boolean {
  const { dpia, pass } = dossier;
  const laterPass = laterPassOf(dossier);
  if (!laterPass || task.pass !== pass || task.round > 1) return false;
  if (laterPass.from === "INTAKE") return task.kind === "SubmitIntake";
  const isDpiaAsked = laterPass.from === "DPIA" && dpia?.conclusion === "required";
  return task.kind === (isDpiaAsked ? "CarryOutDpia" : "SubmitProtocol");
}

/** The last day of what was granted, once it has passed: the use is not allowed any more. */
export const overSince = (
  granted: { end?: CalendarDate } | undefined,
  now: Instant,
): CalendarDate | undefined =>
  granted?.end !== undefined && granted.end < dateOf(now) ? granted.end : undefined;
