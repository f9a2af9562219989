import { dueAt, type Clocks } from "../../domain/clocks.ts";
import type { StoredDocument } from "../../domain/documents.ts";
import type { Dossier } from "../../domain/dossier.ts";
import { type HumanTask, taskId } from "../../domain/human-task.ts";
import { organisationKey } from "../../domain/organisation.ts";
import type { Standstill } from "../../domain/running-time.ts";
import { dueShard, keys, PARKED } from "./keys.ts";

/** Converts records of the domain to items: the record's fields, the key, and the attributes of the indexes. */

/** An item without clocks is absent from the index, so it costs nothing. */
const dueAttributes = (dossierId: string, clocks: Clocks<string>) => {
  const first = dueAt(clocks);
  return first === undefined ? {} : { dueShard: dueShard(dossierId), dueAt: first };
};

export const dossierItem = (dossier: Dossier) => ({
  ...dossier,
  ...keys.dossier(dossier.id),
  ...dueAttributes(dossier.id, dossier.clocks),
  dossierStage: dossier.stage,
  ...(dossier.status === "PARKED" ? { openFor: PARKED } : {}),
  organisationName: dossier.organisation.name,
  organisationType: dossier.organisation.type,
  ovoCode: dossier.organisation.ovoCode,
  enterpriseNumber: dossier.organisation.enterpriseNumber,
  organisationKey: organisationKey(dossier.organisation),
  heldUntil: dossier.hold?.until,
});

export const documentItem = (document: StoredDocument) => ({
  ...document,
  ...keys.document(document.dossierId, document.id),
  ...dueAttributes(document.dossierId, document.clocks ?? {}),
});

/** Dossier attributes from which a list determines whether a task is late. */
export const standstillOf = ({ pauses, hold }: Dossier): Standstill => ({
  pauses,
  ...(hold ? { hold: { since: hold.since, until: hold.until } } : {}),
});

export const taskItem = (task: HumanTask, dossier: Dossier) => ({
  ...task,
  ...keys.task(task.dossierId, taskId(task)),
  ...dueAttributes(task.dossierId, task.clocks),
  ...(task.status === "open" ? { openFor: task.audience } : {}),
  reference: dossier.reference,
  organisationName: dossier.organisation.name,
  standstill: standstillOf(dossier),
});

/** The parts of an update expression that set a task's clocks, and with them its place in the index. */
export function clockUpdate(dossierId: string, clocks: Clocks<string>) {
  const first = dueAt(clocks);
  return first === undefined
    ? { set: "clocks = :clocks", remove: "dueShard, dueAt", values: { ":clocks": clocks } }
    : {
        set: "clocks = :clocks, dueShard = :dueShard, dueAt = :dueAt",
        remove: undefined,
        values: { ":clocks": clocks, ":dueShard": dueShard(dossierId), ":dueAt": first },
      };
}
