import { DynamoDBClient, ScanCommand } from "@aws-sdk/client-dynamodb";
import { BatchWriteCommand, DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod";
import { keys } from "../functions/adapters/dynamodb/keys.ts";
import { entriesOf, searchWordsOf } from "../functions/domain/search-words.ts";
import { Organisation } from "../functions/domain/organisation.ts";
import { People } from "../functions/domain/people.ts";
import type { Cloud } from "../local/cloud.ts";

const DAY = 86_400_000;
/** Ages of the copies, in days, and how far ahead what falls due is put, so that no sweep acts on a copy. */
const OLDEST = 700;
const AHEAD = { least: 400, most: 800 };
/** Of all dossiers; the others wait for somebody. */
const IN_USE_PERCENT = 80;
const AT_ONCE = 25;
const WRITERS = 8;
const MOMENT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g;
const SYLLABLES = ["ba", "de", "ki", "lo", "mu", "ra", "se", "ti", "vo", "zu", "nel", "mar", "pir", "dun"];
const KINDS = ["Gemeente", "Stad", "OCMW", "Woonmaatschappij", "Ziekenhuis", "Hogeschool"];

const Item = z.looseObject({ pk: z.string(), sk: z.string() });
type Item = z.infer<typeof Item>;
/** What lists, searches and sweeps read of a dossier. */
type Model = { id: string; reference: string; stage: unknown; items: Item[] };
const Named = z.object({ organisation: Organisation, people: People });

/** Fills the table of a local cloud with copies of the dossiers in it, under other names and of other ages. */
export class GrownTable {
  readonly #table: DynamoDBDocumentClient;
  readonly #name: string;
  readonly #now: number;
  readonly #models: { inUse: Model[]; others: Model[] };
  #count: number;

  private constructor(cloud: Cloud, table: DynamoDBDocumentClient, models: Model[]) {
    this.#table = table;
    this.#name = cloud.physicalName("AWS::DynamoDB::Table");
    this.#now = cloud.clock.now();
    this.#models = {
      inUse: models.filter(({ stage }) => stage === "IN_USE"),
      others: models.filter(({ stage }) => stage !== "IN_USE"),
    };
    this.#count = models.length;
  }

  static async of(cloud: Cloud): Promise<GrownTable> {
    const client = new DynamoDBClient(cloud.operator);
    const TableName = cloud.physicalName("AWS::DynamoDB::Table");
    const { Items = [] } = await client.send(new ScanCommand({ TableName }));
    return new GrownTable(
      cloud,
      DynamoDBDocumentClient.from(client),
      modelsIn(Items.map((item) => Item.parse(unmarshall(item)))),
    );
  }

  /** Adds copies until there are so many dossiers. */
  async growTo(dossiers: number): Promise<void> {
    const write = async (): Promise<void> => {
      const items: Item[] = [];
      while (this.#count < dossiers) {
        items.push(...this.#copy((this.#count += 1)));
        while (items.length >= AT_ONCE) await this.#write(items.splice(0, AT_ONCE));
      }
      if (items.length > 0) await this.#write(items);
    };
    await Promise.all(Array.from({ length: WRITERS }, write));
  }

  async #write(items: readonly Item[]): Promise<void> {
    const requests = items.map((item) => ({ PutRequest: { Item: item } }));
    await this.#table.send(new BatchWriteCommand({ RequestItems: { [this.#name]: requests } }));
  }

  /** The same copy for the same number: chance is a hash of it. */
  #copy(number: number): Item[] {
    const { inUse, others } = this.#models;
    const of = chance(number, 100) < IN_USE_PERCENT ? inUse : others;
    const model = of[number % of.length];
    if (!model) throw new Error("the table has no dossiers to copy");
    const id = `01HB${String(number).padStart(22, "0")}`;
    const reference = `LED-2025-${String(100_000 + number)}`;
    const back = chance(number, OLDEST) * DAY;
    const text = JSON.stringify(model.items)
      .replaceAll(model.id, id)
      .replaceAll(model.reference, reference)
      .replaceAll(/organisatie-\d+\.example/g, `organisatie-${number}.voorbeeld.example`)
      .replaceAll(MOMENT, (moment) => new Date(Date.parse(moment) - back).toISOString());
    const items = z.array(Item).parse(JSON.parse(text));
    const dossier = items.find(({ sk }) => sk === "DOSSIER");
    if (!dossier) throw new Error(`dossier ${model.id} has no item of its own`);
    const named = renamed(dossier, number);
    const words = searchWordsOf(named);
    const dueAt = new Date(
      this.#now + (AHEAD.least + chance(number, AHEAD.most - AHEAD.least)) * DAY,
    ).toISOString();
    for (const item of items) {
      if ("dueAt" in item) item["dueAt"] = dueAt;
      if ("organisationName" in item) item["organisationName"] = named.organisation.name;
      if (item.sk === "LINE") item["words"] = words;
    }
    const found = [...new Set(words.flatMap(entriesOf))];
    return [
      ...items,
      ...found.map((entry) => ({ ...keys.found(entry, id), dossierId: id, schemaVersion: 1 })),
    ];
  }
}

/** Gives the dossier another name, number and people, and returns them. */
function renamed(dossier: Item, number: number): z.infer<typeof Named> {
  const { organisation, people } = Named.parse(dossier);
  organisation.name = `${KINDS[chance(number, KINDS.length)] ?? ""} ${invented(number)}`;
  organisation.enterpriseNumber = enterpriseNumber(number);
  for (const [place, person] of Object.values(people).entries())
    if (person) person.name = `${invented(number * 3 + place)} ${invented(number * 7 + place)}`;
  Object.assign(dossier, { organisation, people, enterpriseNumber: organisation.enterpriseNumber });
  return { organisation, people };
}

/** A number with the right check digits (KBO-01). */
function enterpriseNumber(number: number): string {
  const first = String(number).padStart(8, "0");
  return `${first}${String(97 - (number % 97)).padStart(2, "0")}`;
}

/** An invented name of three to four syllables. */
function invented(number: number): string {
  const length = 3 + chance(number, 2);
  const syllables = Array.from(
    { length },
    (_, place) => SYLLABLES[chance(number * 31 + place, SYLLABLES.length)],
  );
  const name = syllables.join("");
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** A whole number below `most`, the same for the same number: the finaliser of MurmurHash3. */
function chance(number: number, most: number): number {
  let hash = Math.imul(number ^ (number >>> 16), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % most;
}

function modelsIn(items: readonly Item[]): Model[] {
  return items
    .filter(({ sk, status }) => sk === "DOSSIER" && status !== "DELETED")
    .map(({ id, reference, stage, pk }) => {
      const [ofId, ofReference] = [z.string().parse(id), z.string().parse(reference)];
      const isOfIt = (item: Item) =>
        (item.pk === pk && (item.sk === "DOSSIER" || item.sk === "LINE" || "openFor" in item)) ||
        (item.pk.startsWith("LINES#") && item.sk.endsWith(ofId)) ||
        item.pk === `REFERENCE#${ofReference}`;
      return { id: ofId, reference: ofReference, stage, items: items.filter(isOfIt) };
    });
}
