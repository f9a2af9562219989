import type { IncomingMessage } from "node:http";
import { AwsError } from "../foundation/aws-error.ts";
import type { Counts } from "../gateway/counts.ts";
import {
  type Answer,
  type Call,
  callerName,
  jsonError,
  notAuthorized,
  type Service,
  targetOf,
} from "../gateway/service.ts";
import type { Permission } from "../iam/statements.ts";
import { parseDictionary } from "../foundation/json.ts";
import { kindsIn, unitsOf, usesCapacity } from "./capacity.ts";
import type { Database } from "./database.ts";
import { permissionsOf } from "./permissions.ts";
import type { Table } from "./tables.ts";

/** DynamoDB: checks permissions and counts calls; the database does the rest. */
export class DynamoDb implements Service {
  readonly name = "dynamodb";
  readonly streams = false;
  readonly #database: Database;
  readonly #tables: readonly Table[];
  readonly #counts: Counts;

  constructor(database: Database, tables: readonly Table[], counts: Counts) {
    this.#database = database;
    this.#tables = tables;
    this.#counts = counts;
  }

  identify(request: IncomingMessage, _url: URL, body: Buffer) {
    return { operation: targetOf(request), input: parseDictionary(body.toString()) };
  }

  permissions({ operation, input }: Call): Permission[] {
    return permissionsOf(operation, input, this.#tables);
  }

  /** Requests the consumed capacity, and removes it from the answer when the caller did not request it. */
  async handle({ operation, input, body, caller }: Call): Promise<Answer> {
    const asked = input["ReturnConsumedCapacity"];
    const counted = usesCapacity(operation) && (asked === undefined || asked === "NONE");
    const text = counted ? JSON.stringify({ ...input, ReturnConsumedCapacity: "TOTAL" }) : body.toString();
    const answer = await this.#forward(operation, text);
    if (!usesCapacity(operation) || answer.status !== 200) return toAnswer(answer);
    const output = parseDictionary(answer.text);
    const what = `${operation} ${kindsIn(input)}`;
    this.#counts.units(callerName(caller), what, unitsOf(operation, output));
    if (counted) delete output["ConsumedCapacity"];
    return toAnswer({ status: 200, text: JSON.stringify(output) });
  }

  refuse(error: AwsError): Answer {
    const renamed = error.name === "AccessDenied" ? "AccessDeniedException" : error.name;
    return jsonError(
      "1.0",
      new AwsError(`com.amazonaws.dynamodb.v20120810#${renamed}`, error.message, error.status),
    );
  }

  denial(call: Call, permission: Permission, explicit: boolean): AwsError {
    return new AwsError("AccessDeniedException", notAuthorized(call, permission, explicit), 400);
  }

  /** Calls the database without checks, for the local cloud itself. */
  readonly send = (operation: string, input: object) => this.#forward(operation, JSON.stringify(input));

  async #forward(operation: string, body: string): Promise<{ status: number; text: string }> {
    const response = await fetch(this.#database.url, {
      method: "POST",
      headers: {
        "content-type": "application/x-amz-json-1.0",
        "x-amz-target": `DynamoDB_20120810.${operation}`,
        "x-amz-date": "20260101T000000Z",
        authorization:
          "AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0",
      },
      body,
    });
    return { status: response.status, text: await response.text() };
  }
}

const toAnswer = ({ status, text }: { status: number; text: string }): Answer => ({
  status,
  headers: { "content-type": "application/x-amz-json-1.0" },
  body: text,
});
