import { PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { signaturesIn } from "../../functions/documents/pdf-signatures.ts";
import {
  anAuthority,
  anIdentity,
  type Authority,
  type Identity,
  signPdf,
  withValidation,
} from "../builders/signed-pdf.ts";
import { aPdf } from "./files.ts";

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const LATER = new Date("2026-11-21T10:00:00Z");

describe("electronic signatures in a PDF", () => {
  let authority: Authority;
  let head: Identity;
  let official: Identity;
  let fixed: Uint8Array;
  const trusted = () => [{ sha256: authority.sha256, qualified: true }];
  const found = async (bytes: Uint8Array) => (await signaturesIn(bytes, trusted())).signatures;

  beforeAll(async () => {
    authority = await anAuthority();
    head = await anIdentity(authority, "Hilde Hoofd (Signature)");
    official = await anIdentity(authority, "Otto Overheid");
    fixed = await aPdf(undefined, { useObjectStreams: false });
  });

  it("are none in a PDF without a signature", async () => {
    expect(await found(fixed)).toEqual([]);
  });

  it("are read with their signer, issuer and time, and the fixed version is found in the file", async () => {
    const signed = await signPdf(fixed, head);
    const { signatures, revisions } = await signaturesIn(signed, trusted());

    expect(signatures).toEqual([
      {
        signer: "Hilde Hoofd (Signature)",
        issuer: "Voorbeeld CA",
        at: "2026-11-20T10:00:00.000Z",
        isIntact: true,
        coversFile: true,
        locks: false,
        trust: "qualified",
      },
    ]);
    expect(revisions).toContain(sha256(fixed));
    expect(JSON.stringify(signatures)).not.toContain("00000000000");
  });

  it("stay intact when a second person signs", async () => {
    const both = await signPdf(await signPdf(fixed, head), official, { at: LATER });

    expect(await found(both)).toMatchObject([
      { signer: "Hilde Hoofd (Signature)", isIntact: true, coversFile: true },
      { signer: "Otto Overheid", isIntact: true, coversFile: true },
    ]);
  });

  it("are not intact after a change of the file", async () => {
    const signed = Buffer.from(await signPdf(fixed, head));
    const at = signed.indexOf("/MediaBox");
    const changed = Buffer.concat([
      signed.subarray(0, at),
      Buffer.from("/MediaBax"),
      signed.subarray(at + 9),
    ]);

    expect(await found(changed)).toMatchObject([{ isIntact: false, trust: "unknown" }]);
  });

  it("do not cover what was added after them", async () => {
    const pdf = await PDFDocument.load(await signPdf(fixed, head), { forIncrementalUpdate: true });
    pdf.getPages()[0]?.drawText("en nog iets", { y: 50 });

    expect(await found(await pdf.save())).toMatchObject([{ isIntact: true, coversFile: false }]);
  });

  it("cover a file to which their platform added what checks them later, and a time stamp", async () => {
    const signed = await withValidation(await signPdf(fixed, head));
    const stamped = await signPdf(signed, await anIdentity(authority, "Voorbeeld TSA"), {
      ...{ at: LATER, isTimestamp: true },
    });

    for (const file of [signed, stamped, await withValidation(stamped)])
      expect(await found(file)).toMatchObject([
        { signer: "Hilde Hoofd (Signature)", isIntact: true, coversFile: true },
      ]);
    const both = await withValidation(
      await signPdf(stamped, official, { at: new Date("2026-11-22T10:00:00Z") }),
    );
    expect(await found(both)).toMatchObject([{ coversFile: true }, { coversFile: true }]);
  });

  it("do not cover a text that changed beside such an addition, or under a broken time stamp", async () => {
    const pdf = await PDFDocument.load(await signPdf(fixed, head), { forIncrementalUpdate: true });
    pdf.catalog.set(PDFName.of("DSS"), pdf.context.obj({}));
    pdf.getPages()[0]?.drawText("en nog iets", { y: 50 });
    const stamped = Buffer.from(
      await signPdf(await signPdf(fixed, head), official, { at: LATER, isTimestamp: true }),
    );
    stamped[stamped.lastIndexOf("/T (Signature") + 4] = 0x58;

    expect(await found(await pdf.save())).toMatchObject([{ isIntact: true, coversFile: false }]);
    expect(await found(stamped)).toMatchObject([{ isIntact: true, coversFile: false }]);
  });

  it("do not pass when they leave out a piece of the file", async () => {
    const signed = Buffer.from(await signPdf(fixed, head)).toString("latin1");
    const [range = "", before = "", start = "", after = ""] =
      /\/ByteRange \[0 (\d+) (\d+) (\d+)\]/.exec(signed) ?? [];
    const less = `/ByteRange [0 ${Number(before) - 10} ${start} ${after}]`;
    const changed = signed.replace(range, less.padEnd(range.length));

    expect(await found(Buffer.from(changed, "latin1"))).toMatchObject([{ isIntact: false }]);
  });

  it("of an issuer that configuration does not trust, or of a forged one of its name, are unknown", async () => {
    const other = await anIdentity(await anAuthority(), "Hilde Hoofd");
    const forged = { ...(await anIdentity(await anAuthority(), "Hilde Hoofd")), authority };

    expect(await found(await signPdf(fixed, other))).toMatchObject([{ isIntact: true, trust: "unknown" }]);
    expect(await found(await signPdf(fixed, forged))).toMatchObject([{ isIntact: true, trust: "unknown" }]);
  });

  it("of a certificate that ended before are unknown", async () => {
    const ended = await anIdentity(authority, "Hilde Hoofd", new Date("2021-01-01"));

    expect(await found(await signPdf(fixed, ended))).toMatchObject([{ isIntact: true, trust: "unknown" }]);
  });

  it("are reported as not intact when they cannot be parsed", async () => {
    const signed = Buffer.from(await signPdf(fixed, head)).toString("latin1");
    const broken = signed.replace(/\/Contents <[0-9a-f]{200}/, (start) => start.replace(/[0-9a-f]/g, "7"));

    expect(broken).not.toBe(signed);
    expect(await found(Buffer.from(broken, "latin1"))).toMatchObject([{ isIntact: false, trust: "unknown" }]);
  });

  it("may lock the file", async () => {
    expect(await found(await signPdf(fixed, head, { locks: true }))).toMatchObject([{ locks: true }]);
  });
});
