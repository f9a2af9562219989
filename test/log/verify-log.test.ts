import { DeleteCommand, GetCommand, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { keys } from "../../functions/adapters/dynamodb/keys.ts";
import { addDays } from "../../functions/domain/calendar.ts";
import { createFollowUp } from "../../functions/follow-up/create-follow-up.ts";
import { createSealLog } from "../../functions/log/seal-log.ts";
import { createVerifyLog } from "../../functions/log/verify-log.ts";
import { openTestTable, type TestTable } from "../adapters/database.ts";
import { openTestBackend, type TestBackend } from "../application/backend.ts";
import { aDossier, NOW } from "../builders/dossier.ts";

const TEAM = { role: "led-team", id: "tine-team", name: "Tine Teamlid" } as const;
const { id } = aDossier();

let opened: TestTable;
let test: TestBackend;

beforeAll(async () => {
  opened = await openTestTable();
});
afterAll(() => opened.database.stop());
beforeEach(async () => {
  test = openTestBackend(opened.table);
  await forget();
});

const client = () => opened.table.client;
const TableName = () => opened.table.name;
const forget = async () => {
  const stored = await opened.table.client.send(
    new GetCommand({ TableName: TableName(), Key: keys.dossier(id) }),
  );
  if (!stored.Item) return;
  await test.backend.tombstones.clear(aDossier());
  await client().send(new DeleteCommand({ TableName: TableName(), Key: keys.dossier(id) }));
};

const noteOn = async (day: number, text = `Dag ${day}`) => {
  test.time.now = addDays(NOW, day);
  const note = { id: `01NOTE${day}`, at: test.time.now, by: TEAM, text };
  await test.backend.dossiers.addNote(id, note);
};
/** Follow-up on the morning after a day. */
const sweepAfter = async (day: number) => {
  test.time.now = addDays(NOW, day + 1);
  const failures: unknown[] = [];
  await createFollowUp(test.acts, (_due, error) => failures.push(error))(() => true);
  expect(failures).toEqual([]);
};
const verify = async () => {
  const { log: _log, ...verdict } = await createVerifyLog(test.backend)(id);
  return verdict;
};
const differenceNow = async () => (await verify()).difference;

/** Three days with entries; the second has two. */
async function threeDays(): Promise<void> {
  await test.backend.dossiers.create(aDossier({ openedAt: NOW, clocks: {} }));
  await noteOn(1);
  await sweepAfter(1);
  await noteOn(2);
  await test.backend.readings.record(id, {
    ...{ day: test.time.now.slice(0, 10), at: test.time.now, what: "dossier" },
    by: { id: TEAM.id, name: TEAM.name, roles: ["led-team"] },
  });
  await sweepAfter(2);
}

describe("the log of a dossier", () => {
  it("is as its digests say, each over the one before, and only for days with entries", async () => {
    await threeDays();
    await sweepAfter(9);

    const kept = (await test.backend.logDigests.list(id)).map(({ digest }) => digest);
    expect(kept.map((digest) => digest?.entries.map(({ kind }) => kind))).toEqual([
      ["opened"],
      ["note"],
      ["note", "reading"],
    ]);
    expect(kept.map((digest) => digest?.previous)).toEqual([undefined, kept[0]?.digest, kept[1]?.digest]);
    expect(await verify()).toEqual({
      ...{ digests: 3, entries: 4, isErased: false, until: kept[2]?.day, difference: undefined },
    });
  });

  it("names nobody and nothing that people typed in its digests", async () => {
    await threeDays();

    const text = JSON.stringify([...test.logDigests.kept.values()]);
    for (const told of ["Tine", TEAM.id, "Dag 1", "01NOTE1", "Voorbeeldegem"])
      expect(text).not.toContain(told);
  });

  it("locks a digest for as long as the dossier would be kept if it closed now", async () => {
    await threeDays();

    expect([...test.logDigests.kept.values()].map(({ lockedUntil }) => lockedUntil.slice(0, 4))).toEqual([
      ...["2027", "2027", "2027"],
    ]);
  });

  it("takes a digest that was kept but not recorded as it is, also where two sweeps take it", async () => {
    await test.backend.dossiers.create(aDossier({ openedAt: NOW, clocks: {} }));
    const logs = { ...test.backend.logs, advance: () => Promise.reject(new Error("the function ended")) };
    test.time.now = addDays(NOW, 1);
    const interrupted = createSealLog({ ...test.backend, logs });
    await expect(interrupted(id)).rejects.toThrow("the function ended");
    test.time.now = addDays(NOW, 2);
    await Promise.all([test.acts.sealLog(id), test.acts.sealLog(id)]);

    expect(test.logDigests.kept.size).toBe(1);
    expect(await differenceNow()).toBeUndefined();
  });

  it("catches up after days without a sweep, one digest a day", async () => {
    await test.backend.dossiers.create(aDossier({ openedAt: NOW, clocks: {} }));
    for (const day of [1, 2, 3]) await noteOn(day);
    await sweepAfter(9);

    expect(test.logDigests.kept.size).toBe(4);
    expect(await differenceNow()).toBeUndefined();
  });

  it("keeps no digest while the bucket is down, and makes up for it", async () => {
    await test.backend.dossiers.create(aDossier({ openedAt: NOW, clocks: {} }));
    test.logDigests.isDown = true;
    test.time.now = addDays(NOW, 1);
    await createFollowUp(test.acts, () => undefined)(() => true);
    expect(await differenceNow()).toBeUndefined();
    test.time.now = addDays(NOW, 3);
    expect(await differenceNow()).toEqual({ what: "digest-missing", day: NOW.slice(0, 10) });
    test.logDigests.isDown = false;
    await sweepAfter(3);

    expect(await differenceNow()).toBeUndefined();
  });
});

describe("tampering with the stored table is named:", () => {
  beforeEach(threeDays);

  it("an entry that was changed", async () => {
    await client().send(
      new UpdateCommand({
        ...{ TableName: TableName(), Key: keys.note(id, "01NOTE1") },
        UpdateExpression: "SET #text = :other",
        ExpressionAttributeNames: { "#text": "text" },
        ExpressionAttributeValues: { ":other": "Iets anders" },
      }),
    );

    expect(await differenceNow()).toMatchObject({
      what: "changed",
      day: addDays(NOW, 1).slice(0, 10),
      entry: { kind: "note", id: "note/01NOTE1" },
    });
  });

  it("an entry that was moved to another moment", async () => {
    await client().send(
      new UpdateCommand({
        ...{ TableName: TableName(), Key: keys.note(id, "01NOTE1") },
        UpdateExpression: "SET #at = :later",
        ExpressionAttributeNames: { "#at": "at" },
        ExpressionAttributeValues: { ":later": addDays(NOW, 2) },
      }),
    );

    expect(await differenceNow()).toMatchObject({ what: "changed", entry: { id: "note/01NOTE1" } });
  });

  it("an entry that was removed", async () => {
    await client().send(new DeleteCommand({ TableName: TableName(), Key: keys.note(id, "01NOTE2") }));

    expect(await differenceNow()).toMatchObject({
      what: "removed",
      day: addDays(NOW, 2).slice(0, 10),
      entry: { kind: "note", at: addDays(NOW, 2) },
    });
  });

  it("an entry that was added later", async () => {
    const note = { id: "01LATER", at: addDays(NOW, 1), by: TEAM, text: "Achteraf" };
    await client().send(
      new PutCommand({ TableName: TableName(), Item: { ...note, ...keys.note(id, "01LATER") } }),
    );

    expect(await differenceNow()).toMatchObject({
      what: "added",
      day: addDays(NOW, 1).slice(0, 10),
      entry: { id: "note/01LATER" },
    });
  });

  it.each([1, 2, 3])("digest %d that is missing", async (place) => {
    const key = [...test.logDigests.kept.keys()][place - 1] ?? "";
    test.logDigests.kept.delete(key);

    // It shows by the next digest, or by what the table knows of the last.
    const shownBy = [...test.logDigests.kept.keys()][place - 1] ?? key;
    expect(await differenceNow()).toEqual({ what: "digest-missing", day: shownBy.slice(-10) });
  });

  it("a digest that was changed", async () => {
    const [key, kept] = [...test.logDigests.kept][1] ?? [];
    if (key && kept) test.logDigests.kept.set(key, { ...kept, digest: { ...kept.digest, entries: [] } });

    expect(await differenceNow()).toEqual({ what: "digest-changed", day: key?.slice(-10) });
  });

  it("a salt that was lost: nothing in the table is what was sealed", async () => {
    await client().send(new DeleteCommand({ TableName: TableName(), Key: keys.logState(id) }));

    expect(await differenceNow()).toMatchObject({ what: "removed", entry: { kind: "opened" } });
  });
});

describe("an erased dossier", () => {
  it("leaves a chain that can be verified, with its erasure at the end and nobody in it", async () => {
    await threeDays();
    const { dossiers } = test.backend;
    const current = await dossiers.find(id);
    const closed = { at: test.time.now, outcome: "withdrawn", reason: "Stopt", by: TEAM } as const;
    await dossiers.save({ ...aDossier(), ...current, status: "CLOSED", closed } as never);
    await test.acts.eraseDossier(id, "objection");
    await sweepAfter(3);
    await sweepAfter(5);

    const digests = [...test.logDigests.kept.values()].map(({ digest }) => digest);
    const tombstone = await test.backend.tombstones.find(id);
    expect(digests.at(-1)?.entries.map(({ kind }) => kind)).toEqual(["erased"]);
    expect(tombstone?.digest).toBe(digests.at(-1)?.digest);
    expect((await test.backend.logs.read(id)).state).toBeUndefined();
    expect(await verify()).toMatchObject({ isErased: true, digests: 4, difference: undefined });
  });
});
