import { GetCommand } from "@aws-sdk/lib-dynamodb";
import type { Dossier } from "../../domain/dossier.ts";
import { Unreadable } from "../../domain/errors.ts";
import type { Dossiers, WholeDossier } from "../../domain/ports.ts";
import type { Change } from "../../domain/records.ts";
import { formatReference } from "../../domain/reference.ts";
import { dossierItem } from "./items.ts";
import { dossierIdIn, INDEXES, keyOf, keys, PARKED, partition } from "./keys.ts";
import { noteDay } from "./logs.ts";
import { createNotes, notePut } from "./notes.ts";
import { getItem, readItem, readItems } from "./read-items.ts";
import { type ShapeName, SHAPES, type Stored } from "./shapes.ts";
import { isTombstone } from "./tombstones.ts";
import { queryAll, queryPage, type Table, translated } from "./table.ts";
import { count, IS_NEW, put, update, write, writeAlone } from "./writes.ts";

/** Parked dossiers are read one by one: the index is eventually consistent and lacks the cause. */
const PARKED_PAGE = 25;

export const changePuts = (table: Table, dossierId: string, changes: Change[]) =>
  changes.map((change) => put(table, "change", { ...change, ...keys.change(dossierId, change.id) }, IS_NEW));

/** Writes the dossier with optimistic locking on the version that was read. */
export const dossierPut = (table: Table, dossier: Dossier) =>
  put(table, "dossier", dossierItem({ ...dossier, version: dossier.version + 1 }), {
    condition: "version = :version",
    values: { ":version": dossier.version },
  });

export function createDossiers(table: Table): Dossiers {
  const { client, name: TableName } = table;
  const get = async (id: string): Promise<unknown> =>
    (await client.send(new GetCommand({ TableName, Key: keys.dossier(id), ConsistentRead: true }))).Item;
  const readWhole = async (id: string): Promise<WholeDossier | undefined> =>
    assemble(
      await queryAll(table, {
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: { ":pk": partition(id) },
        ConsistentRead: true,
      }),
    );
  return {
    ...createNotes(table),

    find: (id) => translated(id, async () => readLiving(await get(id))),

    findWhole: (id) =>
      translated(id, async () => {
        const whole = await readWhole(id);
        const [key] = (whole?.unreadable ?? []).filter((one) => DECIDED_ON.test(one));
        if (key !== undefined) throw new Unreadable(key);
        return whole;
      }),

    readWhole: (id) => translated(id, () => readWhole(id)),

    findIdByReference: (reference) =>
      translated(reference, async () => {
        const item = await getItem(table, keys.reference(reference), "reference");
        return item?.dossierId;
      }),

    takeReference: (year) =>
      translated(`counter ${year}`, async () => {
        const counted = await count(table, keys.counter(year), "lastNumber", {
          schemaVersion: SHAPES.counter.version,
        });
        return formatReference(year, readItem(counted, "counter").lastNumber);
      }),

    create: (dossier, { requestId, note } = {}) =>
      translated(dossier.id, async () => {
        await noteDay(table, dossier.id, dossier.openedAt);
        const reference = { ...keys.reference(dossier.reference), dossierId: dossier.id };
        await write(
          table,
          put(table, "dossier", dossierItem(dossier), IS_NEW),
          put(table, "reference", reference, IS_NEW),
          ...(requestId === undefined ? [] : [requestBecomes(table, requestId, dossier.id)]),
          ...(note ? [notePut(table, dossier.id, note)] : []),
        );
        return dossier;
      }),

    save: (dossier, changes = []) =>
      translated(dossier.id, async () => {
        await noteDay(table, dossier.id, ...changes.map(({ at }) => at));
        const saving = dossierPut(table, dossier);
        if (changes.length === 0) await writeAlone(table, saving, "equal-is-done");
        else await write(table, saving, ...changePuts(table, dossier.id, changes));
        return { ...dossier, version: dossier.version + 1 };
      }),

    listByStage: (stage, next) =>
      translated(stage, async () => {
        const page = await queryPage(table, indexQuery("byStage", INDEXES.byStage.partitionKey, stage), next);
        return { ...page, ...readItems(page.items, "dossierLine") };
      }),

    listByOrganisation: (enterpriseNumber) =>
      translated("organisation", async () => {
        const query = indexQuery("byOrganisation", "enterpriseNumber", enterpriseNumber);
        return readItems(await queryAll(table, query), "dossierLine").items;
      }),

    listParked: (next) =>
      translated("parked", async () => {
        const page = await queryPage(
          table,
          { ...indexQuery("openTasks", "openFor", PARKED), Limit: PARKED_PAGE },
          next,
        );
        const ids = page.items.map((item) => dossierIdIn(keyOf(item).pk));
        const stored = (await Promise.all(ids.map(get))).filter(isLiving);
        const { items, unreadable } = readItems(stored, "dossier");
        return { ...page, items: items.filter((dossier) => dossier.status === "PARKED"), unreadable };
      }),
  };
}

const indexQuery = (IndexName: string, attribute: string, value: string) => ({
  IndexName,
  KeyConditionExpression: "#key = :value",
  ExpressionAttributeNames: { "#key": attribute },
  ExpressionAttributeValues: { ":value": value },
});

/** Idempotent: a request becomes one dossier, however often it is confirmed. */
const requestBecomes = (table: Table, requestId: string, dossierId: string) =>
  update(table, keys.request(requestId), {
    expression: "SET dossierId = :dossierId",
    condition: "attribute_exists(pk) AND attribute_not_exists(dossierId)",
    values: { ":dossierId": dossierId },
  });

/** False where the dossier does not exist or was deleted. */
const isLiving = (item: unknown): boolean => item !== undefined && !isTombstone(item);
const readLiving = (item: unknown): Dossier | undefined =>
  isLiving(item) ? readItem(item, "dossier") : undefined;

/** Item kinds that decisions depend on. An unreadable note, mail or change blocks no act. */
const DECIDED_ON = / (TASK|DOCUMENT|ACCESS)#/;

/** Groups the items of a partition by kind. */
function assemble(items: unknown[]): WholeDossier | undefined {
  const keyed = items.map((item) => ({ item, sk: keyOf(item).sk }));
  const unreadable: string[] = [];
  const ofKind = <Name extends ShapeName>(prefix: string, name: Name): Stored<Name>[] => {
    const found = readItems(
      keyed.filter(({ sk }) => sk.startsWith(prefix)).map(({ item }) => item),
      name,
    );
    unreadable.push(...found.unreadable);
    return found.items;
  };
  const itself = keyed.find(({ sk }) => sk === "DOSSIER")?.item;
  const dossier = readLiving(itself);
  return (
    dossier && {
      dossier,
      tasks: ofKind("TASK#", "task"),
      documents: ofKind("DOCUMENT#", "document"),
      mails: ofKind("MAIL#", "mail"),
      changes: ofKind("CHANGE#", "change"),
      accesses: ofKind("ACCESS#", "access"),
      notes: ofKind("NOTE#", "note"),
      drafts: ofKind("DRAFT#", "draft"),
      unreadable,
    }
  );
}
