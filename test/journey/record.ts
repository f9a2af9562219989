import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { createDossiers } from "../../functions/adapters/dynamodb/dossiers.ts";
import { createHumanTasks } from "../../functions/adapters/dynamodb/human-tasks.ts";
import { openTable } from "../../functions/adapters/dynamodb/table.ts";
import { createTombstones } from "../../functions/adapters/dynamodb/tombstones.ts";
import type { Dossier } from "../../functions/domain/dossier.ts";
import type { HumanTask } from "../../functions/domain/human-task.ts";
import type { WholeDossier } from "../../functions/domain/ports.ts";
import type { Tombstone } from "../../functions/domain/tombstone.ts";
import type { Cloud } from "../../local/cloud.ts";

/** The table of a running stack, read through the product's stores. */
export class Record {
  readonly #cloud: Cloud;
  readonly #dossiers;
  readonly #tasks;
  readonly #tombstones;

  constructor(cloud: Cloud, tableName = cloud.physicalName("AWS::DynamoDB::Table")) {
    this.#cloud = cloud;
    const table = openTable(tableName, new DynamoDBClient(cloud.operator));
    this.#dossiers = createDossiers(table);
    this.#tasks = createHumanTasks(table);
    this.#tombstones = createTombstones(table);
  }

  async dossier(reference: string): Promise<Dossier & { closed?: { outcome: string } }> {
    const id = await this.#dossiers.findIdByReference(reference);
    const dossier = id && (await this.#dossiers.find(id));
    if (!dossier) throw new Error(`no dossier ${reference}`);
    return dossier;
  }

  async findTask(reference: string, taskId: string): Promise<HumanTask | undefined> {
    return this.#tasks.find((await this.dossier(reference)).id, taskId);
  }

  async task(reference: string, taskId: string): Promise<HumanTask> {
    const task = await this.findTask(reference, taskId);
    if (!task) throw new Error(`no task ${taskId} of ${reference}`);
    return task;
  }

  /** Address of a dossier, or of one of its tasks, in the admin pages. */
  async adminAddress(reference: string, taskId?: string): Promise<string> {
    const { id } = await this.dossier(reference);
    return `${this.#cloud.adminUrl}/dossiers/${id}${taskId === undefined ? "" : `/tasks/${taskId}`}`;
  }

  /** Everything in the partition of a dossier; undefined after its deletion. */
  async findWhole(reference: string): Promise<WholeDossier | undefined> {
    const id = await this.#dossiers.findIdByReference(reference);
    return id === undefined ? undefined : this.#dossiers.findWhole(id);
  }

  /** The tombstone of a deleted dossier. */
  async findTombstone(reference: string): Promise<Tombstone | undefined> {
    for (let next: string | undefined; ;) {
      const page = await this.#tombstones.list(next);
      const found = page.items.find((one) => one.reference === reference);
      if (found) return this.#tombstones.find(found.id);
      if (!page.next) return undefined;
      next = page.next;
    }
  }

  async whole(reference: string): Promise<WholeDossier> {
    const whole = await this.findWhole(reference);
    if (!whole) throw new Error(`no dossier ${reference}`);
    return whole;
  }

  /** The current execution of the dossier, if it was started. */
  async findExecution(reference: string) {
    const { id, run } = await this.dossier(reference);
    return (await this.#cloud.executions()).find(({ name }) => name === `${id}-${run}`);
  }

  async execution(reference: string) {
    const found = await this.findExecution(reference);
    if (!found) throw new Error(`no execution of ${reference}`);
    return found;
  }

  async executionArn(reference: string): Promise<string> {
    return (await this.execution(reference)).executionArn;
  }

  /** The mailbox of the team: the reply address of the first mail, a confirmation. */
  async ledMailbox(): Promise<string> {
    const mails = await this.#cloud.mailbox();
    const [replyTo] = mails.at(0)?.replyTo ?? [];
    if (!replyTo) throw new Error("no mail yet");
    return replyTo;
  }
}
