import { createServer, type Server } from "node:http";
import { S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createMailArchive } from "../../functions/adapters/s3/mail-archive.ts";
import { RetryLater } from "../../functions/domain/errors.ts";

let status = 200;
let code = "";
let server: Server;
let endpoint = "";

beforeAll(async () => {
  server = createServer((request, response) => {
    request.resume();
    const body = () => (status === 200 ? "" : `<Error><Code>${code}</Code></Error>`);
    request.on("end", () => response.writeHead(status).end(body()));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  endpoint = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const keep = () => {
  const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "example" };
  const client = new S3Client({
    ...{ endpoint, region: "eu-west-1", forcePathStyle: true, credentials, maxAttempts: 1 },
  });
  return createMailArchive({ client, name: "b" }).keep("01DOSSIER/opened", "Dag An Voorbeeld");
};

it.each([
  [403, "AccessDenied"],
  [404, "NoSuchBucket"],
  [503, "SlowDown"],
])("a text that S3 refuses with %i %s is stored by a retry", async (refusal, name) => {
  [status, code] = [refusal, name];
  const refused = await keep().catch((error: unknown) => error);
  [status, code] = [200, ""];

  expect(refused).toBeInstanceOf(RetryLater);
  expect(String(refused)).toContain(`MAIL_NOT_KEPT key=01DOSSIER/opened error=${name}`);
  await expect(keep()).resolves.toBeUndefined();
});
