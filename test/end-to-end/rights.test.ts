import {
  BatchWriteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PARTITIONS } from "../../functions/adapters/dynamodb/keys.ts";
import { keys } from "../../functions/adapters/dynamodb/keys.ts";
import { functionName, STATES } from "../../statemachine/contract.ts";
import type { Scene } from "../journey/scene.ts";
import { openScene } from "./scene.ts";

let scene: Scene;

beforeAll(async () => {
  // Attempts of this test are not recorded as uses of permissions.
  scene = await openScene({ usesFolder: undefined });
});
afterAll(() => scene.cloud.stop());

/** An item of each kind of partition. */
const ITEMS = {
  dossier: keys.dossier("01J0000000000000000000NONE"),
  link: keys.link("made up"),
  request: keys.request("01J0000000000000000000NONE"),
  reference: keys.reference("LED-2999-0001"),
  counter: keys.counter(2999),
  form: keys.form("made up"),
  limit: keys.limit("made up", 1),
  digest: keys.digest(),
  session: keys.session("made up"),
  sessionEpoch: keys.sessionEpoch("made up"),
  template: keys.template(1),
  published: keys.publication("LED-2999-0001", 1),
  newMail: keys.newMail("made up"),
  readyTexts: keys.readyText("x", 1),
  staff: keys.colleague("made up"),
  substitution: keys.substitution("2999-12-31-made-up"),
  telephone: keys.telephone("made up"),
  reading: keys.reading("01J0000000000000000000NONE", "made up"),
  lines: keys.line("INTAKE", "2999#01J0000000000000000000NONE"),
  found: keys.found("made up", "01J0000000000000000000NONE"),
  overview: keys.statistics(),
  webhooks: keys.webhook("made up"),
  webhookSecret: keys.webhookSecret("made up"),
  outbox: keys.outgoingEvent("GIVENUP#made up"),
  events: keys.published("01J0000000000000000000NONE", "2999-12-31"),
} satisfies Record<keyof typeof PARTITIONS, { pk: string; sk: string }>;
type Kind = keyof typeof ITEMS;
const KINDS = Object.keys(ITEMS) as Kind[];

const marshalled = ({ pk, sk }: { pk: string; sk: string }) => ({ pk: { S: pk }, sk: { S: sk } });

/** DynamoDB with the permissions of one function. */
function tableOf(id: string) {
  const client = new DynamoDBClient(scene.cloud.as(functionName("dev", id)));
  const TableName = scene.cloud.physicalName("AWS::DynamoDB::Table");
  /** Kinds of partition for which this is allowed; another error fails the test. */
  const kindsOf = async (act: (key: ReturnType<typeof marshalled>) => Promise<unknown>) => {
    const allowed: Kind[] = [];
    for (const kind of KINDS) if (await isAllowed(() => act(marshalled(ITEMS[kind])))) allowed.push(kind);
    return allowed;
  };
  return {
    client,
    TableName,
    reads: () => kindsOf((Key) => client.send(new GetItemCommand({ TableName, Key }))),
    puts: () => kindsOf((Item) => client.send(new PutItemCommand({ TableName, Item }))),
    updates: () => kindsOf((Key) => client.send(new UpdateItemCommand({ TableName, Key }))),
  };
}

async function isAllowed(act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === "AccessDeniedException") return false;
    throw error;
  }
}

describe("the public function", () => {
  it("cannot write sessions, colleagues or the digest, and cannot change links", async () => {
    const table = tableOf("PublicWeb");

    expect(await table.puts()).toEqual(["dossier", "link", "request", "reference", "form"]);
    expect(await table.updates()).toEqual(["dossier", "request", "counter", "form", "limit"]);
    expect(await table.reads()).toEqual([
      "dossier",
      "link",
      "request",
      "reference",
      "form",
      "published",
      "telephone",
      "overview",
    ]);
  });

  it("cannot write a session by a transaction or a batch, nor list everything", async () => {
    const { client, TableName } = tableOf("PublicWeb");
    const [mine, session] = [marshalled(ITEMS.dossier), marshalled(ITEMS.session)];
    const put = (Item: typeof mine) => ({ Put: { TableName, Item } });
    const transaction = new TransactWriteItemsCommand({ TransactItems: [put(mine), put(session)] });
    const batch = new BatchWriteItemCommand({
      RequestItems: { [TableName]: [{ PutRequest: { Item: session } }] },
    });
    const list = ({ pk }: { pk: string }) =>
      new QueryCommand({
        TableName,
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: { ":pk": { S: pk } },
      });

    for (const act of [
      () => client.send(transaction),
      () => client.send(batch),
      () => client.send(list(ITEMS.reading)),
      () => client.send(list(ITEMS.staff)),
      () => client.send(new ScanCommand({ TableName })),
    ])
      expect(await isAllowed(act)).toBe(false);
  });
});

describe("the admin function", () => {
  it("manages the people of the LED, but no contact forms and no digest", async () => {
    const table = tableOf("AdminWeb");

    expect(await table.puts()).toEqual([
      "dossier",
      "link",
      "reference",
      "form",
      "session",
      "sessionEpoch",
      "template",
      "readyTexts",
      "staff",
      "substitution",
      "telephone",
      "reading",
      "webhooks",
      "webhookSecret",
      "outbox",
    ]);
    expect(await table.updates()).toEqual([
      ...["dossier", "counter", "form", "limit", "session", "newMail", "substitution"],
    ]);
    expect(await table.reads()).toEqual([
      "dossier",
      "reference",
      "form",
      "session",
      "sessionEpoch",
      "newMail",
      "telephone",
      "overview",
      "outbox",
    ]);
  });
});

it("the function that delivers events reads their secrets, and no dossier", async () => {
  const table = tableOf("DeliverEvents");

  expect(await table.reads()).toEqual(["webhookSecret"]);
  expect(await table.puts()).toEqual(["outbox"]);
});

it.each([...Object.keys(STATES), "Documents"])(
  "%s accesses dossiers, and at most creates links; distributing a protocol lists it too",
  async (id) => {
    const table = tableOf(id);

    const published = id === "DistributeProtocol" ? ",published" : "";
    expect(["dossier", `dossier,link${published}`]).toContain((await table.puts()).join());
    expect(await table.reads()).toEqual(["dossier"]);
  },
);
