import { randomUUID } from "node:crypto";
import * as z from "zod";
import { parseJson } from "../foundation/json.ts";
import type { State } from "../foundation/state.ts";
import type { Template } from "../template/template.ts";

const Row = z.object({
  id: z.string(),
  queue: z.string(),
  at: z.number(),
  body: z.string(),
  attributes: z.string().transform((text) => z.record(z.string(), z.string()).parse(parseJson(text))),
});
export type QueueMessage = z.infer<typeof Row>;

/** The queues of the template, used as dead-letter queues. */
export class Queues {
  readonly #state: State;
  readonly #names: Map<string, string>;

  constructor(template: Template, state: State) {
    this.#state = state;
    this.#names = new Map(
      template
        .ofType("AWS::SQS::Queue", z.looseObject({}))
        .map(({ physical }) => [physical.attributes["Arn"] ?? "", physical.name]),
    );
  }

  get names(): string[] {
    return [...this.#names.values()];
  }

  has(arn: string): boolean {
    return this.#names.has(arn);
  }

  send(arn: string, body: string, attributes: Record<string, string>, at: number): void {
    this.#state.database
      .prepare("INSERT INTO message (id, queue, at, body, attributes) VALUES (?, ?, ?, ?, ?)")
      .run(randomUUID(), this.#names.get(arn) ?? arn, at, body, JSON.stringify(attributes));
  }

  /** Messages of one queue, or of all queues, oldest first. */
  messages(queue?: string): QueueMessage[] {
    const rows = this.#state.database.prepare("SELECT * FROM message ORDER BY at, rowid").all();
    return rows
      .map((row) => Row.parse(row))
      .filter((message) => queue === undefined || message.queue === queue);
  }

  arnOf(queue: string): string {
    return [...this.#names].find(([, name]) => name === queue)?.[0] ?? queue;
  }

  remove(id: string): void {
    this.#state.database.prepare("DELETE FROM message WHERE id = ?").run(id);
  }

  purge(queue: string): void {
    this.#state.database.prepare("DELETE FROM message WHERE queue = ?").run(queue);
  }
}
