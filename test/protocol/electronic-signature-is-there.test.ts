import { describe, expect, it } from "vitest";
import type { StoredDocument } from "../../functions/domain/documents.ts";
import type { PdfSignature } from "../../functions/domain/pdf-signature.ts";
import { electronicSignatureIsThere } from "../../functions/protocol/electronic-signature-is-there.ts";

const SIGNATURE: PdfSignature = {
  signer: "Hilde Hoofd",
  issuer: "Voorbeeld CA",
  isIntact: true,
  coversFile: true,
  locks: false,
  trust: "unknown",
};
const aDocument = (signed: Partial<PdfSignature>[] | undefined, contentType = "application/pdf") =>
  ({
    kind: "protocol-signed-by-applicant",
    scan: "accepted",
    contentType,
    ...(signed && {
      signed: { signatures: signed.map((each) => ({ ...SIGNATURE, ...each })), revisions: [] },
    }),
  }) as StoredDocument;
const wanted = {
  kind: "protocol-signed-by-applicant",
  form: "electronic",
  signers: 1,
  isLast: false,
} as const;
const saidOf = (document: StoredDocument, differences = {}) => {
  const verdict = electronicSignatureIsThere([document], { ...wanted, ...differences });
  return verdict.allowed ? "allowed" : verdict.reasons.map(({ message }) => message).join();
};

describe("SIGNATURE-01", () => {
  it.each<[string, StoredDocument, string]>([
    ["a PDF without a signature", aDocument([]), "geen elektronische handtekening"],
    ["a Word file", aDocument(undefined, "application/msword"), "geen elektronische handtekening"],
    ["a PDF that was changed after it", aDocument([{ isIntact: false }]), "klopt niet"],
    ["a PDF with something added after it", aDocument([{ coversFile: false }]), "toegevoegd"],
    ["a PDF that it locks", aDocument([{ locks: true }]), "vergrendelt"],
    ["one broken signature beside an intact one", aDocument([{}, { isIntact: false }]), "klopt niet"],
  ])("refuses as electronic: %s", (_name, document, words) => {
    expect(saidOf(document)).toContain(words);
  });

  it("accepts an intact signature, of whatever issuer, and any scan of paper", () => {
    expect(saidOf(aDocument([{}]))).toBe("allowed");
    expect(saidOf(aDocument([]), { form: "paper" })).toBe("allowed");
  });

  it("accepts a file from before signatures were read", () => {
    expect(saidOf(aDocument(undefined))).toBe("allowed");
  });

  it("wants both signatures in the file that both signed electronically, which the last may lock", () => {
    expect(saidOf(aDocument([{}]), { signers: 2, isLast: true })).toContain("niet elke handtekening");
    expect(saidOf(aDocument([{}, { locks: true }]), { signers: 2, isLast: true })).toBe("allowed");
  });
});
