import type { StoredDocument } from "../../domain/documents.ts";
import type { Arrival, Documents } from "../../domain/ports.ts";
import { createDossiers } from "./dossiers.ts";
import { keys } from "./keys.ts";
import { noteDay } from "./logs.ts";
import { getItem } from "./read-items.ts";
import { type Table, translated } from "./table.ts";
import { check, type Condition, IS_NEW, put, write } from "./writes.ts";

type Records = Pick<Documents, "find" | "findArrival" | "record"> & {
  /** Records a document that the system made. */
  recordOwn(document: StoredDocument): Promise<void>;
};

/** Stores the records of documents. Every write requires an existing dossier; an upload must also be awaited. */
export function createDocumentRecords(table: Table): Records {
  const dossiers = createDossiers(table);

  const save = (document: StoredDocument, condition: Condition, arrival?: Arrival) =>
    translated(document.id, async () => {
      const { dossierId, id, taskId, scan } = document;
      await noteDay(table, dossierId, document.at);
      const record = put(table, "document", { ...document, ...keys.document(dossierId, id) }, condition);
      if (!arrival || scan !== "accepted")
        return write(table, record, check(table, keys.dossier(dossierId), EXISTS));
      return write(
        table,
        record,
        check(table, keys.dossier(dossierId), asRead(arrival)),
        check(table, keys.task(dossierId, taskId), IS_OPEN),
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

    record: (document, arrival) => save(document, IS_NEW, arrival),
    recordOwn: (document) => save(document, IS_NEW),
  };
}

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
