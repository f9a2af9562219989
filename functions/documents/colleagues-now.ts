import { dateOf, toInstant } from "../domain/calendar.ts";
import type { Actor } from "../domain/people.ts";
import type { Clock, Staff } from "../domain/ports.ts";
import { isStillColleague, type Member, withSubstitutions } from "../domain/staff.ts";
import { isOfLed } from "./document-is-awaited.ts";

/** Colleagues of the LED with their current roles; not read where the sender is not of the LED. */
export async function colleaguesNow(
  { staff, now }: { staff: Pick<Staff, "listColleagues" | "listSubstitutions">; now: Clock },
  by: Actor,
): Promise<Member[]> {
  if (!isOfLed(by)) return [];
  const today = dateOf(toInstant(now()));
  const substitutions = await staff.listSubstitutions(today);
  const colleagues = (await staff.listColleagues()).filter(isStillColleague);
  return colleagues.map((colleague) => withSubstitutions(colleague, substitutions, today));
}
