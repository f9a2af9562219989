import { describe, expect, it } from "vitest";
import { strToU8, zipSync } from "fflate";
import { scanDocument } from "../../functions/documents/scan-document.ts";
import { aDocx, aDocxWith, anEncryptedDocx, anOdt, aPdf } from "./files.ts";

const MAIN = "wordprocessingml.document.main+xml";

type Make = () => Promise<Uint8Array> | Uint8Array;

const refuses = async (_name: string, make: Make) =>
  expect((await scanDocument(await make())).scan).toBe("refused-type");

describe("scanning a document", () => {
  it.each([
    ["a PDF", aPdf, "application/pdf"],
    ["a DOCX", aDocx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
    ["an ODT", async () => anOdt(), "application/vnd.oasis.opendocument.text"],
  ])("%s is accepted (DOC-02)", async (_name, make, contentType) => {
    expect(await scanDocument(await make())).toEqual({ contentType, scan: "accepted" });
  });

  it.each<[string, Make]>([
    ["a text", () => strToU8("Beste, zie bijlage")],
    ["a web page", () => strToU8("<!doctype html><script>alert(1)</script>")],
    ["a program", () => Uint8Array.from([0x4d, 0x5a, ...new Uint8Array(200)])],
    ["any other zip", () => zipSync({ "protocol.docx": strToU8("x") })],
  ])("%s is refused (DOC-02)", refuses);

  it.each<[string, Make]>([
    ["a DOCX with a password", anEncryptedDocx],
    ["a DOCX with macros inside", () => aDocx({ "word/vbaProject.bin": "macro" })],
    [
      "a macro-enabled document under another name",
      () =>
        aDocxWith("[Content_Types].xml", (text) =>
          text.replace(
            `application/vnd.openxmlformats-officedocument.${MAIN}`,
            "application/vnd.ms-word.document.macroEnabled.main+xml",
          ),
        ),
    ],
    [
      "a template",
      () =>
        aDocxWith("[Content_Types].xml", (text) => text.replace(MAIN, MAIN.replace("document", "template"))),
    ],
    ["a DOCX cut off halfway", async () => (await aDocx()).slice(0, 2000)],
  ])("%s is refused (DOC-03)", refuses);

  it.each<[string, Make]>([
    ["a spreadsheet of OpenDocument", () => anOdt({}, "application/vnd.oasis.opendocument.spreadsheet")],
    ["an ODT with macros", () => anOdt({ "Basic/Standard/Module1.xml": "macro" })],
    ["an ODT with a password", () => anOdt({ "META-INF/manifest.xml": "<manifest:encryption-data/>" })],
    [
      "an ODT without text",
      () => zipSync({ mimetype: [strToU8("application/vnd.oasis.opendocument.text"), { level: 0 }] }),
    ],
  ])("%s is refused (DOC-04)", refuses);
});
