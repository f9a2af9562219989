import { createHash } from "node:crypto";
import { S3Client } from "@aws-sdk/client-s3";
import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createDossiers } from "../../functions/adapters/dynamodb/dossiers.ts";
import { createHumanTasks } from "../../functions/adapters/dynamodb/human-tasks.ts";
import { createTombstones } from "../../functions/adapters/dynamodb/tombstones.ts";
import { keys } from "../../functions/adapters/dynamodb/keys.ts";
import { documentKey, uploadKey } from "../../functions/adapters/s3/document-key.ts";
import { createDocuments } from "../../functions/adapters/s3/documents.ts";
import { createStaff } from "../../functions/adapters/dynamodb/staff.ts";
import { createReceiveDocument } from "../../functions/documents/receive-document.ts";
import { scanDocument } from "../../functions/documents/scan-document.ts";
import { MAXIMUM_DOCUMENT_BYTES, type StoredDocument } from "../../functions/domain/documents.ts";
import { addMinutes } from "../../functions/domain/calendar.ts";
import type { Colleague } from "../../functions/domain/staff.ts";
import type { Dossier } from "../../functions/domain/dossier.ts";
import type { Actor } from "../../functions/domain/people.ts";
import { openTestTable, type TestTable } from "../adapters/database.ts";
import { aDossier, NOW, inStatus } from "../builders/dossier.ts";
import { aDecision, aTask } from "../builders/task.ts";
import { FakeArrivedFiles } from "../fakes/arrived-files.ts";
import { aDocx, aPdf, script } from "./files.ts";
import { aJpeg, aJpegWith, exif } from "./images.ts";

const by: Actor = { role: "applicant", id: "person-contact", name: "An Voorbeeld" };
const taskId = "SubmitProtocol-1-1";
const TEXT = new TextEncoder().encode("geen document");

let opened: TestTable;
let files: FakeArrivedFiles;
let number = 0;
let id: string;
let dossier: Dossier;

beforeAll(async () => {
  opened = await openTestTable();
});
afterAll(() => opened.database.stop());
beforeEach(async () => {
  files = new FakeArrivedFiles();
  number += 1;
  id = `01HD${String(number).padStart(22, "0")}`;
  const reference = `LED-2026-${String(number).padStart(5, "0")}`;
  dossier = await dossiers().create(aDossier({ id: `01HZ${String(number).padStart(22, "0")}`, reference }));
  await tasks().open(task(), dossier);
});

const dossiers = () => createDossiers(opened.table);
const tasks = () => createHumanTasks(opened.table);
const staff = () => createStaff(opened.table);
const task = () => aTask({ dossierId: dossier.id, kind: "SubmitProtocol", stage: "PROTOCOL" });
const documents = () =>
  createDocuments({ client: new S3Client({ region: "eu-west-1" }), name: "documents" }, opened.table);
const receive = (arrival: { key: string; versionId?: string }) =>
  createReceiveDocument({
    ...{
      files,
      documents: documents(),
      staff: staff(),
      scan: scanDocument,
      quarantines: false,
      now: () => new Date(NOW),
    },
    pause: async () => undefined,
  })(arrival);
const place = (of = id) => ({ id: of, dossierId: dossier.id, taskId, kind: "protocol" as const });
const find = (of = id) => documents().find(dossier.id, of);

/** The object that a browser uploads with the form of this document. */
const sent = (bytes: Uint8Array, name = "protocol.pdf", of = id) =>
  files.add(uploadKey(place(of)), { by, bytes, name });

/** Decides the task. */
const decide = async () => {
  const current = await dossiers().find(dossier.id);
  if (current) await tasks().recordDecision(task(), aDecision(), current, []);
};
/** Replaces the contact by somebody else. */
const replaceContact = async () => {
  const contact = { id: "person-new", name: "Ben Opvolger", email: "ben@voorbeeldegem.example" };
  await dossiers().save({ ...dossier, people: { ...dossier.people, contact } });
};
/** The request was given up and another began; the tasks of the first close a moment later. */
const nextPass = () => dossiers().save({ ...dossier, pass: dossier.pass + 1 });
const erase = () =>
  createTombstones(opened.table).bury(
    {
      ...{ status: "DELETED", id: dossier.id, deletedAt: NOW },
      ...{ reference: dossier.reference, rule: "ERASE-01", ground: "not-needed", outcome: "withdrawn" },
      ...{ closedAt: NOW, counts: { documents: 0, mails: 0, tasks: 1 }, clocks: { deletion: NOW } },
    },
    dossier.version,
  );

describe("an uploaded document", () => {
  it("is accepted with the properties of its bytes, under a key of ids", async () => {
    const bytes = await aPdf();

    await receive(sent(bytes, "Protocol & bijlage (1).docx"));

    expect(await find()).toMatchObject({
      ...place(),
      ...{ size: bytes.length, contentType: "application/pdf", scan: "accepted", by, at: NOW },
      name: "Protocol & bijlage (1).pdf",
      sha256: createHash("sha256").update(bytes).digest("hex"),
      s3Key: `dossiers/${dossier.id}/${taskId}/protocol/${id}`,
    });
    expect(files.keys).toEqual([documentKey(place())]);
  });

  it.each([
    ["advies.pdf.bat", "advies.pdf"],
    ["..", "document.pdf"],
    [".", "document.pdf"],
    ["", "document.pdf"],
    ["C:\\Users\\an\\advies.hta", "advies.pdf"],
    ["advies\u202Efdp.exe", "adviesfdp.pdf"],
  ])("named %j gets the name %j", async (given, name) => {
    await receive(sent(await aPdf(), given));

    expect((await find())?.name).toBe(name);
  });

  it("is idempotent: the same record, judged once", async () => {
    const arrival = sent(await aPdf());
    await receive(arrival);
    const first = await find();

    await receive(arrival);

    expect(await find()).toEqual(first);
    expect(files.opened).toEqual([arrival.key]);
    expect(files.keys).toEqual([documentKey(place())]);
  });

  it("is unchanged when its refusal is repeated after another file from the same form", async () => {
    const first = sent(TEXT);
    await receive(first);
    await receive(sent(new Uint8Array()));

    expect((await receive(first)).scan).toBe("known");

    expect(await find()).toMatchObject({ scan: "refused-type" });
    expect(files.keys).toEqual([]);
  });

  it.each([
    ["of another type", TEXT, undefined, "refused-type"],
    ["empty", new Uint8Array(), undefined, "refused-empty"],
    ["too large", TEXT, MAXIMUM_DOCUMENT_BYTES + 1, "refused-size"],
  ])("%s is recorded as refused and removed, also when repeated", async (_name, bytes, size, scan) => {
    const arrival = files.add(uploadKey(place()), { by, bytes, size });

    await receive(arrival);
    await receive(arrival);

    expect(await find()).toMatchObject({ scan, sha256: "" });
    expect(files.keys).toEqual([]);
  });

  it("with content that starts by itself is refused by name", async () => {
    await receive(sent(await aPdf(script)));

    expect(await find()).toMatchObject({ scan: "refused-script", name: "protocol.pdf" });
    expect(files.keys).toEqual([]);
  });

  it("that is a photograph is accepted where a scan is meant, without what the camera added (DOC-09)", async () => {
    const where = { ...place(), kind: "received-on-behalf" as const };

    await receive(files.add(uploadKey(where), { by, bytes: aJpegWith(exif()), name: "IMG_0001.JPEG" }));

    const stored = await find();
    expect(stored).toMatchObject({ scan: "accepted", name: "IMG_0001.jpg", contentType: "image/jpeg" });
    expect(stored?.size).toBeLessThan(aJpegWith(exif()).length);
    expect(stored?.sha256).toBe(
      createHash("sha256")
        .update(await files.read({ ...where, key: documentKey(where), versionId: stored?.s3VersionId }))
        .digest("hex"),
    );
  });

  it("that is a photograph is refused where a text is meant", async () => {
    await receive(sent(aJpeg(), "protocol.jpg"));

    expect(await find()).toMatchObject({ scan: "refused-type", name: "protocol.jpg" });
    expect(files.keys).toEqual([]);
  });

  it("keeps an emoji in its name, and letters with accents in one form (NFD)", async () => {
    await receive(sent(await aPdf(), "protocol cafe\u0301 👩🏽‍💻.pdf"));

    expect((await find())?.name).toBe("protocol café 👩🏽‍💻.pdf");
  });

  it("above the maximum size is not even read", async () => {
    await receive(files.add(uploadKey(place()), { by, bytes: TEXT, size: MAXIMUM_DOCUMENT_BYTES + 1 }));

    expect(files.opened).toEqual([]);
  });

  it("blocks further files from the same form after a refusal; they are removed unread (LIMIT-01)", async () => {
    await receive(sent(TEXT));
    for (let times = 0; times < 5; times++) expect((await receive(sent(await aDocx()))).scan).toBe("known");

    expect(await find()).toMatchObject({ scan: "refused-type", name: "protocol.pdf" });
    expect(files.opened).toHaveLength(1);
    expect(files.keys).toEqual([]);
  });

  it("leaves nothing of an attempt that was interrupted after storing, where another was refused since", async () => {
    const arrival = sent(await aPdf());
    files.add(documentKey(place()), { by, bytes: await aPdf() });
    await receive(sent(TEXT));

    await receive(arrival);

    expect(files.keys).toEqual([]);
  });

  it("is recorded once and never kept when many are refused concurrently", async () => {
    const many = Array.from({ length: 5 }, () => sent(TEXT));

    const received = await Promise.all(many.map((one) => receive(one)));

    expect(received.filter(({ scan }) => scan === "refused-type")).toHaveLength(1);
    expect(files.keys).toEqual([]);
  });

  it("cannot replace an accepted one from the same form", async () => {
    await receive(sent(await aPdf()));
    const first = await find();

    await receive(sent(await aDocx()));

    expect(await find()).toEqual(first);
    expect(files.keys).toEqual([documentKey(place())]);
  });

  it("is recorded once when two arrive concurrently; the other is removed", async () => {
    const both = [sent(await aPdf()), sent(await aPdf())];

    await Promise.all(both.map((one) => receive(one)));

    expect(await find()).toMatchObject({ scan: "accepted" });
    expect(files.keys).toEqual([documentKey(place())]);
  });

  it("from an upload form of an earlier version is accepted under its new key", async () => {
    const old = files.add(`dossiers/${dossier.id}/${taskId}/protocol/${id}/advies van An.pdf`, {
      ...{ by, bytes: await aPdf(), name: "" },
    });

    await receive(old);

    expect(await find()).toMatchObject({ name: "advies van An.pdf", s3Key: documentKey(place()) });
    expect(files.keys).toEqual([documentKey(place())]);
  });

  it("accepted by an earlier version keeps its key", async () => {
    const s3Key = `dossiers/${dossier.id}/${taskId}/protocol/${id}/advies.pdf.bat`;
    const { versionId } = files.add(s3Key, { by, bytes: await aPdf() });
    const kept = { ...place(), s3Key, s3VersionId: versionId, name: "advies.pdf.bat", size: 1, sha256: "x" };
    const item = { ...kept, schemaVersion: 1, contentType: "application/pdf", scan: "accepted", by, at: NOW };
    await opened.table.client.send(
      new PutCommand({ TableName: opened.table.name, Item: { ...item, ...keys.document(dossier.id, id) } }),
    );

    await receive({ key: s3Key, versionId });

    expect(files.keys).toEqual([s3Key]);
    expect(await find()).toMatchObject({ name: "advies.pdf", s3Key, scan: "accepted" });
  });

  it("with another kind of key is given up, without that key in the error", async () => {
    const elsewhere = files.add("dossiers/01HZ/geheim-van-jan.pdf", { by, bytes: await aPdf() });

    await expect(receive(elsewhere)).rejects.toThrow(/^KEY_IS_NO_DOCUMENT$/);
  });
});

describe("a document outside a task", () => {
  const TITLE = "Verslag van het overleg 👩🏽‍💻";
  const outside = (of = id) => ({ id: of, dossierId: dossier.id, kind: "other" as const });
  const sentOutside = (bytes: Uint8Array) =>
    files.add(uploadKey(outside()), { by, bytes, title: TITLE, name: "verslag.pdf" });

  it("is accepted with its title, also when no task is open", async () => {
    await decide();

    await receive(sentOutside(await aPdf()));

    const stored = await find();
    expect(stored).toMatchObject({ ...outside(), title: TITLE, name: "verslag.pdf", scan: "accepted" });
    expect(stored?.taskId).toBeUndefined();
    expect(files.keys).toEqual([`dossiers/${dossier.id}/dossier/other/${id}`]);
  });

  it.each([
    ["after its sender was replaced", replaceContact],
    [
      "while the dossier is given up",
      async () =>
        void (await dossiers().save(
          inStatus(dossier, { status: "ONBOARDING", request: { closing: { by, reason: "x", at: NOW } } }),
        )),
    ],
  ])("that arrives too late, %s, leaves nothing but a record (DOC-05)", async (_name, happens) => {
    await happens();

    await receive(sentOutside(await aPdf()));

    const stored = await find();
    expect(stored).toMatchObject({ scan: "refused-late", name: "" });
    expect(stored?.title).toBeUndefined();
    expect(files.keys).toEqual([]);
  });

  it("of another kind has no place there", async () => {
    const elsewhere = files.add(`uploads/${dossier.id}/dossier/protocol/${id}`, { by, bytes: await aPdf() });

    await expect(receive(elsewhere)).rejects.toThrow(/^KEY_IS_NO_DOCUMENT$/);
  });
});

describe("a document that arrives too late (DOC-05)", () => {
  it.each([
    ["after the decision", decide],
    ["after the task closed", () => tasks().close(dossier.id, taskId, NOW)],
    ["after its sender was replaced", replaceContact],
    ["after its request gave way to another", nextPass],
    [
      "while the dossier is given up",
      async () =>
        void (await dossiers().save(
          inStatus(dossier, { status: "ONBOARDING", request: { closing: { by, reason: "x", at: NOW } } }),
        )),
    ],
  ])("%s is removed, with only a record", async (_name, happens) => {
    await happens();

    await receive(sent(await aPdf(), "geheim.pdf"));

    expect(await find()).toMatchObject({ scan: "refused-late", name: "", sha256: "" });
    expect(files.keys).toEqual([]);
    expect(files.opened).toEqual([]);
  });

  it("after an erasure leaves nothing in the bucket and nothing beside the tombstone", async () => {
    await erase();

    const { scan } = await receive(sent(await aPdf(), "geheim.pdf"));

    expect(scan).toBe("gone");
    expect(files.keys).toEqual([]);
    expect(await find()).toBeUndefined();
  });

  it.each([
    ["a decision", decide, "refused-late"],
    ["a replacement", replaceContact, "refused-late"],
    ["an erasure", erase, undefined],
  ])("is refused when %s happens between the check and the write", async (_name, happens, scan) => {
    files.beforeStoring = happens;

    await receive(sent(await aPdf(), "geheim.pdf"));

    expect((await find())?.scan).toBe(scan);
    expect(files.keys).toEqual([]);
  });

  it("leaves nothing of an attempt that was interrupted after storing", async () => {
    const arrival = sent(await aPdf());
    files.add(documentKey(place()), { by, bytes: await aPdf() });
    await decide();

    await receive(arrival);

    expect(files.keys).toEqual([]);
  });
});

describe("a document sent by a colleague of the LED (DOC-05)", () => {
  const HOUR_AGO = addMinutes(NOW, -60);
  let colleague: Colleague;
  const send = async () =>
    receive(
      files.add(uploadKey(place()), {
        ...{ bytes: await aPdf(), name: "protocol.pdf" },
        by: { role: "led-team", id: colleague.subject, name: colleague.name },
      }),
    );

  beforeEach(() => {
    colleague = { subject: `staff-${number}`, name: "Lies Team", roles: ["led-team"], seenAt: HOUR_AGO };
  });

  it("is accepted while the sender has the role", async () => {
    await staff().remember(colleague);

    expect((await send()).scan).toBe("accepted");
  });

  it("is accepted from a substitute during the substitution", async () => {
    await staff().remember({ ...colleague, roles: ["led-dpo"] });
    const substitution = {
      ...{ id: `${NOW.slice(0, 10)}#${number}`, role: "led-team" as const, at: HOUR_AGO },
      ...{ of: { id: "x", name: "Xander" }, substitute: { id: colleague.subject, name: colleague.name } },
      ...{ from: NOW.slice(0, 10), until: NOW.slice(0, 10) },
    };
    await staff().addSubstitution(substitution);
    expect((await send()).scan).toBe("accepted");
    await staff().endSubstitution(substitution.id, { at: NOW, by: { id: "x", name: "Xander" } });
    id = `${id}-next`;

    expect((await send()).scan).toBe("refused-late");
  });

  it.each<[string, Partial<Colleague> | undefined]>([
    ["whose role is another by now", { roles: ["led-dpo"] }],
    ["who has no role any more", { roles: [] }],
    ["whose sessions the team ended", { ended: { at: addMinutes(NOW, -5), by: "Tine" } }],
    ["whom nobody knows", undefined],
  ])("%s is removed in every version", async (_name, now) => {
    if (now) await staff().remember({ ...colleague, ...now });

    expect((await send()).scan).toBe("refused-late");

    expect(await find()).toMatchObject({ scan: "refused-late", name: "", sha256: "" });
    expect(files.keys).toEqual([]);
    expect(files.opened).toEqual([]);
  });

  it("is accepted after a new sign-in following the end of the sessions", async () => {
    await staff().remember({ ...colleague, seenAt: NOW, ended: { at: HOUR_AGO, by: "Tine" } });

    expect((await send()).scan).toBe("accepted");
  });
});

describe("the quota of documents (DOC-06)", () => {
  let batch = 0;
  const given = async (count: number, differences: Partial<StoredDocument> = {}) => {
    batch += 1;
    for (let one = 0; one < count; one += 1)
      await documents().record({
        ...place(`kept-${batch}-${one}`),
        ...{ name: "a.pdf", size: 1, sha256: "x", by, at: NOW },
        ...{ contentType: "application/pdf", scan: "accepted", s3Key: `dossiers/${one}` },
        ...differences,
      });
  };

  it("allows twenty at a task; refused ones do not count", async () => {
    await given(19);
    await given(5, { scan: "refused-type", taskId });
    await receive(sent(await aPdf()));

    const next = `${id}-next`;
    await receive(sent(await aPdf(), "te-veel.pdf", next));

    expect(await find()).toMatchObject({ scan: "accepted" });
    expect(await find(next)).toMatchObject({ scan: "refused-quota", name: "te-veel.pdf" });
    expect(files.keys).toEqual([documentKey(place())]);
  });

  it("allows 200 MB at a task", async () => {
    await given(1, { size: 200 * 1024 * 1024 - 10 });

    await receive(sent(await aPdf()));

    expect(await find()).toMatchObject({ scan: "refused-quota" });
  });

  it("is not used by the other side, nor by documents that the system made", async () => {
    await given(30, { by: { role: "led-team", id: "staff", name: "Lies Team" } });
    await given(30, { by: { role: "system", id: "system", name: "LED" } });

    await receive(sent(await aPdf()));

    expect(await find()).toMatchObject({ scan: "accepted" });
  });

  it("holds for concurrent uploads", async () => {
    await given(18);
    const ids = Array.from({ length: 5 }, (_, one) => `${id}-${one}`);
    const arrivals = await Promise.all(ids.map(async (of) => sent(await aPdf(), "protocol.pdf", of)));

    await Promise.all(arrivals.map((arrival) => receive(arrival)));

    const scans = (await Promise.all(ids.map((of) => find(of)))).map((document) => document?.scan);
    expect(scans.filter((scan) => scan === "accepted")).toHaveLength(2);
    expect(scans.filter((scan) => scan === "refused-quota")).toHaveLength(3);
    expect(files.keys).toHaveLength(2);
  });
});
