import * as z from "zod";
import type { Template } from "../template/template.ts";

const Keys = z.array(z.object({ AttributeName: z.string(), KeyType: z.string() }));
const Projection = z.looseObject({
  ProjectionType: z.string().optional(),
  NonKeyAttributes: z.array(z.string()).optional(),
});
const Index = z.looseObject({ IndexName: z.string(), KeySchema: Keys, Projection });
const Encryption = z.looseObject({
  SSEEnabled: z.boolean().optional(),
  KMSMasterKeyId: z.string().optional(),
});
const Properties = z.looseObject({
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.string() })),
  KeySchema: Keys,
  GlobalSecondaryIndexes: z.array(Index).default([]),
  LocalSecondaryIndexes: z.array(Index).default([]),
  TimeToLiveSpecification: z
    .looseObject({ AttributeName: z.string().optional(), Enabled: z.boolean() })
    .optional(),
  SSESpecification: Encryption.optional(),
  Replicas: z.array(z.looseObject({ SSESpecification: Encryption.optional() })).default([]),
});

export type Table = {
  name: string;
  arn: string;
  partitionKey: string;
  keys: string[];
  /** Attribute with the expiry of an item, in epoch seconds. */
  ttl: string | undefined;
  /** ARN of the customer-managed key. */
  keyArn: string | undefined;
  definition: z.infer<typeof Properties>;
};

export function tablesOf(template: Template): Table[] {
  return ["AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable"].flatMap((type) =>
    template.ofType(type, Properties).map(({ physical, properties }) => ({
      name: physical.name,
      arn: physical.attributes["Arn"] ?? "",
      partitionKey: properties.KeySchema.find(({ KeyType }) => KeyType === "HASH")?.AttributeName ?? "",
      keys: properties.KeySchema.map(({ AttributeName }) => AttributeName),
      ttl: properties.TimeToLiveSpecification?.Enabled
        ? properties.TimeToLiveSpecification.AttributeName
        : undefined,
      keyArn: keyArn(template, [properties, ...properties.Replicas]),
      definition: properties,
    })),
  );
}

function keyArn(template: Template, places: { SSESpecification?: z.infer<typeof Encryption> | undefined }[]) {
  const key = places.map(({ SSESpecification }) => SSESpecification?.KMSMasterKeyId).find(Boolean);
  return key === undefined || key.startsWith("arn:") ? key : template.arn("kms", `key/${key}`);
}

type Send = (operation: string, input: object) => Promise<{ status: number; text: string }>;

/** Creates missing tables, and adds and drops indexes. Data are kept. */
export async function createTables(tables: readonly Table[], send: Send): Promise<void> {
  for (const table of tables) {
    const described = await send("DescribeTable", { TableName: table.name });
    if (described.status === 200) await updateIndexes(table, described.text, send);
    else await must(send, "CreateTable", creation(table));
    if (table.ttl !== undefined) await setTimeToLive(table, send);
  }
}

function creation({ name, definition }: Table): object {
  const { AttributeDefinitions, KeySchema, GlobalSecondaryIndexes, LocalSecondaryIndexes } = definition;
  const strip = ({ IndexName, KeySchema, Projection }: z.infer<typeof Index>) => ({
    IndexName,
    KeySchema,
    Projection,
  });
  return {
    TableName: name,
    AttributeDefinitions,
    KeySchema,
    BillingMode: "PAY_PER_REQUEST",
    ...(GlobalSecondaryIndexes.length > 0 && { GlobalSecondaryIndexes: GlobalSecondaryIndexes.map(strip) }),
    ...(LocalSecondaryIndexes.length > 0 && { LocalSecondaryIndexes: LocalSecondaryIndexes.map(strip) }),
  };
}

const Listed = z.looseObject({ TableNames: z.array(z.string()) });
const Whole = z.looseObject({
  Table: z.looseObject({ KeySchema: Keys, AttributeDefinitions: Properties.shape.AttributeDefinitions }),
});
const TimeToLive = z.looseObject({
  TimeToLiveDescription: z.looseObject({
    AttributeName: z.string().optional(),
    TimeToLiveStatus: z.string(),
  }),
});

/** Tables that the state has and the template does not: a restored table is imported by its name. */
export async function importedTables(
  known: readonly Table[],
  template: Template,
  send: Send,
): Promise<Table[]> {
  const { TableNames } = Listed.parse(JSON.parse((await send("ListTables", {})).text));
  const names = TableNames.filter((name) => known.every((table) => table.name !== name));
  return Promise.all(
    names.map(async (name) => {
      const described = await send("DescribeTable", { TableName: name });
      const { KeySchema, AttributeDefinitions } = Whole.parse(JSON.parse(described.text)).Table;
      const ttl = await send("DescribeTimeToLive", { TableName: name });
      const { TimeToLiveDescription } = TimeToLive.parse(JSON.parse(ttl.text));
      return {
        name,
        arn: template.arn("dynamodb", `table/${name}`),
        partitionKey: KeySchema.find(({ KeyType }) => KeyType === "HASH")?.AttributeName ?? "",
        keys: KeySchema.map(({ AttributeName }) => AttributeName),
        ttl:
          TimeToLiveDescription.TimeToLiveStatus === "ENABLED"
            ? TimeToLiveDescription.AttributeName
            : undefined,
        keyArn: undefined,
        definition: Properties.parse({ KeySchema, AttributeDefinitions }),
      };
    }),
  );
}

const Described = z.looseObject({
  Table: z.looseObject({ GlobalSecondaryIndexes: z.array(Index).default([]) }),
});

/** An index whose keys or projection changed is recreated, as in a deployment. */
async function updateIndexes(table: Table, description: string, send: Send): Promise<void> {
  const existing = Described.parse(JSON.parse(description)).Table.GlobalSecondaryIndexes;
  const wanted = table.definition.GlobalSecondaryIndexes;
  const same = (a: z.infer<typeof Index>) => wanted.some((b) => shapeOf(a) === shapeOf(b));
  for (const index of existing.filter((index) => !same(index)))
    await update(table, send, { Delete: { IndexName: index.IndexName } });
  const kept = existing.filter(same).map(({ IndexName }) => IndexName);
  for (const { IndexName, KeySchema, Projection } of wanted.filter(
    ({ IndexName }) => !kept.includes(IndexName),
  ))
    await update(table, send, { Create: { IndexName, KeySchema, Projection } });
}

async function update(table: Table, send: Send, change: object): Promise<void> {
  await must(send, "UpdateTable", {
    TableName: table.name,
    AttributeDefinitions: table.definition.AttributeDefinitions,
    GlobalSecondaryIndexUpdates: [change],
  });
}

function shapeOf({ IndexName, KeySchema, Projection }: z.infer<typeof Index>): string {
  const keys = KeySchema.map(({ AttributeName, KeyType }) => `${KeyType}:${AttributeName}`).sort();
  return JSON.stringify([
    IndexName,
    keys,
    Projection.ProjectionType,
    [...(Projection.NonKeyAttributes ?? [])].sort(),
  ]);
}

async function setTimeToLive({ name, ttl }: Table, send: Send): Promise<void> {
  const TimeToLiveSpecification = { AttributeName: ttl, Enabled: true };
  const answer = await send("UpdateTimeToLive", { TableName: name, TimeToLiveSpecification });
  if (answer.status !== 200 && !answer.text.includes("already enabled"))
    throw new Error(`Table ${name}: ${answer.text}`);
}

async function must(send: Send, operation: string, input: object): Promise<void> {
  const { status, text } = await send(operation, input);
  if (status !== 200) throw new Error(`${operation} failed in the local DynamoDB: ${text}`);
}
