import { GetCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { StoredDocument } from "../../domain/documents.ts";
import { readDocument } from "../../domain/migrations.ts";
import type { Arrival, Documents } from "../../domain/ports.ts";
import { createDossiers } from "./dossiers.ts";
import { keys } from "./keys.ts";
import { readItem } from "./read-items.ts";
import { type Table, translated } from "./table.ts";
import { check, type Condition, IS_NEW, put, type Update, update, write } from "./writes.ts";

type Records = Pick<Documents, "find" | "findArrival" | "record"> & {
  /** Records a document that the system made. */
  recordOwn(document: StoredDocument): Promise<void>;
};

/** Stores the records of documents. Every write requires an existing dossier; an upload must also be awaited. */
export function createDocumentRecords(table: Table): Records {
  const dossiers = createDossiers(table);
  const get = (Key: Record<string, string>) =>
    table.client.send(new GetCommand({ TableName: table.name, Key, ConsistentRead: true }));

  const save = (document: StoredDocument, condition: Condition, arrival?: Arrival) =>
    translated(document.id, () => {
      const { dossierId, id, taskId, scan } = document;
      const record = put(table, { ...document, ...keys.document(dossierId, id) }, condition);
      if (!arrival || scan !== "accepted")
        return write(table, record, check(table, keys.dossier(dossierId), EXISTS));
      return write(
        table,
        record,
        check(table, keys.dossier(dossierId), asRead(arrival)),
        check(table, keys.task(dossierId, taskId), IS_OPEN),
        update(table, keys.arrivals(dossierId), oneMore(arrival)),
      );
    });

  return {
    find: (dossierId, id) =>
      translated(id, async () => {
        const { Item } = await get(keys.document(dossierId, id));
        return Item && readItem(Item, readDocument);
      }),

    findArrival: (dossierId) =>
      translated(dossierId, async () => {
        // Read this first: a document that arrives during the other reads then makes this value stale.
        const { Item } = await get(keys.arrivals(dossierId));
        const whole = await dossiers.findWhole(dossierId);
        return whole && { ...whole, revision: Revision.parse(Item ?? {}).revision };
      }),

    record: (document, arrival) => save(document, IS_NOT_ACCEPTED, arrival),
    recordOwn: (document) => save(document, IS_NEW),
  };
}

const Revision = z.object({ revision: z.int().default(0) });

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
const IS_NOT_ACCEPTED: Condition = {
  condition: "attribute_not_exists(pk) OR #scan <> :accepted",
  names: { "#scan": "scan" },
  values: { ":accepted": "accepted" },
};
/** Fails for a tombstone, which has no version, and after the replacement of a person, which raises the version. */
const asRead = ({ dossier }: Arrival): Condition => ({
  condition: "version = :version",
  values: { ":version": dossier.version },
});
const oneMore = ({ revision }: Arrival): Update => ({
  expression: "SET revision = :next",
  condition: revision === 0 ? "attribute_not_exists(revision)" : "revision = :before",
  values: { ":next": revision + 1, ...(revision === 0 ? {} : { ":before": revision }) },
});
