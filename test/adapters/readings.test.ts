import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createReadings } from "../../functions/adapters/dynamodb/readings.ts";
import { RetryLater } from "../../functions/domain/errors.ts";
import type { Reading } from "../../functions/domain/reading.ts";
import { NOW } from "../builders/dossier.ts";
import { ENGINES, openTestTable, type TestTable } from "./database.ts";

const aReading = (differences: Partial<Reading> = {}): Reading => ({
  ...{ day: "2026-11-23", at: NOW, what: "dossier" },
  by: { id: "staff-1", name: "Lies Team", roles: ["led-team"] },
  ...differences,
});

describe.each(ENGINES)("readings on $name", ({ engine }) => {
  let opened: TestTable;
  beforeAll(async () => {
    opened = await openTestTable(engine);
  });
  afterAll(() => opened.database.stop());

  it("are stored once for each person, day and thing, the first of them, also when concurrent", async () => {
    const readings = createReadings(opened.table);
    await readings.record("d1", aReading());
    const later = aReading({ at: "2026-11-23T15:00:00.000Z" });
    await Promise.all([1, 2, 3, 4].map(() => readings.record("d1", later)));
    await readings.record("d1", aReading({ what: "document", id: "a" }));
    await readings.record("d1", aReading({ what: "document", id: "b" }));
    await readings.record("d1", aReading({ by: { id: "staff-2", name: "Dirk DPO", roles: ["led-dpo"] } }));
    await readings.record("d1", aReading({ day: "2026-11-24" }));
    await readings.record("d2", aReading());

    const all = await readings.listAll("d1");
    expect(all).toHaveLength(5);
    expect(all[0]?.day).toBe("2026-11-24");
    expect(all).toContainEqual(aReading());
    expect(all).not.toContainEqual(later);
    expect((await readings.list("d1")).items).toEqual(all);
  });

  it("fail when the table refuses them temporarily, and do not count as recorded", async () => {
    const table = { ...opened.table, name: opened.table.name };
    const client = Object.create(table.client) as typeof table.client;
    client.send = () =>
      Promise.reject(Object.assign(new Error("slow down"), { name: "ThrottlingException" }));

    await expect(createReadings({ ...table, client }).record("d3", aReading())).rejects.toThrow(RetryLater);
    expect(await createReadings(opened.table).listAll("d3")).toEqual([]);
  });
});
