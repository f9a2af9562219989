import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
} from "@aws-sdk/client-sfn";
import { expect, onTestFinished, test } from "vitest";
import { definitionOf, lambdaArn, ROLE, tokenOf, waitForToken } from "./stage.ts";
import { parseJson } from "../values/json.ts";

const SERVER = fileURLToPath(new URL("../server.ts", import.meta.url));

function run(...options: string[]) {
  const child = spawn(process.execPath, [SERVER, ...options], { stdio: ["ignore", "pipe", "pipe"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

/** Starts the server; returns its process and its address. */
async function serve(...options: string[]) {
  const child = run("--port", "0", ...options);
  const line: unknown = (await once(child.stdout, "data"))[0];
  const [endpoint] = /http:\/\/127\.0\.0\.1:\d+/.exec(String(line)) ?? [];
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  return { child, client: new SFNClient({ region: "eu-west-1", endpoint, credentials }), endpoint };
}

async function lambda(): Promise<{ server: Server; payloads: string[]; endpoint: string }> {
  const payloads: string[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => (body += String(chunk)));
    request.on("end", () => {
      payloads.push(body);
      response.end("null");
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const address = server.address();
  return {
    server,
    payloads,
    endpoint: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`,
  };
}

test("runs separately, behind the AWS SDK, and survives kill -9", async () => {
  const folder = mkdtempSync(join(tmpdir(), "step-functions-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { payloads, endpoint } = await lambda();
  const options = ["--file", join(folder, "state.sqlite"), "--lambda-endpoint", endpoint];
  const first = await serve(...options);
  const definition = JSON.stringify(definitionOf({ Wait: waitForToken("worker") }));
  const machine = await first.client.send(
    new CreateStateMachineCommand({ name: "m", definition, roleArn: ROLE }),
  );
  const { stateMachineArn } = machine;
  const { executionArn } = await first.client.send(
    new StartExecutionCommand({ stateMachineArn, name: "one" }),
  );
  await expect.poll(() => payloads.length).toBe(1);
  first.child.kill("SIGKILL");
  await once(first.child, "exit");

  const second = await serve(...options);
  const taskToken = tokenOf(parseJson(payloads[0] ?? ""));
  await expect
    .poll(() => second.client.send(new SendTaskSuccessCommand({ taskToken, output: "1" })).then(() => true))
    .toBe(true);

  const ended = await second.client.send(new DescribeExecutionCommand({ executionArn }));
  expect(ended).toMatchObject({ status: "SUCCEEDED", output: "1" });
  expect(ended.startDate).toBeInstanceOf(Date);
});

test("the SDK sees the service's errors by their names", async () => {
  const { client } = await serve();
  const executionArn = "arn:aws:states:eu-west-1:000000000000:execution:none:none";

  await expect(client.send(new DescribeExecutionCommand({ executionArn }))).rejects.toMatchObject({
    name: "ExecutionDoesNotExist",
    message: `Execution Does Not Exist: '${executionArn}'`,
  });
});

/** Starts the server with a failure; returns its output and its exit code. */
async function failure(...options: string[]) {
  const child = run(...options);
  let told = "";
  child.stderr.on("data", (chunk) => (told += String(chunk)));
  const code: unknown = (await once(child, "exit"))[0];
  return { told, code };
}

test("a port in use is reported without a stack trace", async () => {
  const { endpoint } = await serve();

  const { told, code } = await failure("--port", new URL(endpoint ?? "").port);

  expect(code).toBe(1);
  expect(told).toMatch(/^Port \d+ is in use: choose another one with --port\n$/);
});

test.each([
  [["--port", "none"], "Not a port: none"],
  [["--lambda-endpoint", "here"], "Not an http or https address: here"],
  [["--account", "12"], "Not an account of 12 digits: 12"],
  [["--file", join(tmpdir(), "none", "state.sqlite")], "Cannot open "],
  [["--colour", "red"], "Unknown option '--colour'"],
])("%j is refused in one sentence", async (options, sentence) => {
  const { told, code } = await failure("--port", "0", ...options);

  expect(code).toBe(1);
  expect(told).toContain(sentence);
  expect(told).not.toContain("    at ");
});

test("an unreachable function fails the task, with the address", async () => {
  const { client } = await serve("--lambda-endpoint", "http://127.0.0.1:2");
  const state = { Type: "Task", Resource: lambdaArn("none"), End: true };
  const definition = JSON.stringify(definitionOf({ Call: state }));
  const { stateMachineArn } = await client.send(
    new CreateStateMachineCommand({ name: "m", definition, roleArn: ROLE }),
  );
  const { executionArn } = await client.send(new StartExecutionCommand({ stateMachineArn }));

  const ended = () => client.send(new DescribeExecutionCommand({ executionArn }));
  await expect.poll(async () => (await ended()).status).toBe("FAILED");
  expect(await ended()).toMatchObject({
    error: "Lambda.SdkClientException",
    cause: "Unable to execute HTTP request: connect ECONNREFUSED 127.0.0.1:2",
  });
});
