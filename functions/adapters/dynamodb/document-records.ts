import { GetCommand, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { StoredDocument } from "../../domain/documents.ts";
import { readDocument } from "../../domain/migrations.ts";
import type { Arrival, Documents } from "../../domain/ports.ts";
import { createDossiers } from "./dossiers.ts";
import { keys } from "./keys.ts";
import { type Table, translated } from "./table.ts";

type Records = Pick<Documents, "find" | "findArrival" | "record"> & {
  /** What the system made itself stands there, whatever stood there. */
  recordOwn(document: StoredDocument): Promise<void>;
};
type Condition = { names?: Record<string, string>; values?: Record<string, unknown>; expression: string };
type Item = Record<string, string>;

const STATUS = { "#status": "status" };

/** The records of documents: written only while there is a dossier, and of an upload only while it is waited for. */
export function createDocumentRecords(table: Table): Records {
  const { client, name: TableName } = table;
  const dossiers = createDossiers(table);
  const get = (Key: Item) => client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));

  const write = (document: StoredDocument, put: Condition | undefined, arrival?: Arrival) =>
    translated(document.id, async () => {
      const { dossierId, id, taskId } = document;
      const Item = { ...document, ...keys.document(dossierId, id) };
      const check = (Key: Item, condition: Condition) => ({
        ConditionCheck: { TableName, Key, ...conditionOf(condition) },
      });
      const isTakenIn = arrival !== undefined && document.scan === "accepted";
      await client.send(
        new TransactWriteCommand({
          TransactItems: [
            { Put: { TableName, Item, ...(put && conditionOf(put)) } },
            check(keys.dossier(dossierId), isTakenIn ? asRead(arrival) : exists),
            ...(isTakenIn
              ? [check(keys.task(dossierId, taskId), isOpen), counted(TableName, dossierId, arrival)]
              : []),
          ],
        }),
      );
    });

  return {
    find: (dossierId, id) =>
      translated(id, async () => {
        const { Item } = await get(keys.document(dossierId, id));
        return Item && readDocument(Item);
      }),

    findArrival: (dossierId) =>
      translated(dossierId, async () => {
        // Read first: what arrives while the rest is read makes this one stale.
        const { Item } = await get(keys.arrivals(dossierId));
        const whole = await dossiers.findWhole(dossierId);
        return whole && { ...whole, revision: Revision.parse(Item ?? {}).revision };
      }),

    record: (document, arrival) => write(document, isNotAccepted, arrival),
    recordOwn: (document) => write(document, undefined),
  };
}

const Revision = z.object({ revision: z.int().default(0) });

const exists: Condition = {
  expression: "attribute_exists(pk) AND #status <> :deleted",
  names: STATUS,
  values: { ":deleted": "DELETED" },
};
/** A tombstone has no version, and who was replaced changed it. */
const asRead = ({ dossier }: Arrival): Condition => ({
  expression: "version = :version",
  values: { ":version": dossier.version },
});
const isOpen: Condition = { expression: "#status = :open", names: STATUS, values: { ":open": "open" } };
const isNotAccepted: Condition = {
  expression: "attribute_not_exists(pk) OR #scan <> :accepted",
  names: { "#scan": "scan" },
  values: { ":accepted": "accepted" },
};

const counted = (TableName: string, dossierId: string, { revision }: Arrival) => ({
  Update: {
    TableName,
    Key: keys.arrivals(dossierId),
    UpdateExpression: "SET revision = :next",
    ...conditionOf({
      expression: revision === 0 ? "attribute_not_exists(revision)" : "revision = :before",
      values: { ":next": revision + 1, ...(revision === 0 ? {} : { ":before": revision }) },
    }),
  },
});

function conditionOf({ expression, names, values }: Condition) {
  return {
    ConditionExpression: expression,
    ...(names && { ExpressionAttributeNames: names }),
    ...(values && { ExpressionAttributeValues: values }),
  };
}
