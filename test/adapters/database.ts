import { spawnSync } from "node:child_process";
import { CreateTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { afterAll } from "vitest";
import { INDEXES } from "../../functions/adapters/dynamodb/keys.ts";
import { openTable, type Table } from "../../functions/adapters/dynamodb/table.ts";
import { type Database, type Engine, startDatabase } from "../../local/dynamodb/database.ts";
import { openMemoryTable } from "../fakes/memory-table.ts";

const NOTHING_TO_STOP: Database = { url: "", stop: () => Promise.resolve(), kill: () => undefined };

export type TestTable = { table: Table; database: Database };

const text = (AttributeName: string) => ({ AttributeName, AttributeType: "S" as const });

/** A real in-memory database with the table of the stack. */
export async function openTestTable(engine?: Engine | "memory"): Promise<TestTable> {
  if (engine === "memory") return { table: openMemoryTable(), database: NOTHING_TO_STOP };
  const database = await startDatabase(undefined, engine);
  const client = new DynamoDBClient({
    endpoint: database.url,
    region: "eu-west-1",
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
  });
  const names = [
    "pk",
    "sk",
    ...Object.values(INDEXES).flatMap((index) => [index.partitionKey, index.sortKey]),
  ];
  await client.send(
    new CreateTableCommand({
      TableName: "dossiers",
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: [...new Set(names)].map(text),
      KeySchema: [
        { AttributeName: "pk", KeyType: "HASH" },
        { AttributeName: "sk", KeyType: "RANGE" },
      ],
      GlobalSecondaryIndexes: Object.entries(INDEXES).map(([IndexName, { partitionKey, sortKey }]) => ({
        IndexName,
        KeySchema: [
          { AttributeName: partitionKey, KeyType: "HASH" as const },
          { AttributeName: sortKey, KeyType: "RANGE" as const },
        ],
        Projection: { ProjectionType: "ALL" as const },
      })),
    }),
  );
  return { table: openTable("dossiers", client), database };
}

/** The table of the stack for all tests of a file, on a real database that stops afterwards. */
export async function openFileTable(engine?: Engine | "memory"): Promise<Table> {
  const { table, database } = await openTestTable(engine);
  afterAll(() => database.stop());
  return table;
}

/** Major version of Java on the path; undefined without Java. */
function javaVersion(): number | undefined {
  const { stderr, error } = spawnSync("java", ["-version"], { encoding: "utf8" });
  return error ? undefined : Number(/version "(\d+)/.exec(stderr)?.[1] ?? 0);
}

/**
 * Engines for the tests: dynoxide, Amazon's DynamoDB Local where Java 17 or newer exists, and the table in memory that
 * the walks use.
 */
export const ENGINES: { name: string; engine: Engine | "memory" }[] = [
  { name: "the table in memory", engine: "memory" },
  { name: "dynoxide", engine: "dynoxide" },
  ...((javaVersion() ?? 0) >= 17 ? [{ name: "DynamoDB Local", engine: "dynamodb-local" as const }] : []),
];
