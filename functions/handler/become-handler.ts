import { isClosed } from "../domain/dossier.ts";
import { HANDLED } from "../domain/handler.ts";
import type { NewId } from "../domain/ports.ts";
import type { ChangeDossier } from "../dossiers/change-dossier.ts";
import type { BecomeHandler } from "../staff/assign-task.ts";
import { handlerChange } from "./handler-change.ts";

type Deps = { changeDossier: ChangeDossier; newId: NewId };

/** The first colleague who gets a task of the LED team handles the dossier. */
export function createBecomeHandler({ changeDossier, newId }: Deps): BecomeHandler {
  return async (dossierId, handler, by) => {
    const who = { role: HANDLED, id: by.subject, name: by.name };
    await changeDossier(
      dossierId,
      (dossier) => (dossier.handler || isClosed(dossier) ? undefined : { ...dossier, handler }),
      (before) => [handlerChange(before, handler, { id: newId(), at: handler.at, by: who })],
    );
  };
}
