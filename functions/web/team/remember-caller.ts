import { toInstant } from "../../domain/calendar.ts";
import type { Clock, Staff } from "../../domain/ports.ts";
import { ownRolesOf } from "../../domain/staff.ts";
import type { Caller } from "./admin-site.ts";

/** Whether the sender still has the role is checked when the file arrives (DOC-05). Programs have no session. */
export const rememberCaller = (
  { staff, now }: { staff: Pick<Staff, "remember">; now: Clock },
  caller: Caller,
): Promise<void> => {
  const { subject, name } = caller;
  return staff.remember({ subject, name, roles: ownRolesOf(caller), seenAt: toInstant(now()) });
};
