import { beforeEach, describe, expect, it } from "vitest";
import { addMinutes } from "../../functions/domain/calendar.ts";
import type { StoredDocument } from "../../functions/domain/documents.ts";
import type { Dossier } from "../../functions/domain/dossier.ts";
import { logOf } from "../../functions/domain/log.ts";
import { type Actor, SYSTEM } from "../../functions/domain/people.ts";
import { backendForEachTest } from "../application/backend.ts";
import { aDossier, NOW } from "../builders/dossier.ts";
import { aDecision, aTask } from "../builders/task.ts";

const test = backendForEachTest();
const by: Actor = { role: "applicant", id: "person-contact", name: "An Voorbeeld" };
const taskId = "SubmitProtocol-1-1";
let dossier: Dossier;
const task = () => aTask({ dossierId: dossier.id, kind: "SubmitProtocol", stage: "PROTOCOL" });

beforeEach(async () => {
  dossier = await test.acts.dossiers.create(aDossier());
  await test.acts.tasks.open(task(), dossier);
});

async function given(differences: Partial<StoredDocument> = {}): Promise<StoredDocument> {
  const document: StoredDocument = {
    ...{
      id: "01HD0000000000000000000001",
      dossierId: dossier.id,
      taskId,
      kind: "protocol",
      name: "protocol.pdf",
    },
    ...{ size: 1, sha256: "x", contentType: "application/pdf", scan: "accepted", by, at: NOW },
    ...{ s3Key: `dossiers/${dossier.id}/${taskId}/protocol/1` },
    ...differences,
  };
  await test.acts.documents.record(document);
  return document;
}
const takeAway = ({ id }: StoredDocument, who = by) =>
  test.acts.takeDocumentAway({ dossierId: dossier.id, taskId, documentId: id }, who);
const find = ({ id }: StoredDocument) => test.acts.documents.find(dossier.id, id);
const decide = async (documents: string[]) => {
  const current = await test.dossier(dossier.id);
  await test.acts.tasks.recordDecision(task(), aDecision({ documents }), current, []);
};

describe("a document of an open task (DOC-11)", () => {
  it("is taken away once, by whoever was first, and follow-up deletes its file", async () => {
    const document = await given();

    await Promise.all([takeAway(document), takeAway(document)]);
    expect(await takeAway(document, { ...by, id: "person-second" })).toBe("taken");
    await test.sweep();

    expect((await find(document))?.removed).toEqual({ by, at: NOW });
    expect((await find(document))?.clocks).toBeUndefined();
    expect(test.files.removed).toEqual([document.id]);
  });

  it("keeps its entry in the log unchanged, beside that of whoever took it away", async () => {
    const document = await given();
    const log = async () =>
      logOf((await test.whole(dossier.id)).documents.map((item) => ({ of: "document", item })));
    const [before] = await log();
    test.time.now = addMinutes(NOW, 1);

    await takeAway(document);

    expect(await log()).toEqual([
      before,
      expect.objectContaining({ kind: "document-removed", by, at: test.time.now }),
    ]);
  });

  it("is deleted by a later sweep when the bucket is down", async () => {
    const document = await given();
    await takeAway(document);
    test.files.isDown = true;
    await expect(test.sweep()).rejects.toThrow();
    test.files.isDown = false;

    await test.sweep();

    expect(test.files.removed).toEqual([document.id]);
  });

  it.each<[string, Partial<StoredDocument>]>([
    ["that the system made", { by: SYSTEM }],
    ["that was refused", { scan: "refused-type" }],
    ["that is still checked", { scan: "checking" }],
    ["of another task", { taskId: "SubmitIntake-1-1" }],
  ])("%s stays", async (_name, differences) => {
    expect(await takeAway(await given(differences))).toBe("kept");
  });

  it("stays once a decision rests on it", async () => {
    const document = await given();
    await decide([document.id]);

    expect(await takeAway(document)).toBe("kept");
  });

  it("of a decision that is stored at the same moment makes one of the two fail", async () => {
    const document = await given();
    await takeAway(document);

    await expect(decide([document.id])).rejects.toMatchObject({ name: "Conflict" });
  });
});
