import { beforeEach, describe, expect, it } from "vitest";
import { documentKey, quarantineKey, uploadKey } from "../../functions/adapters/s3/document-key.ts";
import { createReceiveDocument } from "../../functions/documents/receive-document.ts";
import { scanDocument } from "../../functions/documents/scan-document.ts";
import type { CheckResult } from "../../functions/documents/settle-check.ts";
import { addMinutes } from "../../functions/domain/calendar.ts";
import { CHECK_MINUTES } from "../../functions/domain/documents.ts";
import type { Dossier } from "../../functions/domain/dossier.ts";
import { logOf } from "../../functions/domain/log.ts";
import type { Actor } from "../../functions/domain/people.ts";
import { backendForEachTest } from "../application/backend.ts";
import { aDossier, NOW } from "../builders/dossier.ts";
import { aTask } from "../builders/task.ts";
import { aDocx, aPdf } from "./files.ts";

const test = backendForEachTest();
const by: Actor = { role: "applicant", id: "person-contact", name: "An Voorbeeld" };
const taskId = "SubmitProtocol-1-1";
const id = "01HD0000000000000000000001";
let dossier: Dossier;

beforeEach(async () => {
  dossier = await test.acts.dossiers.create(aDossier());
  await test.acts.tasks.open(
    aTask({ dossierId: dossier.id, kind: "SubmitProtocol", stage: "PROTOCOL" }),
    dossier,
  );
});

const place = () => ({ id, dossierId: dossier.id, taskId, kind: "protocol" as const });
const find = () => test.acts.documents.find(dossier.id, id);
const receive = (arrival: { key: string; versionId?: string }) =>
  createReceiveDocument({ ...test.acts, files: test.arrived, scan: scanDocument, quarantines: true })(
    arrival,
  );
/** A browser sends a file with the form of this document. */
const send = (bytes: Uint8Array) =>
  receive(test.arrived.add(uploadKey(place()), { by, bytes, name: "protocol.pdf" }));
const inQuarantine = () => test.arrived.latest(quarantineKey(place()));
const settle = (result: CheckResult) => test.acts.settleCheck(inQuarantine(), result);
const decide = () =>
  test.acts.decideTask(dossier.id, taskId, { outcome: "submitted", fields: {}, documents: [id], by });
const messages = async () => {
  const decided = await decide();
  return decided.status === "refused" ? decided.reasons.map(({ message }) => message) : [];
};

describe("a document that is checked for malware (DOC-10)", () => {
  it("waits in quarantine, where nobody reads it and no decision rests on it", async () => {
    expect((await send(await aPdf())).scan).toBe("checking");

    expect(await find()).toMatchObject({
      scan: "checking",
      name: "protocol.pdf",
      contentType: "application/pdf",
    });
    expect(test.arrived.keys).toEqual([quarantineKey(place())]);
    expect(await messages()).toContain(
      "protocol.pdf wordt nog gecontroleerd op schadelijke software. Wacht een minuut en probeer het dan opnieuw.",
    );
  });

  it("is accepted when nothing was found, in its own place, and once", async () => {
    const bytes = await aPdf();
    await send(bytes);
    const checked = inQuarantine();

    expect((await settle("clean")).scan).toBe("accepted");
    expect((await test.acts.settleCheck(checked, "malware")).scan).toBe("known");

    const stored = await find();
    expect(stored).toMatchObject({ scan: "accepted", s3Key: documentKey(place()), checkedAt: NOW });
    expect(stored?.clocks).toBeUndefined();
    expect(test.arrived.keys).toEqual([documentKey(place())]);
    expect(
      await test.arrived.read({ id, key: documentKey(place()), versionId: stored?.s3VersionId }),
    ).toEqual(bytes);
  });

  it.each<[CheckResult, string]>([
    ["malware", "refused-malware"],
    ["unchecked", "refused-unchecked"],
  ])("is refused and gone in every version: %s", async (result, scan) => {
    await send(await aPdf());

    await settle(result);
    expect((await settle("clean")).scan).toBe("known");

    expect(await find()).toMatchObject({ scan, name: "protocol.pdf", sha256: "" });
    expect(test.arrived.keys).toEqual([]);
  });

  it("is refused as late when its task closed meanwhile (DOC-05)", async () => {
    await send(await aPdf());
    await test.acts.tasks.close(dossier.id, taskId, NOW);

    expect((await settle("clean")).scan).toBe("refused-late");

    expect(await find()).toMatchObject({ scan: "refused-late", name: "" });
    expect(test.arrived.keys).toEqual([]);
  });

  it("is refused as late when its task closes while it is being stored", async () => {
    await send(await aPdf());
    test.arrived.beforeStoring = () => test.acts.tasks.close(dossier.id, taskId, NOW);

    expect((await settle("clean")).scan).toBe("refused-late");

    expect(test.arrived.keys).toEqual([]);
  });

  it("is accepted once when two results come at the same moment", async () => {
    await send(await aPdf());
    const checked = inQuarantine();

    const settled = await Promise.all([settle("clean"), test.acts.settleCheck(checked, "clean")]);

    expect(settled.map(({ scan }) => scan).sort()).toEqual(["accepted", "known"]);
    expect(test.arrived.keys).toEqual([documentKey(place())]);
  });

  it("is found by a result that comes before its file is known to be there", async () => {
    await send(await aPdf());
    const early = test.acts.settleCheck(
      { key: quarantineKey(place()), versionId: inQuarantine().versionId },
      "malware",
    );

    expect((await early).scan).toBe("refused-malware");
  });

  it("goes to quarantine after all, when that was interrupted, and no other file of its form does", async () => {
    const bytes = await aPdf();
    const arrival = test.arrived.add(uploadKey(place()), { by, bytes });
    test.arrived.beforeQuarantine = () => Promise.reject(new Error("crash"));
    await expect(receive(arrival)).rejects.toThrow("crash");
    expect((await send(await aDocx())).scan).toBe("known");
    expect(test.arrived.keys).toEqual([uploadKey(place())]);

    await receive(arrival);

    expect(test.arrived.keys).toEqual([quarantineKey(place())]);
    expect((await settle("clean")).scan).toBe("accepted");
  });

  it("is never another file: a result for other bytes changes nothing", async () => {
    await send(await aPdf());
    const other = test.arrived.add(quarantineKey(place()), { by, bytes: await aDocx() });

    expect((await test.acts.settleCheck(other, "clean")).scan).toBe("known");

    expect(await find()).toMatchObject({ scan: "checking" });
  });

  it("of a deleted dossier leaves nothing in quarantine", async () => {
    const elsewhere = { ...place(), dossierId: "01HZ0000000000000000000009" };
    const left = test.arrived.add(quarantineKey(elsewhere), { by, bytes: await aPdf() });

    expect((await test.acts.settleCheck(left, "clean")).scan).toBe("gone");

    expect(test.arrived.keys).toEqual([]);
  });

  it("without a result is refused after an hour, and operators hear of it", async () => {
    await send(await aPdf());
    test.time.now = addMinutes(NOW, CHECK_MINUTES - 1);
    await test.sweep();
    expect(await find()).toMatchObject({ scan: "checking" });

    test.time.now = addMinutes(NOW, CHECK_MINUTES);
    await test.sweep();

    expect(await find()).toMatchObject({ scan: "refused-unchecked" });
    expect(test.alarms).toEqual([dossier.id]);
    expect(test.arrived.keys).toEqual([]);
  });

  it("counts for the quota while it waits, and is in the log once it has a result", async () => {
    await send(await aPdf());
    const { documents } = await test.whole(dossier.id);
    expect(logOf(documents.map((item) => ({ of: "document", item })))).toEqual([]);
    test.time.now = addMinutes(NOW, 10);

    await settle("clean");

    const entries = logOf((await test.whole(dossier.id)).documents.map((item) => ({ of: "document", item })));
    expect(entries).toMatchObject([{ kind: "document", at: test.time.now, by }]);
  });
});
