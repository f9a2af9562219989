import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { isJsonObject } from "./values/json.ts";
import type { StepFunctions } from "./engine.ts";

const TARGET = /^AWSStepFunctions\.(\w+)$/;
const CONTENT_TYPE = "application/x-amz-json-1.0";

/**
 * The engine behind the service's JSON protocol: POST with the operation in x-amz-target. The server is not listening
 * yet.
 */
export function createApi(engine: StepFunctions): Server {
  return createServer((request, response) => {
    answer(engine, request).then(
      ({ status, body }) => send(response, status, body),
      (error: unknown) => {
        console.error(error);
        send(response, 500, { __type: "InternalServerException", message: String(error) });
      },
    );
  });
}

async function answer(
  engine: StepFunctions,
  request: IncomingMessage,
): Promise<{ status: number; body: unknown }> {
  const [, operation] = TARGET.exec(String(request.headers["x-amz-target"])) ?? [];
  const input = readInput(await readText(request));
  if (operation === undefined || input === undefined) {
    const message =
      operation === undefined ? "No operation in x-amz-target" : "The body is not a JSON object";
    return {
      status: 400,
      body: {
        __type: operation === undefined ? "UnknownOperationException" : "SerializationException",
        message,
      },
    };
  }
  return engine.handle(operation, input);
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) if (chunk instanceof Buffer) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function readInput(text: string): object | undefined {
  try {
    const input: unknown = JSON.parse(text === "" ? "{}" : text);
    return isJsonObject(input) ? input : undefined;
  } catch {
    return undefined;
  }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  const headers = { "content-type": CONTENT_TYPE, "x-amzn-requestid": randomUUID() };
  response.writeHead(status, headers).end(JSON.stringify(body));
}
