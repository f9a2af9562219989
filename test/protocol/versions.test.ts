import { describe, expect, it } from "vitest";
import type { StateName } from "../../statemachine/contract.ts";
import type { DocumentKind, StoredDocument } from "../../functions/domain/documents.ts";
import type { Dossier, DossierOf } from "../../functions/domain/dossier.ts";
import { ContinueAsNew } from "../../functions/domain/errors.ts";
import type { Decision, HumanTask } from "../../functions/domain/human-task.ts";
import { signaturesIn } from "../../functions/documents/pdf-signatures.ts";
import { createFixProtocol } from "../../functions/protocol/fix-protocol.ts";
import { fileToSign } from "../../functions/protocol/file-to-sign.ts";
import { createOpenReview } from "../../functions/protocol/open-review.ts";
import { reviewProtocol } from "../../functions/protocol/review-protocol.ts";
import { signForAuthority } from "../../functions/protocol/sign-for-authority.ts";
import { signForApplicant } from "../../functions/protocol/sign-for-applicant.ts";
import { createStoreProtocol } from "../../functions/protocol/store-protocol.ts";
import { createWriteProtocol } from "../../functions/protocol/write-protocol.ts";
import { createWriteVersion } from "../../functions/protocol/write-version.ts";
import { openFileTable } from "../adapters/database.ts";
import { backendForEachTest } from "../application/backend.ts";
import { aDossier, NOW } from "../builders/dossier.ts";
import { anAuthority, anIdentity, signPdf } from "../builders/signed-pdf.ts";
import { aDecision, aTask } from "../builders/task.ts";
import { FakeDocuments } from "../fakes/documents.ts";
import { aDpia, aProtocol, FORM, INTAKE, LED_ADVICE } from "./answers.ts";

const test = backendForEachTest(await openFileTable());
const documents = new FakeDocuments();
let number = 0;

const parts = () => {
  const shared = { ...test.acts, documents };
  const writeProtocol = createWriteProtocol(test.acts);
  return { ...shared, writeProtocol, storeProtocol: createStoreProtocol({ ...shared, writeProtocol }) };
};
const payloadOf = ({ id }: Dossier, state: StateName) => ({ state, dossierId: id, run: 1, previous: null });
const write = (dossier: Dossier) => createWriteVersion(parts())(payloadOf(dossier, "WriteProtocol"));
const fix = (dossier: Dossier) => createFixProtocol(parts())(payloadOf(dossier, "FixProtocol"));
/** What the system stored of a dossier, in this order. */
const storedOf = ({ id }: Dossier) => documents.stored.filter(({ document }) => document.dossierId === id);
const current = async ({ id }: Dossier): Promise<DossierOf<"ONBOARDING">> =>
  (await test.backend.dossiers.find(id)) as DossierOf<"ONBOARDING">;

/** A dossier in the protocol phase. */
function aProtocolDossier(differences: Partial<DossierOf<"ONBOARDING">> = {}): Promise<Dossier> {
  number += 1;
  return test.backend.dossiers.create(
    aDossier({
      id: `01HW${String(number).padStart(22, "0")}`,
      reference: `LED-2029-${String(number).padStart(5, "0")}`,
      ...{ stage: "PROTOCOL", dpia: aDpia(), intake: INTAKE },
      ...differences,
    }),
  );
}

/** Stores a decided task of the dossier, with the facts that it establishes left as they are. */
async function decided(dossier: Dossier, of: Partial<HumanTask>, decision: Partial<Decision>): Promise<void> {
  const task = aTask({ dossierId: dossier.id, stage: "PROTOCOL", ...of });
  await test.backend.tasks.open(task, dossier);
  await test.backend.tasks.recordDecision(task, aDecision(decision), await current(dossier), []);
}

async function withFile(dossier: Dossier, kind: DocumentKind, differences: Partial<StoredDocument> = {}) {
  const bytes = new Uint8Array();
  const file = { id: `${kind}-${dossier.id}`, dossierId: dossier.id, taskId: "SubmitProtocol-1-1", kind };
  const type = { contentType: "application/pdf", name: `${kind}.pdf`, sha256: "ab", size: 1 };
  const by = { role: "applicant", id: "person-contact", name: "An Voorbeeld" } as const;
  return documents.put({ ...file, ...type, scan: "accepted", by, at: NOW, ...differences }, bytes);
}

const submitted = async (source: "form" | "file", protocol = aProtocol()) => {
  const dossier = await aProtocolDossier({ protocol });
  const own = source === "file" ? [(await withFile(dossier, "protocol")).id] : [];
  const decision = { outcome: source === "file" ? "own-file" : "submitted", fields: FORM, documents: own };
  await decided(dossier, { kind: "SubmitProtocol" }, decision);
  return current(dossier);
};

describe("WriteProtocol", () => {
  it("writes a submitted form as version 1, in Word and PDF, once", async () => {
    const dossier = await submitted("form");

    await write(dossier);
    await write(dossier);

    const stored = storedOf(dossier).map(({ document }) => document);
    expect(stored.map(({ name, kind }) => [name, kind])).toEqual([
      [`protocol-${dossier.reference}-versie-1.docx`, "protocol"],
      [`protocol-${dossier.reference}-versie-1.pdf`, "protocol"],
    ]);
    const { protocol, protocolVersions } = await current(dossier);
    expect(protocol).toMatchObject({ version: 1, consumerDpoAdvice: { version: 1 } });
    expect(protocolVersions).toMatchObject([
      { number: 1, source: "form", task: "SubmitProtocol-1-1", file: { sha256: stored[1]?.sha256 } },
    ]);
  });

  it("gives the file of a consumer its number, and writes nothing", async () => {
    const dossier = await submitted("file");
    const before = documents.stored.length;

    await write(dossier);

    expect(documents.stored).toHaveLength(before);
    expect((await current(dossier)).protocolVersions).toMatchObject([
      { number: 1, source: "file", file: { name: "protocol.pdf", sha256: "ab" } },
    ]);
  });

  it.each(["form", "file"] as const)("gives the same text again no new number: %s", async (source) => {
    const dossier = await submitted(source);
    await write(dossier);
    const first = await current(dossier);
    const round = { number: 2, from: "SubmitProtocol", cause: "ReviewProtocol-1-1" } as const;
    const again = await test.backend.dossiers.save({
      ...first,
      ...{ rounds: { PROTOCOL: round }, protocol: aProtocol() },
    });
    const own = source === "file" ? [`protocol-${dossier.id}`] : [];
    const outcome = source === "file" ? "own-file" : "submitted";
    const fields = { ...FORM, advice: { ...FORM.advice, date: "2026-11-22" } };
    await decided(again, { kind: "SubmitProtocol", round: 2 }, { outcome, fields, documents: own });

    await write(await current(dossier));

    const { protocol, protocolVersions } = await current(dossier);
    expect(protocolVersions).toEqual(first.protocolVersions);
    expect(protocol?.version).toBe(1);
  });

  it("gives another text the next number", async () => {
    const dossier = await submitted("form");
    await write(dossier);
    const first = await current(dossier);
    const round = { number: 2, from: "SubmitProtocol", cause: "ReviewProtocol-1-1" } as const;
    const again = await test.backend.dossiers.save({
      ...first,
      ...{ rounds: { PROTOCOL: round }, protocol: aProtocol() },
    });
    const fields = { ...FORM, recipients: "de dienst onthaal" };
    await decided(again, { kind: "SubmitProtocol", round: 2 }, { outcome: "submitted", fields });

    await write(await current(dossier));

    expect((await current(dossier)).protocolVersions?.map(({ number }) => number)).toEqual([1, 2]);
  });

  it("leaves a protocol alone that was approved before there were versions, and one that lapsed", async () => {
    const approved = await submitted("file", aProtocol({ approvedAt: NOW }));
    const lapsed = await aProtocolDossier();

    await write(approved);
    await write(lapsed);

    expect((await current(approved)).protocolVersions).toBeUndefined();
    expect((await current(lapsed)).protocol).toBeUndefined();
  });
});

describe("ReviewProtocol", () => {
  const open = (dossier: Dossier) =>
    createOpenReview(test.acts)(reviewProtocol, dossier, { taskToken: "token" });

  it("a text without a version goes to an execution that gives it one", async () => {
    await expect(open(await submitted("form"))).rejects.toThrow(ContinueAsNew);
  });

  it("a protocol that was approved before there were versions is reviewed again as it is", async () => {
    await open(await submitted("file", aProtocol({ approvedAt: NOW })));

    expect(test.mailer.sent).toHaveLength(1);
  });
});

describe("FixProtocol", () => {
  const advised = aProtocol({ approvedAt: NOW, ledDpoAdvice: LED_ADVICE, version: 1 });
  const version = (source: "form" | "file", contentType = "application/pdf") => ({
    ...{ number: 1, at: NOW, task: "SubmitProtocol-1-1", source },
    file: { documentId: "d1", name: "protocol.pdf", sha256: "ab", contentType },
  });
  const withVersion = async (source: "form" | "file", people = aDossier().people) => {
    const dossier = await aProtocolDossier({
      ...{ protocol: advised, protocolVersions: [version(source)], people },
    });
    await decided(dossier, { kind: "SubmitProtocol" }, { outcome: "submitted", fields: FORM });
    return current(dossier);
  };

  it("writes the final PDF of a form once, and says that it is fixed", async () => {
    const dossier = await withVersion("form");

    expect(await fix(dossier)).toEqual({ fixed: "fixed", secondSignatory: "not-needed" });
    const { fixed } = (await current(dossier)).protocol ?? {};
    expect(await fix(dossier)).toEqual({ fixed: "fixed", secondSignatory: "not-needed" });

    const final = storedOf(dossier);
    expect(final.map(({ document }) => document.kind)).toEqual(["protocol-final"]);
    expect(fixed).toMatchObject({ version: 1, sha256: final[0]?.document.sha256, at: NOW });
    expect((await current(dossier)).protocol?.fixed).toEqual(fixed);
  });

  it("asks for a second signature where the consumer has two signatories", async () => {
    const { people } = aDossier();
    const second = { id: "person-second", name: "Bert Burger", email: "bert@voorbeeldegem.example" };

    expect(await fix(await withVersion("form", { ...people, secondSignatory: second }))).toMatchObject({
      secondSignatory: "needed",
    });
  });

  it("needs the final PDF of a file, which the team confirms or hands in", async () => {
    const dossier = await withVersion("file");
    const other = await withVersion("file");
    const uploaded = await withFile(other, "protocol-final", { name: "definitief.pdf", sha256: "cd" });

    expect(await fix(dossier)).toMatchObject({ fixed: "needs-file" });
    expect((await current(dossier)).protocol?.fixed).toBeUndefined();
    await decided(dossier, { kind: "ConfirmFinalProtocol" }, { outcome: "as-submitted" });
    await decided(other, { kind: "ConfirmFinalProtocol" }, { outcome: "uploaded", documents: [uploaded.id] });

    expect(await fix(dossier)).toMatchObject({ fixed: "fixed" });
    expect(await fix(other)).toMatchObject({ fixed: "fixed" });
    expect((await current(dossier)).protocol?.fixed).toMatchObject({ name: "protocol.pdf", sha256: "ab" });
    expect((await current(other)).protocol?.fixed).toMatchObject({ name: "definitief.pdf", sha256: "cd" });
  });

  it("a protocol from before versions is signed as it was", async () => {
    const dossier = await aProtocolDossier({ protocol: aProtocol({ ledDpoAdvice: LED_ADVICE }) });

    expect(await fix(dossier)).toMatchObject({ fixed: "as-before" });
    expect(signForApplicant.mayOpen(await current(dossier))).toEqual({ allowed: true });
  });

  it("PROTOCOL-12: nobody is asked to sign a version before it is fixed", async () => {
    const dossier = await withVersion("form");

    expect(signForApplicant.mayOpen(dossier)).toMatchObject({ reasons: [{ rule: "PROTOCOL-12" }] });
    await fix(dossier);
    expect(signForApplicant.mayOpen(await current(dossier))).toEqual({ allowed: true });
  });

  it("SIGNATURE-02: an electronic signature is on the fixed text, and leaves an earlier one intact", async () => {
    const dossier = await withVersion("form");
    await fix(dossier);
    const fixed = await current(dossier);
    const [final] = storedOf(fixed);
    const proposal = documents.stored.find(({ document }) => document.contentType === "application/pdf");
    const authority = await anAuthority();
    const [first, second] = [await anIdentity(authority, "Sofie Hoofd"), await anIdentity(authority, "Leo")];
    const file = async (bytes: Uint8Array, kind: DocumentKind): Promise<StoredDocument> => ({
      ...(await withFile(dossier, kind, { id: `${kind}-${bytes.length}` })),
      signed: await signaturesIn(bytes, []),
    });
    const signed = await signPdf(final?.bytes ?? new Uint8Array(), first);
    const twice = await signPdf(signed, second, { at: new Date("2026-11-21T10:00:00Z") });
    const other = await signPdf(proposal?.bytes ?? new Uint8Array(), first);

    const fields = { form: "electronic", name: "Sofie Hoofd", capacity: "directeur", date: "2026-11-23" };
    const by = (
      task: typeof signForApplicant | typeof signForAuthority,
      on: Dossier,
      document: StoredDocument,
    ) =>
      task.mayDecide(on, aDecision({ outcome: "signed", fields, at: NOW }), {
        accesses: [],
        documents: [document],
      });
    const applicant = { at: "2026-11-23", form: "electronic", by: "Sofie Hoofd", version: 1 } as const;
    const bySofie = { ...fixed, protocol: { ...aProtocol(), ...fixed.protocol, signatures: { applicant } } };

    const ofApplicant = "protocol-signed-by-applicant";
    expect(by(signForApplicant, fixed, await file(signed, ofApplicant))).toEqual({ allowed: true });
    expect(by(signForApplicant, fixed, await file(other, ofApplicant))).toMatchObject({
      reasons: [{ rule: "SIGNATURE-02" }],
    });
    const ofBoth = "protocol-signed-by-both";
    expect(by(signForAuthority, bySofie, await file(twice, ofBoth))).toEqual({ allowed: true });
    expect(by(signForAuthority, bySofie, await file(signed, ofBoth))).toMatchObject({
      reasons: [{ rule: "SIGNATURE-01" }],
    });
    expect(
      fileToSign({ kind: "SignForApplicant" }, fixed, {
        tasks: [],
        documents: final ? [final.document] : [],
      }),
    ).toEqual(final?.document);
  });
});
