import { PDFDocument } from "@cantoo/pdf-lib";
import { describe, expect, it } from "vitest";
import type { Dossier } from "../../functions/domain/dossier.ts";
import type { Publication } from "../../functions/domain/publication.ts";
import { NAMES } from "../../functions/domain/names.ts";
import { createPublishCopy, publishedId } from "../../functions/protocol/publish-copy.ts";
import { writePdf } from "../../functions/templates/write-pdf.ts";
import type { Run } from "../../functions/templates/written.ts";
import { aDossier, NOW } from "../builders/dossier.ts";
import { aPdf, ownerPassword } from "../documents/files.ts";
import { FakeDocuments } from "../fakes/documents.ts";
import { readPdf } from "../templates/read-files.ts";
import { APPLICANT_SIGNATURE, aProtocol, AUTHORITY_SIGNATURE, INTAKE } from "./answers.ts";

const TEXT_ID = "protocol-final-1-1";
const SITE = {
  publicUrl: "https://led.example",
  names: NAMES,
  mailboxes: { ledTeam: "led@team.example", ledDpo: "", leadingOfficial: "" },
};
const run = (text: string): Run => ({ text, isBold: false, isItalic: false, isMarked: false });
const ours = () =>
  writePdf(
    { title: "Protocol", blocks: [{ kind: "heading", level: 1, runs: [run("Protocol")] }], footer: [] },
    { author: NAMES.agency, date: "2026-11-27" },
  );
const SIGNED: Dossier = aDossier({
  stage: "PROTOCOL",
  intake: INTAKE,
  protocol: aProtocol({
    fixed: {
      ...{ version: 2, documentId: TEXT_ID, sha256: "ab".repeat(32), at: NOW },
      ...{ name: "definitief.pdf", contentType: "application/pdf" },
    },
    signatures: { applicant: APPLICANT_SIGNATURE, authority: AUTHORITY_SIGNATURE },
  }),
});

/** Publishes the copy of a dossier whose fixed text has these bytes, twice. */
async function publish(bytes: Uint8Array | undefined, { isOn = true, dossier = SIGNED } = {}) {
  const documents = new FakeDocuments();
  const published: Publication[] = [];
  await documents.put(
    {
      ...{ id: TEXT_ID, dossierId: dossier.id, kind: "protocol-final", name: "definitief.pdf", size: 1 },
      ...{ sha256: "ab".repeat(32), contentType: "application/pdf", scan: "accepted", at: NOW },
      by: { role: "system", id: "system", name: "LED" },
    },
    bytes ?? new Uint8Array(),
  );
  const publishCopy = createPublishCopy({
    ...{ documents, site: SITE, publishesProtocols: isOn, now: () => new Date(NOW) },
    exports: { readDocument: async () => bytes },
    publications: { add: async (publication) => void published.push(publication) },
  });
  await publishCopy(dossier);
  await publishCopy(dossier);
  const copies = documents.stored.filter(({ document }) => document.kind === "protocol-published");
  return { copies, published };
}

describe("the copy of a signed protocol to publish", () => {
  it("is the fixed text with a last page that says who signed and when, made once", async () => {
    const { copies } = await publish(await ours());

    expect(copies).toHaveLength(1);
    expect(copies[0]?.document).toMatchObject({ id: publishedId(SIGNED), scan: "accepted" });
    const { pages, isTagged, roles, text } = await readPdf(copies[0]?.bytes ?? new Uint8Array());
    expect(pages).toHaveLength(2);
    expect(pages[0]).toBe("Protocol");
    const { by } = APPLICANT_SIGNATURE;
    expect(text).toMatch(new RegExp(`Ondertekend op .* door ${by}.*, voor ${SIGNED.organisation.name}\\.`));
    expect(text).toContain(`voor ${NAMES.agency}.`);
    expect(text).toContain("ab".repeat(32));
    expect(isTagged).toBe(true);
    expect(roles.filter((role) => role === "H2" || role === "P")).toEqual(["H2", "P", "P", "P", "P"]);
  });

  it("keeps the pages of a consumer's own file", async () => {
    const own = await aPdf();

    const { copies } = await publish(own);

    const before = await PDFDocument.load(own);
    const after = await PDFDocument.load(copies[0]?.bytes ?? new Uint8Array());
    expect(after.getPageCount()).toBe(before.getPageCount() + 1);
  });

  it("is the fixed file itself where a password restricts changes", async () => {
    const own = await aPdf(ownerPassword);

    const { copies } = await publish(own);

    expect(Buffer.from(copies[0]?.bytes ?? []).equals(Buffer.from(own))).toBe(true);
  });

  it("is not there for a protocol from before texts were fixed, or whose file is gone", async () => {
    const before = { ...SIGNED, protocol: aProtocol() };

    expect((await publish(await ours(), { dossier: before })).copies).toEqual([]);
    expect((await publish(undefined)).copies).toEqual([]);
  });

  it("is on the public page only where configuration wants it", async () => {
    const [first, second] = (await publish(await ours())).published;

    expect(first).toMatchObject({
      ...{ reference: SIGNED.reference, pass: 1, organisation: SIGNED.organisation.name },
      ...{ purpose: INTAKE.purpose, documentId: publishedId(SIGNED) },
      signedOn: [APPLICANT_SIGNATURE.at, AUTHORITY_SIGNATURE.at].toSorted().at(-1),
    });
    expect(second).toEqual(first);
    expect((await publish(await ours(), { isOn: false })).published).toEqual([]);
  });
});
