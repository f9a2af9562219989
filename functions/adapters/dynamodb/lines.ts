import { listsOf, type OverviewLine, placeIn } from "../../domain/overview-line.ts";
import type { Lines } from "../../domain/ports.ts";
import { entriesOf } from "../../domain/search-words.ts";
import { foundPartition, type Key, keyOf, keys, linesPartition, sha256 } from "./keys.ts";
import { getItem, readItems } from "./read-items.ts";
import type { Stored } from "./shapes.ts";
import { queryPage, type Table, translated } from "./table.ts";
import { type Action, check, IS_NEW, overwrite, put, putOver, remove, write } from "./writes.ts";

/** Dossiers of one entry that a search reads: their ids only. */
const MOST_IDS = 1000;

/** Where a line is in its lists. */
export const lineKeys = (line: OverviewLine): Key[] =>
  listsOf(line).map((list) => keys.line(list, placeIn(list, line)));

const sameKey = (one: Key) => (other: Key) => one.pk === other.pk && one.sk === other.sk;
const without = (some: readonly Key[], others: readonly Key[]): Key[] =>
  some.filter((key) => !others.some(sameKey(key)));
const foundKeys = (words: readonly string[], id: string): Key[] =>
  [...new Set(words.flatMap(entriesOf))].map((entry) => keys.found(entry, id));

/** Changes of one transaction, beside the record and the check of the dossier: DynamoDB takes 100 actions. */
const AT_ONCE = 98;

/** Where the line of a dossier is, and what a search finds it by: also what an interrupted writing left there. */
export async function placesOfLine(table: Table, id: string): Promise<Key[]> {
  const record = await getItem(table, keys.lineRecord(id), "lineRecord");
  return record ? [...record.places, ...foundKeys(record.words, id)] : [];
}

export function createLines(table: Table): Lines {
  return {
    keep: (line, words) =>
      translated(line.id, async () => {
        const { id } = line;
        const record = await getItem(table, keys.lineRecord(id), "lineRecord");
        const content = sha256(JSON.stringify([{ ...line, changedAt: undefined }, words]));
        if (record?.content === content) return;
        const before = { places: record?.places ?? [], words: record?.words ?? [] };
        const places = lineKeys(line);
        // Nothing of a deleted dossier is written, however late: its deletion could no longer find it.
        const isGoingOn = check(table, keys.dossier(id), {
          condition: "attribute_exists(pk) AND #status <> :deleted",
          names: { "#status": "status" },
          values: { ":deleted": "DELETED" },
        });
        let revision = record?.revision ?? 0;
        const writeWith = async (of: Omit<Stored<"lineRecord">, "revision">, changes: Action[]) => {
          const isAsRead = { condition: "revision = :read", values: { ":read": revision } };
          const item = { ...of, revision: revision + 1, ...keys.lineRecord(id) };
          const recording = put(table, "lineRecord", item, revision === 0 ? IS_NEW : isAsRead);
          await write(table, ...changes, recording, isGoingOn);
          revision += 1;
        };
        const all = {
          places: [...before.places, ...without(places, before.places)],
          words: [...new Set([...before.words, ...words])],
        };
        // After an interruption it is not known what was written.
        const known = record?.content === "" ? [] : foundKeys(before.words, id);
        const found = foundKeys(words, id);
        const gone = [...without(all.places, places), ...without(foundKeys(all.words, id), found)];
        const changes = [
          ...places.map((key) => putOver(table, "line", { ...line, ...key }, "guarded")),
          ...without(found, known).map((key) =>
            putOver(table, "found", { dossierId: id, ...key }, "guarded"),
          ),
          ...gone.map((key) => remove(table, key)),
        ];
        // What one transaction cannot hold is recorded before it is written: a deletion finds all of it, wherever the
        // writing stopped.
        if (changes.length > AT_ONCE) await writeWith({ ...all, content: "" }, []);
        while (changes.length > AT_ONCE) await writeWith({ ...all, content: "" }, changes.splice(0, AT_ONCE));
        await writeWith({ places, words, content }, changes);
      }),

    list: (list, { after, isDescending = false, limit }) =>
      translated(list, async () => {
        const page = await queryPage(
          table,
          {
            KeyConditionExpression: `pk = :pk${after === undefined ? "" : ` AND sk ${isDescending ? "<" : ">"} :after`}`,
            ExpressionAttributeValues: {
              ":pk": linesPartition(list),
              ...(after === undefined ? {} : { ":after": after }),
            },
            ScanIndexForward: !isDescending,
            Limit: limit,
          },
          undefined,
        );
        const last = page.next === undefined ? undefined : page.items.at(-1);
        const { items, unreadable } = readItems(page.items, "line");
        return { items, unreadable, ...(last === undefined ? {} : { next: keyOf(last).sk }) };
      }),

    findIds: (entry) =>
      translated("search", async () => {
        const page = await queryPage(
          table,
          {
            KeyConditionExpression: "pk = :pk",
            ExpressionAttributeValues: { ":pk": foundPartition(entry) },
            ScanIndexForward: false,
            Limit: MOST_IDS,
          },
          undefined,
        );
        return { ids: page.items.map((item) => keyOf(item).sk), isComplete: page.next === undefined };
      }),

    findStatistics: () => translated("statistics", () => getItem(table, keys.statistics(), "statistics")),

    saveStatistics: (statistics) =>
      translated("statistics", () =>
        overwrite(table, "statistics", { ...statistics, ...keys.statistics() }, "latest-is-true"),
      ),

    findState: () => translated("overview", () => getItem(table, keys.overviewState(), "overviewState")),

    saveState: (state) =>
      translated("overview", () =>
        overwrite(table, "overviewState", { ...state, ...keys.overviewState() }, "latest-is-true"),
      ),
  };
}
