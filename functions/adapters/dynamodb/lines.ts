import { listsOf, type OverviewLine, placeIn } from "../../domain/overview-line.ts";
import type { Lines } from "../../domain/ports.ts";
import { entriesOf } from "../../domain/search-words.ts";
import { foundPartition, type Key, keyOf, keys, linesPartition, sha256 } from "./keys.ts";
import { getItem, readItems } from "./read-items.ts";
import { isUnmet, queryPage, type Table, translated } from "./table.ts";
import { check, IS_NEW, overwrite, put, write, writeMany } from "./writes.ts";

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

const eraseAll = (table: Table, gone: readonly Key[]) => writeMany(table, "found", { gone }, "always-equal");

/** Deletes the line of a dossier, and what a search finds it by. The record goes last, with the rest of the partition. */
export async function removeLine(table: Table, id: string): Promise<void> {
  const record = await getItem(table, keys.lineRecord(id), "lineRecord");
  if (record) await eraseAll(table, [...record.places, ...foundKeys(record.words, id)]);
}

export function createLines(table: Table): Lines {
  return {
    keep: (line, words) =>
      translated(line.id, async () => {
        const { id } = line;
        const record = await getItem(table, keys.lineRecord(id), "lineRecord");
        const content = sha256(JSON.stringify([line, words]));
        if (record?.content === content) return;
        const before = { places: record?.places ?? [], words: record?.words ?? [] };
        const places = lineKeys(line);
        const isGoingOn = check(table, keys.dossier(id), {
          condition: "attribute_exists(pk) AND #status <> :deleted",
          names: { "#status": "status" },
          values: { ":deleted": "DELETED" },
        });
        const recording = async (
          of: { places: Key[]; words: string[]; content: string },
          revision: number,
        ) => {
          const isAsRead = { condition: "revision = :read", values: { ":read": revision } };
          const item = { ...of, revision: revision + 1, ...keys.lineRecord(id) };
          await write(table, put(table, "lineRecord", item, revision === 0 ? IS_NEW : isAsRead), isGoingOn);
        };
        const all = {
          places: [...before.places, ...without(places, before.places)],
          words: [...new Set([...before.words, ...words])],
        };
        const revision = record?.revision ?? 0;
        // Recorded before it is written: a deletion finds all of it, wherever the writing stopped.
        await recording({ ...all, content: "" }, revision);
        // After an interruption it is not known what was written.
        const known = record?.content === "" ? [] : foundKeys(before.words, id);
        const found = foundKeys(words, id);
        const items = places.map((key) => ({ ...line, ...key }));
        await writeMany(table, "line", { items }, "latest-is-true");
        const entries = without(found, known).map((key) => ({ dossierId: id, ...key }));
        const gone = [...without(all.places, places), ...without(foundKeys(all.words, id), found)];
        await writeMany(table, "found", { items: entries, gone }, "always-equal");
        try {
          await recording({ places, words, content }, revision + 1);
        } catch (error) {
          // The dossier was deleted meanwhile.
          if (isUnmet(error, 1)) await eraseAll(table, [...places, ...found]);
          throw error;
        }
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
