import * as z from "zod";
import type { CalendarDate } from "./calendar.ts";
import type { Audience, Role } from "./people.ts";
import { isInEffect, type Substitution } from "./staff.ts";

/** The colleague of the LED team who follows a dossier: the first who took a task of it, or who was given it. */
export const Handler = z.object({
  /** OpenID Connect subject. */
  id: z.string(),
  name: z.string(),
  at: z.string(),
});
export type Handler = z.infer<typeof Handler>;

/** The role whose tasks the handler of a dossier gets. */
export const HANDLED: Role = "led-team";

/** The assignee of a task at its opening: the handler, for a task of the LED team. */
export const assigneeAtOpening = (audience: Audience, handler: Handler | undefined, openedAt: string) =>
  audience === HANDLED && handler ? { id: handler.id, name: handler.name, at: openedAt } : undefined;

/** The substitute of a colleague in a role today: the last named of several. */
export const substituteOf = (
  { id }: { id: string },
  role: Role,
  substitutions: readonly Substitution[],
  today: CalendarDate,
): Substitution | undefined =>
  substitutions
    .filter((one) => one.of.id === id && one.role === role && isInEffect(one, today))
    .toSorted((one, other) => other.at.localeCompare(one.at))[0];
