import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { StateName } from "../../statemachine/contract.ts";
import type { Dossier } from "../../functions/domain/dossier.ts";
import { GiveUp } from "../../functions/domain/errors.ts";
import { createPublishCopy } from "../../functions/protocol/publish-copy.ts";
import { createDistributeProtocol } from "../../functions/protocol/distribute-protocol.ts";
import { createEnterProtocol } from "../../functions/protocol/enter-protocol.ts";
import { createOpenWithTemplate } from "../../functions/protocol/open-with-template.ts";
import { createWriteDraft } from "../../functions/protocol/write-protocol.ts";
import { createRecordPublication } from "../../functions/protocol/record-publication.ts";
import { submitProtocol } from "../../functions/protocol/submit-protocol.ts";
import { openFileTable } from "../adapters/database.ts";
import { aDossier, NOW } from "../builders/dossier.ts";
import { aDecision, aTask } from "../builders/task.ts";
import { FakeDocuments } from "../fakes/documents.ts";
import { backendForEachTest } from "../application/backend.ts";
import { aDpia, APPLICANT_SIGNATURE, aProtocol, AUTHORITY_SIGNATURE, INTAKE, LED_ADVICE } from "./answers.ts";

const test = backendForEachTest(await openFileTable());
let number = 0;

const store = (differences: Parameters<typeof aDossier>[0]): Promise<Dossier> => {
  number += 1;
  return test.backend.dossiers.create(
    aDossier({
      id: `01HX${String(number).padStart(22, "0")}`,
      reference: `LED-2028-${String(number).padStart(5, "0")}`,
      ...differences,
    }),
  );
};
const payloadOf = ({ id }: Dossier, state: StateName) => ({ state, dossierId: id, run: 1, previous: null });
const again = async (act: () => Promise<unknown>) => {
  await act();
  await act();
};

describe("EnterProtocol", () => {
  const enter = (dossier: Dossier) => createEnterProtocol(test.acts)(payloadOf(dossier, "EnterProtocol"));

  it("moves the dossier, and returns whether the supervisor must be consulted", async () => {
    const low = await store({ stage: "DPIA", dpia: aDpia() });
    const high = await store({ stage: "DPIA", dpia: aDpia({ residualRisk: "high" }) });

    expect(await enter(low)).toEqual({ entry: "SubmitProtocol", priorConsultation: "not-needed" });
    expect(await enter(high)).toEqual({ entry: "SubmitProtocol", priorConsultation: "needed" });
    expect((await test.backend.dossiers.find(low.id))?.stage).toBe("PROTOCOL");
  });

  it("gives up without a conclusion on the DPIA, and leaves the dossier unchanged", async () => {
    const dossier = await store({ stage: "DPIA" });

    await expect(enter(dossier)).rejects.toThrow(GiveUp);
    await expect(enter(dossier)).rejects.toThrow(/rules=PROTOCOL-01/);
    expect((await test.backend.dossiers.find(dossier.id))?.stage).toBe("DPIA");
  });
});

describe("SubmitProtocol", () => {
  const open = (documents: FakeDocuments, dossier: Dossier) =>
    createOpenWithTemplate({ ...test.acts, documents, writeDraft: createWriteDraft(test.acts) })(
      submitProtocol,
      dossier,
      { taskToken: "token" },
    );

  it("opens with the template among its documents, made once", async () => {
    const documents = new FakeDocuments();
    const dossier = await store({ stage: "PROTOCOL", dpia: aDpia(), intake: INTAKE });

    await again(() => open(documents, dossier));

    const [{ document, bytes } = { document: undefined, bytes: new Uint8Array() }] = documents.stored;
    expect(documents.stored).toHaveLength(1);
    expect(document).toMatchObject({
      id: "template-SubmitProtocol-1-1",
      taskId: "SubmitProtocol-1-1",
      kind: "protocol-template",
      name: `protocol-${dossier.reference}.docx`,
      size: bytes.byteLength,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      by: { role: "system" },
    });
    expect(await test.backend.tasks.find(dossier.id, "SubmitProtocol-1-1")).toMatchObject({ status: "open" });
    expect(test.mailer.sent).toHaveLength(1);
  });

  it("makes a separate template in a new round", async () => {
    const documents = new FakeDocuments();
    const dossier = await store({ stage: "PROTOCOL", dpia: aDpia() });
    const rounds = { PROTOCOL: { number: 2, from: "SubmitProtocol", cause: "ReviewProtocol-1-1" } };

    await open(documents, dossier);
    await open(documents, { ...dossier, rounds });

    expect(documents.stored.map(({ document }) => document.taskId)).toEqual([
      "SubmitProtocol-1-1",
      "SubmitProtocol-1-2",
    ]);
  });

  it("neither opens nor makes a template before the DPIA is concluded", async () => {
    const documents = new FakeDocuments();

    await expect(open(documents, await store({ stage: "PROTOCOL" }))).rejects.toThrow(/rules=PROTOCOL-01/);
    expect(documents.stored).toEqual([]);
  });
});

describe("DistributeProtocol", () => {
  const signatures = { applicant: APPLICANT_SIGNATURE, authority: AUTHORITY_SIGNATURE };
  const distribute = (dossier: Dossier) =>
    createDistributeProtocol({ ...test.acts, publishCopy: createPublishCopy(test.acts) })(
      payloadOf(dossier, "DistributeProtocol"),
    );

  it("notifies both parties and asks both to publish, once", async () => {
    const dossier = await store({
      stage: "PROTOCOL",
      protocol: aProtocol({ ledDpoAdvice: LED_ADVICE, signatures }),
    });

    await again(() => distribute(dossier));

    const signed = test.mailer.sent.filter(({ tags }) => tags["template"]?.startsWith("DistributeProtocol"));
    expect(signed.map(({ to }) => to[0]?.email)).toEqual([
      "an@voorbeeldegem.example",
      "sofie@voorbeeldegem.example",
      "led@team.example",
      "official@team.example",
    ]);
    expect(signed[0]?.text).toContain("https://led.example/live/dossier/");
    expect(signed[3]?.text).toContain(`https://led.example/live/admin/dossiers/${dossier.id}`);
    expect(test.mailer.sent).toHaveLength(6);
    expect(await test.backend.tasks.find(dossier.id, "PublishByApplicant-1-1")).toMatchObject({
      status: "open",
    });
    expect(await test.backend.tasks.find(dossier.id, "PublishByAuthority-1-1")).toMatchObject({
      status: "open",
    });
    expect((await test.backend.dossiers.find(dossier.id))?.protocol?.distributedAt).toBe(NOW);
  });

  it("notifies each of two signatories", async () => {
    const { people } = aDossier();
    const secondSignatory = { id: "person-second", name: "Bert", email: "bert@voorbeeldegem.example" };
    const dossier = await store({
      stage: "PROTOCOL",
      people: { ...people, secondSignatory },
      protocol: aProtocol({ ledDpoAdvice: LED_ADVICE, signatures }),
    });

    await distribute(dossier);

    const told = test.mailer.sent.filter(({ tags }) => tags["template"] === "DistributeProtocol");
    expect(told.map(({ to }) => to[0]?.email)).toEqual([
      people.contact.email,
      people.signatory?.email,
      secondSignatory.email,
    ]);
  });

  it("sends one mail to a contact who signs", async () => {
    const { people } = aDossier();
    const dossier = await store({
      stage: "PROTOCOL",
      people: {
        ...people,
        signatory: { ...people.contact, id: "person-signatory", email: "An@Voorbeeldegem.example" },
      },
      protocol: aProtocol({ ledDpoAdvice: LED_ADVICE, signatures }),
    });

    await distribute(dossier);

    const toConsumer = test.mailer.sent.filter(({ tags }) => tags["template"] === "DistributeProtocol");
    expect(toConsumer).toHaveLength(1);
  });

  it("gives up when a signature is missing", async () => {
    const dossier = await store({
      stage: "PROTOCOL",
      protocol: aProtocol({ signatures: { applicant: APPLICANT_SIGNATURE } }),
    });

    await expect(distribute(dossier)).rejects.toThrow(GiveUp);
    expect(test.mailer.sent).toEqual([]);
  });
});

describe("what follows a publication", () => {
  const decision = aDecision({
    outcome: "published",
    fields: { date: "2026-11-23", url: "https://www.voorbeeldegem.example/protocol" },
  });

  it("the LED mailbox gets one mail with the address of the applicant's publication", async () => {
    const { id } = await store({ stage: "MAGDA" });
    const task = aTask({ dossierId: id, kind: "PublishByApplicant", stage: "PROTOCOL", decision });

    await again(() => createRecordPublication(test.acts)(task));

    expect(test.mailer.sent.map(({ to }) => to[0]?.email)).toEqual(["led@team.example"]);
    expect(test.mailer.sent[0]?.text).toContain("> https://www.voorbeeldegem.example/protocol");
  });

  it("a publication by the LED mails nobody", async () => {
    const { id } = await store({ stage: "MAGDA" });

    await createRecordPublication(test.acts)(aTask({ dossierId: id, kind: "PublishByAuthority", decision }));

    expect(test.mailer.sent).toEqual([]);
  });
});
