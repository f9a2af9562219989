import { createServer } from "node:http";
import { json } from "node:stream/consumers";
import { afterAll, beforeAll, expect, it } from "vitest";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { RetryLater } from "../../functions/domain/errors.ts";
import { readClientSecret } from "../../functions/web/admin/client-secret.ts";

const seen: { headers: Record<string, unknown>; body: unknown }[] = [];
const server = createServer((request, response) => {
  void json(request).then((body) => {
    seen.push({ headers: request.headers, body });
    response.writeHead(200).end(JSON.stringify({ SecretString: "the secret" }));
  });
});
let endpoint = "";

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  endpoint = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
});
afterAll(() => void server.close());

const client = (at = endpoint) =>
  new SecretsManagerClient({
    region: "eu-west-1",
    endpoint: at,
    credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "example" },
    maxAttempts: 1,
  });

it("a public client has no secret, and none is requested", async () => {
  expect(await readClientSecret("", client())()).toBeUndefined();
  expect(seen).toEqual([]);
});

it("a secret is requested by its name", async () => {
  expect(await readClientSecret("led/client", client())()).toBe("the secret");
  expect(seen[0]?.body).toEqual({ SecretId: "led/client" });
});

it("a secret that cannot be read at a lost connection is a transient error, without its details", async () => {
  await expect(readClientSecret("led/client", client("http://127.0.0.1:9"))()).rejects.toThrow(RetryLater);
});
