import type { StoredDocument } from "../../domain/documents.ts";
import type { Arrival, Documents } from "../../domain/ports.ts";
import { createDossiers } from "./dossiers.ts";
import { clockUpdate, documentItem } from "./items.ts";
import { keys } from "./keys.ts";
import { noteDay } from "./logs.ts";
import { getItem } from "./read-items.ts";
import { type Table, translated } from "./table.ts";
import { check, type Condition, IS_NEW, put, update, write, writeAlone } from "./writes.ts";

type Records = Pick<Documents, "find" | "findArrival" | "record" | "settle" | "takeAway" | "stopClocks"> & {
  /** Records a document that the system made. */
  recordOwn(document: StoredDocument): Promise<void>;
};

/** Stores the records of documents. Every write requires an existing dossier; an upload must also be awaited. */
export function createDocumentRecords(table: Table): Records {
  const dossiers = createDossiers(table);

  const taskIsOpen = (dossierId: string, taskId: string | undefined) =>
    taskId === undefined ? [] : [check(table, keys.task(dossierId, taskId), IS_OPEN)];

  /** That the dossier exists, and for a file that is awaited also that it still is. */
  const checks = ({ dossierId, taskId, scan }: StoredDocument, arrival: Arrival | undefined) =>
    !arrival || !AWAITED.includes(scan)
      ? [check(table, keys.dossier(dossierId), EXISTS)]
      : [check(table, keys.dossier(dossierId), asRead(arrival)), ...taskIsOpen(dossierId, taskId)];

  const save = (document: StoredDocument, arrival?: Arrival) =>
    translated(document.id, async () => {
      const { dossierId, scan } = document;
      await noteDay(table, dossierId, document.at);
      const record = put(table, "document", documentItem(document), IS_NEW);
      if (!arrival || !AWAITED.includes(scan)) return write(table, record, ...checks(document, arrival));
      return write(
        table,
        record,
        ...checks(document, arrival),
        put(
          table,
          "arrivals",
          { revision: arrival.revision + 1, ...keys.arrivals(dossierId) },
          isAtRevision(arrival),
        ),
      );
    });

  return {
    find: (dossierId, id) => translated(id, () => getItem(table, keys.document(dossierId, id), "document")),

    findArrival: (dossierId) =>
      translated(dossierId, async () => {
        // Read this first: a document that arrives during the other reads then makes this value stale.
        const arrivals = await getItem(table, keys.arrivals(dossierId), "arrivals");
        const whole = await dossiers.findWhole(dossierId);
        return whole && { ...whole, revision: arrivals?.revision ?? 0 };
      }),

    record: (document, arrival) => save(document, arrival),
    recordOwn: (document) => save(document),

    settle: (document, arrival) =>
      translated(document.id, async () => {
        await noteDay(table, document.dossierId, document.checkedAt ?? document.at);
        await write(
          table,
          put(table, "document", documentItem(document), IS_CHECKING),
          ...checks(document, arrival),
        );
      }),

    takeAway: ({ dossierId, id, taskId }, removed) =>
      translated(id, async () => {
        await noteDay(table, dossierId, removed.at);
        const clocks = clockUpdate(dossierId, { removal: removed.at });
        await write(
          table,
          update(table, keys.document(dossierId, id), {
            expression: `SET removed = :removed, ${clocks.set}`,
            condition: "#scan = :accepted AND attribute_not_exists(removed)",
            names: { "#scan": "scan" },
            values: { ":accepted": "accepted", ":removed": removed, ...clocks.values },
          }),
          check(table, keys.dossier(dossierId), EXISTS),
          ...taskIsOpen(dossierId, taskId),
        );
      }),

    stopClocks: ({ dossierId, id }) =>
      translated(id, () =>
        writeAlone(
          table,
          update(table, keys.document(dossierId, id), {
            expression: "REMOVE clocks, dueShard, dueAt",
            condition: "attribute_exists(pk)",
          }),
          "holds-afterwards",
        ),
      ),
  };
}

/** A file that somebody waits for: what becomes of it depends on its task and its dossier. */
const AWAITED: readonly StoredDocument["scan"][] = ["accepted", "checking"];
const IS_CHECKING: Condition = {
  condition: "#scan = :checking",
  names: { "#scan": "scan" },
  values: { ":checking": "checking" },
};
const EXISTS: Condition = {
  condition: "attribute_exists(pk) AND #status <> :deleted",
  names: { "#status": "status" },
  values: { ":deleted": "DELETED" },
};
const IS_OPEN: Condition = {
  condition: "#status = :open",
  names: { "#status": "status" },
  values: { ":open": "open" },
};
/** Fails for a tombstone, which has no version, and after the replacement of a person, which raises the version. */
const asRead = ({ dossier }: Arrival): Condition => ({
  condition: "version = :version",
  values: { ":version": dossier.version },
});
const isAtRevision = ({ revision }: Arrival): Condition =>
  revision === 0 ? IS_NEW : { condition: "revision = :before", values: { ":before": revision } };
