import { S3Client } from "@aws-sdk/client-s3";
import { expect, it } from "vitest";
import { openTable } from "../../functions/adapters/dynamodb/table.ts";
import { createDocuments } from "../../functions/adapters/s3/documents.ts";
import type { StoredDocument } from "../../functions/domain/documents.ts";
import { NOW } from "../builders/dossier.ts";

const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "example" };
const bucket = { client: new S3Client({ region: "eu-west-1", credentials }), name: "documents" };
const PLACE = "dossiers/01HZ/SubmitProtocol-1-1/protocol/01HD";

const addressOf = async (s3Key: string): Promise<URL> => {
  const document: StoredDocument = {
    ...{ id: "01HD", dossierId: "01HZ", s3Key, s3VersionId: "v1" },
    ...{ taskId: "SubmitProtocol-1-1", kind: "protocol", name: "advies van An.pdf", size: 1, sha256: "x" },
    ...{ contentType: "application/pdf", scan: "accepted", at: NOW },
    by: { role: "applicant", id: "person-contact", name: "An Voorbeeld" },
  };
  return new URL(await createDocuments(bucket, openTable("dossiers")).downloadAddress(document));
};

it("the address of a document names its version and ids only: access logs outlive an erasure", async () => {
  const address = await addressOf(PLACE);

  expect(address.pathname).toBe(`/${PLACE}`);
  expect(address.searchParams.get("versionId")).toBe("v1");
  expect(address.href).not.toMatch(/advies|response-content/i);
});

it("the address of a document from an earlier version sets the content disposition, which its object lacks", async () => {
  const { searchParams } = await addressOf(`${PLACE}/advies.pdf.bat`);

  expect(searchParams.get("response-content-type")).toBe("application/pdf");
  expect(searchParams.get("response-content-disposition")).toContain('filename="advies van An.pdf"');
});
