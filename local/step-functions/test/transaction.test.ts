import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { Transaction } from "../store/transaction.ts";

function aTable() {
  const database = new DatabaseSync(":memory:");
  onTestFinished(() => database.close());
  database.exec("CREATE TABLE rows (id INTEGER PRIMARY KEY)");
  const insert = (id: number) => () => void database.prepare("INSERT INTO rows VALUES (?)").run(id);
  const ids = () =>
    database
      .prepare("SELECT id FROM rows")
      .all()
      .map(({ id }) => id);
  return { database, transaction: new Transaction(database), insert, ids };
}

test("writes of one turn are committed together, at its end", async () => {
  const { database, transaction, insert, ids } = aTable();

  const writes = [transaction.add(insert(1)), transaction.add(insert(2))];
  const isOpenBefore = database.isTransaction;
  await Promise.all(writes);

  expect([isOpenBefore, database.isTransaction]).toEqual([true, false]);
  expect(ids()).toEqual([1, 2]);
});

test("when one write fails, all writes of the transaction are rolled back and rejected", async () => {
  const { transaction, insert, ids } = aTable();

  const outcomes = await Promise.allSettled([transaction.add(insert(1)), transaction.add(insert(1))]);

  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(ids()).toEqual([]);
});

test("works after a failure", async () => {
  const { transaction, insert, ids } = aTable();
  await transaction.add(insert(1));
  await transaction.add(insert(1)).catch(() => undefined);

  await transaction.add(insert(2));

  expect(ids()).toEqual([1, 2]);
});

test("ends at once where a later step relies on it", async () => {
  const { database, transaction, insert } = aTable();
  const written = transaction.add(insert(1));

  transaction.end();

  expect(database.isTransaction).toBe(false);
  await written;
});
