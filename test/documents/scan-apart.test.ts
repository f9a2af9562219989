import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { MOST, scanApart } from "../../functions/documents/scan-apart.ts";
import { aDocx, aPdf, aPdfHolding, both, openPassword, ownerPassword, script, unpacksTo } from "./files.ts";

/* Whatever a file contains, judging it returns an answer: an error would send its event to the dead-letter queue. */
type Make = () => Promise<Uint8Array>;
const asObjects = { useObjectStreams: true };
const MEGABYTE = 1024 * 1024;
/** Less than a function has, so that a test reaches the limit sooner. */
const LITTLE = { ...MOST, milliseconds: 2000, heapMegabytes: 128, bytes: 64 * MEGABYTE };

const stream = (about: string, bytes: Buffer) =>
  Buffer.concat([
    Buffer.from(`99 0 obj\n<< ${about} /Filter /FlateDecode /Length ${bytes.length} >>\nstream\n`),
    bytes,
    Buffer.from("\nendstream\nendobj"),
  ]);
/** Many copies, each of which stays below the limit of unpacking. */
const streams = (count: number) => {
  const one = stream("/Type /ObjStm /N 1 /First 4", deflateSync(Buffer.alloc(20 * MEGABYTE, " ")));
  return Buffer.concat(Array.from({ length: count }, () => Buffer.concat([one, Buffer.from("\n")])));
};

describe("a file that is judged in a separate thread", () => {
  it.each<[string, string, Make]>([
    ["a PDF", "accepted", () => aPdf()],
    ["a DOCX", "accepted", () => aDocx()],
    ["a PDF that only its owner may change", "accepted", () => aPdf(ownerPassword, asObjects)],
    [
      "a PDF of 1,000 pages",
      "accepted",
      () =>
        aPdf((pdf) => {
          for (let page = 0; page < 1000; page++) pdf.addPage();
        }, asObjects),
    ],
    ["a PDF with a password", "refused-password", () => aPdf(openPassword, asObjects)],
    ["an encrypted script", "refused-script", () => aPdf(both(ownerPassword, script), asObjects)],
    ["a cut PDF", "refused-damaged", async () => (await aPdf(undefined, asObjects)).slice(0, -200)],
    ["a cut DOCX", "refused-damaged", async () => (await aDocx()).slice(0, -200)],
    ["an encrypted bomb", "refused-unpacked", () => aPdf(both(ownerPassword, unpacksTo(200)), asObjects)],
    ["many small bombs", "refused-unpacked", () => aPdfHolding(streams(100))],
    [
      "a stream that says it holds objects without end",
      "refused-damaged",
      () => aPdfHolding(stream("/Type /ObjStm /N 1000000000000 /First 4", deflateSync("1 0 "))),
    ],
    [
      "a table of objects without end",
      "refused-unpacked",
      () =>
        aPdfHolding(
          stream("/Type /XRef /Size 9 /W [1 1 1] /Index [0 1000000000000]", deflateSync(Buffer.alloc(9))),
        ),
    ],
    [
      "objects whose predictor our reader does not know",
      "refused-unpacked",
      () =>
        aPdfHolding(
          stream(
            "/Type /ObjStm /N 1 /First 4 /DecodeParms << /Predictor 12 /Columns 1 >>",
            deflateSync("1 0 9"),
          ),
        ),
    ],
    [
      "streams within streams, none of which ends",
      "refused-unpacked",
      async () => Buffer.from(`%PDF-1.7\n${"stream\n".repeat(3_000_000)}startxref\n9\n%%EOF\n`),
    ],
  ])("%s is %s", async (_name, scan, make) => {
    const bytes = await make();

    const judged = await scanApart(bytes, [], scan === "refused-unpacked" ? LITTLE : MOST);

    expect(judged).toMatchObject({ scan });
  });

  it.each<[string, string]>([
    ["lists within lists", "["],
    ["lists beside each other", "[0 0] "],
    ["pages of pages", "<</Kids "],
  ])("%s, as many as fit, are answered", async (_name, one) => {
    const bytes = await aPdfHolding(`99 0 obj\n${one.repeat((24 * MEGABYTE) / one.length)}\nendobj`);

    const judged = await scanApart(bytes, [], LITTLE);

    expect(judged.scan).toMatch(/accepted|refused-(damaged|unpacked)/);
  });

  it("gets no more time than its function has", async () => {
    const slow = await aPdfHolding(
      stream("/Type /XRef /Size 9 /W [1 1 1] /Index [0 1000000000000]", deflateSync("x")),
    );

    expect((await scanApart(slow, [], { ...MOST, milliseconds: 1 })).scan).toBe("refused-unpacked");
  });
});
