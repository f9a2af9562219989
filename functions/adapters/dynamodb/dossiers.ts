import { GetCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { STAGES } from "../../../statemachine/contract.ts";
import { Access } from "../../domain/access.ts";
import { Dossier } from "../../domain/dossier.ts";
import { readDocument, readDossier, readTask } from "../../domain/migrations.ts";
import { Unreadable } from "../../domain/errors.ts";
import { Actor } from "../../domain/people.ts";
import type { Change, Dossiers, DossierSummary, MailRecord, WholeDossier } from "../../domain/ports.ts";
import { formatReference } from "../../domain/reference.ts";
import { dossierItem } from "./items.ts";
import { dossierIdIn, INDEXES, keys, PARKED, partition } from "./keys.ts";
import { createNotes, NoteItem, notePut } from "./notes.ts";
import { readItem, readItems } from "./read-items.ts";
import { isTombstone } from "./tombstones.ts";
import { queryAll, queryPage, type Table, translated } from "./table.ts";
import { count, IS_NEW, put, update, write } from "./writes.ts";

const ChangeItem: z.ZodType<Change> = z.object({
  id: z.string(),
  at: z.string(),
  by: Actor,
  what: z.string(),
  from: z.unknown().optional(),
  to: z.unknown().optional(),
});
export const MailItem: z.ZodType<MailRecord> = z.object({
  key: z.string(),
  template: z.string(),
  to: z.array(z.string()),
  person: z.string().optional(),
  subject: z.string(),
  status: z.enum(["sending", "sent", "refused"]),
  at: z.string(),
  messageId: z.string().optional(),
  claimedBy: z.string().optional(),
  claimedUntil: z.string().optional(),
});
const Summary: z.ZodType<DossierSummary> = z.object({
  id: z.string(),
  reference: z.string(),
  organisationName: z.string(),
  organisationType: z.string(),
  ovoCode: z.string().optional(),
  status: z.enum(Dossier.options.map((option) => option.shape.status.value)),
  stage: z.enum(STAGES),
  since: z.string(),
  heldUntil: z.string().optional(),
});
const Keyed = z.object({ sk: z.string() });
const PartitionKeyed = z.object({ pk: z.string() });
/** Parked dossiers are read one by one: the index is eventually consistent and lacks the cause. */
const PARKED_PAGE = 25;

export const changePuts = (table: Table, dossierId: string, changes: Change[]) =>
  changes.map((change) => put(table, { ...change, ...keys.change(dossierId, change.id) }, IS_NEW));

/** Writes the dossier with optimistic locking on the version that was read. */
export const dossierPut = (table: Table, dossier: Dossier) =>
  put(table, dossierItem({ ...dossier, version: dossier.version + 1 }), {
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

    find: (id) => translated(id, async () => readItem(await get(id), readLiving)),

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
        const { Item } = await client.send(new GetCommand({ TableName, Key: keys.reference(reference) }));
        return Item && z.object({ dossierId: z.string() }).parse(Item).dossierId;
      }),

    takeReference: (year) =>
      translated(`counter ${year}`, async () => {
        const counted = await count(table, keys.counter(year), "lastNumber");
        return formatReference(year, z.object({ lastNumber: z.number() }).parse(counted).lastNumber);
      }),

    create: (dossier, { requestId, note } = {}) =>
      translated(dossier.id, async () => {
        const reference = { ...keys.reference(dossier.reference), dossierId: dossier.id };
        await write(
          table,
          put(table, dossierItem(dossier), IS_NEW),
          put(table, reference, IS_NEW),
          ...(requestId === undefined ? [] : [requestBecomes(table, requestId, dossier.id)]),
          ...(note ? [notePut(table, dossier.id, note)] : []),
        );
        return dossier;
      }),

    save: (dossier, changes = []) =>
      translated(dossier.id, async () => {
        await write(table, dossierPut(table, dossier), ...changePuts(table, dossier.id, changes));
        return { ...dossier, version: dossier.version + 1 };
      }),

    listByStage: (stage, next) =>
      translated(stage, async () => {
        const page = await queryPage(table, indexQuery("byStage", INDEXES.byStage.partitionKey, stage), next);
        return { ...page, ...readItems(page.items, (item) => Summary.parse(item)) };
      }),

    listByOrganisation: (enterpriseNumber) =>
      translated("organisation", async () => {
        const query = indexQuery("byOrganisation", "enterpriseNumber", enterpriseNumber);
        return readItems(await queryAll(table, query), (item) => Summary.parse(item)).items;
      }),

    listParked: (next) =>
      translated("parked", async () => {
        const page = await queryPage(
          table,
          { ...indexQuery("openTasks", "openFor", PARKED), Limit: PARKED_PAGE },
          next,
        );
        const ids = page.items.map((item) => dossierIdIn(PartitionKeyed.parse(item).pk));
        const { items, unreadable } = readItems(await Promise.all(ids.map(get)), readLiving);
        return { ...page, items: items.filter((dossier) => dossier?.status === "PARKED"), unreadable };
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

/** Undefined where the dossier does not exist or was deleted. */
const readLiving = (item: unknown): Dossier | undefined =>
  item === undefined || isTombstone(item) ? undefined : readDossier(item);

/** Item kinds that decisions depend on. An unreadable note, mail or change blocks no act. */
const DECIDED_ON = / (TASK|DOCUMENT|ACCESS)#/;

/** Groups the items of a partition by kind. */
function assemble(items: unknown[]): WholeDossier | undefined {
  const keyed = items.map((item) => ({ item, sk: Keyed.parse(item).sk }));
  const unreadable: string[] = [];
  const ofKind = <Item>(prefix: string, read: (item: unknown) => Item): Item[] => {
    const found = readItems(
      keyed.filter(({ sk }) => sk.startsWith(prefix)).map(({ item }) => item),
      read,
    );
    unreadable.push(...found.unreadable);
    return found.items;
  };
  const itself = keyed.find(({ sk }) => sk === "DOSSIER")?.item;
  const dossier = readItem(itself, readLiving);
  return (
    dossier && {
      dossier,
      tasks: ofKind("TASK#", readTask),
      documents: ofKind("DOCUMENT#", readDocument),
      mails: ofKind("MAIL#", (item) => MailItem.parse(item)),
      changes: ofKind("CHANGE#", (item) => ChangeItem.parse(item)),
      accesses: ofKind("ACCESS#", (item) => Access.parse(item)),
      notes: ofKind("NOTE#", (item) => NoteItem.parse(item)),
      unreadable,
    }
  );
}
