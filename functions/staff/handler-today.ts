import { type CalendarDate, dateOf, toInstant } from "../domain/calendar.ts";
import type { Dossier } from "../domain/dossier.ts";
import { HANDLED, type Handler, substituteOf } from "../domain/handler.ts";
import type { Names } from "../domain/names-schema.ts";
import type { Clock, Staff } from "../domain/ports.ts";

export type HandlerToday = {
  handler: Handler;
  /** Who replaces an absent handler, and the last day of it. */
  substitute?: { id: string; name: string; until: CalendarDate };
  /** Of whoever can be reached today, or else of the team. */
  telephone?: string;
};

type Deps = {
  staff: Pick<Staff, "listSubstitutions" | "findTelephone">;
  site: { names: Pick<Names, "deskContact"> };
  now: Clock;
};

/** Whom an applicant can reach about the dossier today; undefined while nobody handles it. */
export async function handlerToday(
  { staff, site, now }: Deps,
  { handler }: Pick<Dossier, "handler">,
): Promise<HandlerToday | undefined> {
  if (!handler) return undefined;
  const today = dateOf(toInstant(now()));
  const substitutions = await staff.listSubstitutions(today);
  const absence = substituteOf(handler, HANDLED, substitutions, today);
  const substitute = absence && { ...absence.substitute, until: absence.until };
  const reached = substitute?.id ?? handler.id;
  const telephone = (await staff.findTelephone(reached)) ?? site.names.deskContact?.telephone;
  return { handler, substitute, telephone };
}
