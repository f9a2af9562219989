import { randomUUID } from "node:crypto";
import * as z from "zod";
import type { Activity } from "../foundation/activity.ts";
import { AwsError } from "../foundation/aws-error.ts";
import type { Clock } from "../foundation/clock.ts";
import type { Iam } from "../iam/iam.ts";
import { parseJson } from "../foundation/json.ts";
import type { Lambda, LambdaAnswer } from "../lambda/lambda.ts";
import type { FunctionConfiguration } from "../lambda/functions.ts";
import type { Logs } from "../lambda/logs.ts";
import type { State } from "../foundation/state.ts";
import type { Queues } from "./queues.ts";

const Row = z.object({
  id: z.string(),
  function: z.string(),
  payload: z.string(),
  attempts: z.number(),
  accepted: z.number(),
  due: z.number(),
});
type Pending = z.infer<typeof Row>;

export type AsyncParts = {
  state: State;
  lambda: Lambda;
  queues: Queues;
  iam: Iam;
  logs: Logs;
  clock: Clock;
  activity: Activity;
};

const MINUTE = 60_000;

/**
 * Lambda's queue of asynchronous invocations: stored until the function succeeds, retried after one and after two
 * minutes, then sent to the function's failure destination. It survives a restart and a kill.
 */
export class AsyncInvocations {
  readonly #parts: AsyncParts;

  constructor(parts: AsyncParts) {
    this.#parts = parts;
  }

  /** Accepts an invocation; returns as soon as it is stored. */
  accept(functionName: string, payload: string): void {
    const now = this.#parts.clock.now();
    const pending = {
      id: randomUUID(),
      function: functionName,
      payload,
      attempts: 0,
      accepted: now,
      due: now,
    };
    this.#parts.state.database
      .prepare(
        "INSERT INTO invocation (id, function, payload, attempts, accepted, due) VALUES (?, ?, ?, ?, ?, ?)",
      )
      .run(pending.id, functionName, payload, 0, now, now);
    void this.#attempt(pending);
  }

  /** Resumes the work of before a stop of the local cloud. */
  resume(): void {
    const rows = this.#parts.state.database.prepare("SELECT * FROM invocation ORDER BY due").all();
    for (const pending of rows.map((row) => Row.parse(row)))
      this.#parts.clock.at(pending.due, () => this.#attempt(pending));
  }

  async #attempt(pending: Pending): Promise<void> {
    await this.#parts.activity.during(async () => {
      const answer = await this.#invoke(pending);
      if (answer === "later") this.#again(pending, MINUTE);
      else if (answer.functionError === undefined) this.#forget(pending);
      else this.#failed({ ...pending, attempts: pending.attempts + 1 }, answer);
    });
  }

  /** Throttling does not count as an attempt. */
  async #invoke(pending: Pending): Promise<LambdaAnswer | "later"> {
    try {
      return await this.#parts.lambda.invoke(pending.function, pending.payload);
    } catch (error) {
      if (error instanceof AwsError && error.name === "TooManyRequestsException") return "later";
      const [errorType, errorMessage] =
        error instanceof Error ? [error.name, error.message] : ["Error", String(error)];
      return { payload: JSON.stringify({ errorType, errorMessage }), functionError: "Unhandled" };
    }
  }

  #failed(pending: Pending, answer: LambdaAnswer): void {
    const configuration = this.#parts.lambda.find(pending.function);
    const delay = pending.attempts * MINUTE;
    const tooOld = this.#parts.clock.now() + delay - pending.accepted > configuration.maxEventAge * 1000;
    if (pending.attempts <= configuration.retries && !tooOld) return this.#again(pending, delay);
    this.#forget(pending);
    this.#giveUp(pending, configuration, answer);
  }

  #again(pending: Pending, delay: number): void {
    const due = this.#parts.clock.now() + delay;
    this.#parts.state.database
      .prepare("UPDATE invocation SET attempts = ?, due = ? WHERE id = ?")
      .run(pending.attempts, due, pending.id);
    this.#parts.clock.at(due, () => this.#attempt({ ...pending, due }));
  }

  #forget({ id }: Pending): void {
    this.#parts.state.database.prepare("DELETE FROM invocation WHERE id = ?").run(id);
  }

  #giveUp(pending: Pending, configuration: FunctionConfiguration, answer: LambdaAnswer): void {
    const { onFailureArn, deadLetterArn } = configuration;
    const now = this.#parts.clock.now();
    if (onFailureArn !== undefined)
      this.#send(configuration, onFailureArn, failureRecord(pending, configuration, answer, now), {});
    else if (deadLetterArn !== undefined)
      this.#send(configuration, deadLetterArn, pending.payload, {
        RequestID: pending.id,
        ErrorCode: "200",
        ErrorMessage: answer.payload,
      });
  }

  /** Lambda sends with the function's own role: without the permission the event is lost, and the log shows it. */
  #send(
    { name, roleArn }: FunctionConfiguration,
    arn: string,
    body: string,
    attributes: Record<string, string>,
  ): void {
    const { iam, queues, logs, clock } = this.#parts;
    if (iam.authorize(roleArn, { action: "sqs:SendMessage", resource: arn }) === "allowed")
      queues.send(arn, body, attributes, clock.now());
    else logs.write(name, `An event is lost: ${roleArn} may not sqs:SendMessage to ${arn}\n`, clock.now());
  }
}

/** https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html */
function failureRecord(
  pending: Pending,
  { arn }: FunctionConfiguration,
  answer: LambdaAnswer,
  now: number,
): string {
  return JSON.stringify({
    version: "1.0",
    timestamp: new Date(now).toISOString(),
    requestContext: {
      requestId: pending.id,
      functionArn: `${arn}:$LATEST`,
      condition: "RetriesExhausted",
      approximateInvokeCount: pending.attempts,
    },
    requestPayload: parseJson(pending.payload),
    responseContext: { statusCode: 200, executedVersion: "$LATEST", functionError: answer.functionError },
    responsePayload: parseJson(answer.payload),
  });
}
