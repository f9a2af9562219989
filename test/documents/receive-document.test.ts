import { createHash } from "node:crypto";
import { S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { documentKeyPrefix } from "../../functions/adapters/s3/document-key.ts";
import { createDocuments } from "../../functions/adapters/s3/documents.ts";
import { createReceiveDocument } from "../../functions/documents/receive-document.ts";
import { DOCUMENT_SCHEMA_VERSION, MAXIMUM_DOCUMENT_BYTES } from "../../functions/domain/documents.ts";
import { type Actor, SYSTEM } from "../../functions/domain/people.ts";
import { openTestTable, type TestTable } from "../adapters/database.ts";
import { NOW } from "../builders/dossier.ts";
import { FakeArrivedFiles } from "../fakes/arrived-files.ts";
import { aDocx, aPdf } from "./files.ts";

const APPLICANT: Actor = { role: "applicant", id: "person-contact", name: "An Voorbeeld" };
const dossierId = "01HZ0000000000000000000000";
const TEXT = new TextEncoder().encode("geen document");

let opened: TestTable;
let files: FakeArrivedFiles;
let number = 0;
let id: string;

beforeAll(async () => {
  opened = await openTestTable();
});
afterAll(() => opened.database.stop());
beforeEach(() => {
  files = new FakeArrivedFiles();
  number += 1;
  id = `01HD${String(number).padStart(22, "0")}`;
});

const documents = () =>
  createDocuments({ client: new S3Client({ region: "eu-west-1" }), name: "documents" }, opened.table);
const receive = (arrival: { key: string; versionId?: string }) =>
  createReceiveDocument({ files, documents: documents(), now: () => new Date(NOW) })(arrival);
const key = (name: string) =>
  `${documentKeyPrefix({ id, dossierId, taskId: "SubmitProtocol-1-1", kind: "protocol" })}${name}`;
const find = () => documents().find(dossierId, id);

describe("a document that arrives", () => {
  it("is recorded with what its bytes say", async () => {
    const bytes = await aPdf();
    const arrival = files.add(key("Protocol & bijlage (1).docx"), bytes, APPLICANT);

    await receive(arrival);

    expect(await find()).toMatchObject({
      id,
      dossierId,
      taskId: "SubmitProtocol-1-1",
      kind: "protocol",
      name: "Protocol & bijlage (1).docx",
      size: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      contentType: "application/pdf",
      s3Key: arrival.key,
      s3VersionId: arrival.versionId,
      scan: "accepted",
      by: APPLICANT,
      at: NOW,
    });
    expect(files.removed).toEqual([]);
  });

  it("twice gives the same record, and is judged once", async () => {
    const arrival = files.add(key("protocol.pdf"), await aPdf(), APPLICANT);
    await receive(arrival);
    const first = await find();

    await receive(arrival);

    expect(await find()).toEqual(first);
    expect(files.opened).toEqual([arrival.key]);
  });

  it.each([
    ["of another type", TEXT, undefined, "refused-type"],
    ["empty", new Uint8Array(), undefined, "refused-empty"],
    ["too large", TEXT, MAXIMUM_DOCUMENT_BYTES + 1, "refused-size"],
  ])(
    "%s is recorded as refused and removed, also when it is told twice",
    async (_name, bytes, size, scan) => {
      const arrival = files.add(key("protocol.pdf"), bytes, APPLICANT, size);

      await receive(arrival);
      await receive(arrival);

      expect(await find()).toMatchObject({ scan });
      expect(files.removed).toEqual([arrival.key, arrival.key]);
    },
  );

  it("too large is not even read", async () => {
    await receive(files.add(key("protocol.pdf"), TEXT, APPLICANT, MAXIMUM_DOCUMENT_BYTES + 1));

    expect(files.opened).toEqual([]);
  });

  it("a refused one makes room for a better one from the same form", async () => {
    const wrong = files.add(key("protocol.txt"), TEXT, APPLICANT);
    await receive(wrong);
    const right = files.add(key("protocol.docx"), await aDocx(), APPLICANT);
    await receive(right);

    await receive(wrong);

    expect(await find()).toMatchObject({ scan: "accepted", s3VersionId: right.versionId });
    expect(files.removed).not.toContain(right.key);
  });

  it("an accepted one is not replaced by another from the same form", async () => {
    const first = files.add(key("protocol.pdf"), await aPdf(), APPLICANT);
    await receive(first);

    await receive(files.add(key("ander.pdf"), await aPdf(), APPLICANT));
    const over = files.add(key("protocol.pdf"), await aDocx(), APPLICANT);
    await receive(over);
    await receive(over);
    await receive(first);

    expect(await find()).toMatchObject({ name: "protocol.pdf", s3VersionId: first.versionId });
    expect(files.removed).toEqual([key("ander.pdf")]);
    expect(files.removedVersions).toEqual([over.versionId, over.versionId]);
  });

  it("of two at the same moment one is recorded, and the other is gone", async () => {
    const both = [await aPdf(), await aPdf()].map((bytes) =>
      files.add(key("protocol.pdf"), bytes, APPLICANT),
    );

    await Promise.all(both.map((one) => receive(one)));

    const kept = (await find())?.s3VersionId;
    expect(both.map(({ versionId }) => versionId).sort()).toEqual([kept, ...files.removedVersions].sort());
  });

  it("what the system stored twice stays, whichever of the two is recorded", async () => {
    const [first, second] = [await aDocx(), await aDocx()].map((bytes) =>
      files.add(key("sjabloon.docx"), bytes, SYSTEM),
    );
    const { by, at } = { by: SYSTEM, at: NOW };
    const place = { id, dossierId, taskId: "SubmitProtocol-1-1", kind: "protocol-template" } as const;
    const bytes = { name: "sjabloon.docx", size: 1, sha256: "x", contentType: "application/pdf" };
    await documents().record({
      ...place,
      ...bytes,
      schemaVersion: DOCUMENT_SCHEMA_VERSION,
      s3Key: key("sjabloon.docx"),
      s3VersionId: first?.versionId,
      scan: "accepted",
      by,
      at,
    });

    await receive(second ?? { key: "" });

    expect([files.removed, files.removedVersions]).toEqual([[], []]);
  });

  it("what the system stored itself is left alone: its record exists or arrives", async () => {
    const result = await receive(files.add(key("sjabloon.docx"), await aDocx(), SYSTEM));

    expect(result).toEqual({ dossierId, documentId: id, scan: "known" });
    expect(await find()).toBeUndefined();
    expect(files.opened).toEqual([]);
  });

  it("a key that is no document's is given up, without naming it", async () => {
    const elsewhere = files.add("dossiers/01HZ/geheim-van-jan.pdf", await aPdf(), APPLICANT);

    await expect(receive(elsewhere)).rejects.toThrow(/^KEY_IS_NO_DOCUMENT$/);
  });
});
