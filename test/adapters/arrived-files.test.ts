import { createServer, type Server } from "node:http";
import { S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createArrivedFiles } from "../../functions/adapters/s3/arrived-files.ts";
import { GiveUp } from "../../functions/domain/errors.ts";

/**
 * The key that the list of versions returns. S3 answers 403 to other requests, as it does without permission to list.
 */
let listed = "";
let server: Server;
let endpoint = "";

beforeAll(async () => {
  server = createServer((request, response) => {
    if (!request.url?.includes("versions")) return response.writeHead(403).end();
    const version = `<Version><Key>${listed}</Key><VersionId>v1</VersionId></Version>`;
    return response.end(`<ListVersionsResult>${listed === "" ? "" : version}</ListVersionsResult>`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  endpoint = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const describeUpload = () => {
  const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "example" };
  const client = new S3Client({ endpoint, region: "eu-west-1", forcePathStyle: true, credentials });
  return createArrivedFiles({ client, name: "b" }).describe({ id: "d", key: "uploads/d", versionId: "v1" });
};

it("a missing upload is no error", async () => {
  listed = "";

  expect(await describeUpload()).toBeUndefined();
});

it("an upload that may not be read is an error", async () => {
  listed = "uploads/d";

  await expect(describeUpload()).rejects.toThrow(GiveUp);
});

it("another upload with the same key prefix does not count", async () => {
  listed = "uploads/d2";

  expect(await describeUpload()).toBeUndefined();
});
