import { type Database, NoDatabase, startDatabase } from "../dynamodb/database.ts";
import { DynamoDb } from "../dynamodb/dynamodb.ts";
import { createTables, importedTables, type Table, tablesOf } from "../dynamodb/tables.ts";
import { expireItems } from "../dynamodb/time-to-live.ts";
import { Identities } from "../ses/identities.ts";
import { Mailbox } from "../ses/mailbox.ts";
import { Ses } from "../ses/ses.ts";
import { Suppressions } from "../ses/suppressions.ts";
import type { Foundation } from "./foundation.ts";

export type Data = {
  database: Database;
  dynamoDb: DynamoDb;
  tables: Table[];
  mailbox: Mailbox;
  suppressions: Suppressions;
  ses: Ses;
};

const DAY = 86_400_000;

/** Starts the database with the tables of the template, and the mailbox. */
export async function startData(foundation: Foundation): Promise<Data> {
  const { template, state, counts, clock } = foundation;
  const tables = tablesOf(template);
  const database = await startDatabase(state.inMemory ? undefined : state.path("dynamodb")).catch(
    (error: unknown) => {
      throw error instanceof NoDatabase ? error : state.unusable(error);
    },
  );
  const dynamoDb = new DynamoDb(database, tables, counts);
  try {
    await createTables(tables, dynamoDb.send);
    tables.push(...(await importedTables(tables, template, dynamoDb.send)));
  } catch (error) {
    database.kill();
    throw state.unusable(error);
  }
  expireDaily(foundation, () => expireItems(tables, dynamoDb, clock.now()));
  const mailbox = new Mailbox(state);
  const suppressions = new Suppressions(state);
  const ses = new Ses({ clock, identities: new Identities(template), mailbox, suppressions, counts });
  return { database, dynamoDb, tables, mailbox, suppressions, ses };
}

/** Deletes expired items once per virtual day. */
export function expireDaily(foundation: Foundation, expire: () => Promise<void>): void {
  const { clock, activity } = foundation;
  clock.at(clock.now() + DAY, async () => {
    expireDaily(foundation, expire);
    await activity.during(expire);
  });
}
