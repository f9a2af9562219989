import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asNamePart, cleanFileName } from "../../functions/domain/file-name.ts";
import { documentFile, mailFile } from "../../functions/web/export/file-names.ts";
import type { StoredDocument } from "../../functions/domain/documents.ts";
import { NOW } from "../builders/dossier.ts";

const PDF = "application/pdf";
const FAMILY = "👨‍👩‍👧‍👦";

describe("the name of a document (DOC-07)", () => {
  it.each([
    ["advies.pdf", "advies.pdf"],
    ["ADVIES.PDF", "ADVIES.pdf"],
    ["advies.pdf.bat", "advies.pdf"],
    ["advies.docm", "advies.pdf"],
    ["advies", "advies.pdf"],
    ["versie 2.1.pdf", "versie 2.1.pdf"],
    ["..", "document.pdf"],
    ["", "document.pdf"],
    ["../../etc/passwd", "passwd.pdf"],
    ["C:\\fakepath\\advies.pdf", "advies.pdf"],
    ["advies\u202Efdp.exe", "adviesfdp.pdf"],
    ["a\u0000b\r\nc\u200Bd.pdf", "ab cd.pdf"],
    ["CON.pdf", "CON_.pdf"],
    ["con.txt.pdf", "con_.txt.pdf"],
    ["COM\u00b9.pdf", "COM\u00b9_.pdf"],
    ["\u3164\u2800.pdf", "document.pdf"],
    ["❤\uFE0F.pdf", "❤\uFE0F.pdf"],
    ['wat "is" dit?.pdf', "wat is dit.pdf"],
    ["Rene\u0301e.pdf", "Ren\u00e9e.pdf"],
    [`${FAMILY}.pdf`, `${FAMILY}.pdf`],
    ["\uD83D.pdf", "document.pdf"],
    ["a\u0345\u0000\u2de0.pdf", "a\u2de0\u0345.pdf"],
  ])("given as %j becomes %j", (given, name) => {
    expect(cleanFileName(given, PDF)).toBe(name);
  });

  it("of a refused file keeps its own extension", () => {
    expect(cleanFileName("advies.hta", "application/octet-stream")).toBe("advies.hta");
  });

  it.each([79, 80, 81])("is not cut within an emoji at place %i", (place) => {
    const name = asNamePart(`${"a".repeat(place - 1)}😀${"b".repeat(10)}`);

    expect(name.isWellFormed()).toBe(true);
    expect(name).toBe(place <= 80 ? `${"a".repeat(place - 1)}😀${"b".repeat(80 - place)}` : "a".repeat(80));
  });

  it("does not change when it is cleaned again, and is valid in every file system and address", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) }), (given) => {
        const name = cleanFileName(given, PDF);
        expect(cleanFileName(name, PDF)).toBe(name);
        expect(Buffer.byteLength(name)).toBeLessThan(200);
        expect(() => encodeURI(name)).not.toThrow();
        expect(name).not.toMatch(/[\\/\p{Cc}\p{Bidi_Control}]/u);
      }),
    );
  });
});

it("is valid in exports, also with an emoji at the 80th character", () => {
  const odd = `${"x".repeat(79)}😀.pdf`;
  const document: StoredDocument = {
    ...{ id: "d", dossierId: "d", taskId: "t", kind: "protocol" },
    ...{ name: odd, size: 1, sha256: "", contentType: PDF, s3Key: "k", scan: "accepted", at: NOW },
    by: { role: "applicant", id: "p", name: "An" },
  };

  const names = [
    documentFile(document, 2),
    mailFile({ key: "k", template: "t", to: [], subject: odd, status: "sent", at: NOW }, 0),
  ];

  expect(names.every((name) => name.isWellFormed())).toBe(true);
  expect(names[0]).toBe(`documenten/003 ingevuld protocol - ${odd}`);
});
