import type { Dossier } from "../domain/dossier.ts";
import type { Handler } from "../domain/handler.ts";
import type { Change } from "../domain/records.ts";

/** The record of a change of handler, in words of who did it. */
export const handlerChange = (
  { handler: from }: Pick<Dossier, "handler">,
  to: Handler | undefined,
  act: Pick<Change, "id" | "at" | "by">,
): Change => ({
  ...act,
  what: `handler.${to === undefined ? "released" : to.id === act.by.id ? "taken" : "handed-over"}`,
  from,
  to,
});
