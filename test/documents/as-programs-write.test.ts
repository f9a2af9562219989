import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from "@zip.js/zip.js";
import { strToU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { scanDocument } from "../../functions/documents/scan-document.ts";
import { aDocx, anOdt, aPdf, content, library, type Make } from "./files.ts";
import { aJpeg, aPng } from "./images.ts";

/** A zip written as a stream: the sizes follow each part, so only the directory at the end has them. */
async function streamed(parts: Record<string, Uint8Array>, plain: string[] = []): Promise<Uint8Array> {
  const zip = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
  for (const [name, part] of Object.entries(parts)) {
    const isPlain = plain.includes(name);
    await zip.add(name, new Uint8ArrayReader(part), { dataDescriptor: !isPlain, level: isPlain ? 0 : 6 });
  }
  return zip.close();
}

/** Google Docs: streamed, the list of types last, pictures and the fonts of the page. */
async function fromGoogleDocs(): Promise<Uint8Array> {
  const { "[Content_Types].xml": types = new Uint8Array(), ...parts } = unzipSync(await aDocx());
  return streamed({
    ...parts,
    "word/media/image1.png": aPng(),
    "word/media/image2.jpg": aJpeg(),
    "word/fonts/Lexend-regular.ttf": Uint8Array.from([0, 1, 0, 0]),
    "word/theme/theme1.xml": strToU8("<a:theme/>"),
    "[Content_Types].xml": types,
  });
}

/** LibreOffice: an uncompressed type first, a preview, an empty library, a cache, and folders of its settings. */
const fromLibreOffice = (): Promise<Uint8Array> =>
  streamed(
    {
      ...unzipSync(
        anOdt({
          ...library(),
          "content.xml": content('<draw:frame><draw:image xlink:href="Pictures/1.png"/></draw:frame>'),
          "Pictures/1.png": aPng(),
          "Thumbnails/thumbnail.png": aPng(),
          "layout-cache": Uint8Array.from([1, 2, 3]),
          "manifest.rdf": "<rdf:RDF/>",
        }),
      ),
    },
    ["mimetype"],
  );

/** Google Docs: a packed stream, with pictures under long names, and without a preview or settings. */
const odtFromGoogleDocs = (): Promise<Uint8Array> =>
  streamed(
    unzipSync(
      anOdt({
        "content.xml": content(
          '<draw:frame><draw:image xlink:href="Pictures/100000010000025800000190.png"/></draw:frame>',
        ),
        "Pictures/100000010000025800000190.png": aPng(),
        "styles.xml": "<office:document-styles/>",
      }),
    ),
    ["mimetype"],
  );

/** LibreOffice: the list of types last, a thumbnail, a theme, and settings of its own. */
async function docxFromLibreOffice(): Promise<Uint8Array> {
  const { "[Content_Types].xml": types = new Uint8Array(), ...parts } = unzipSync(
    await aDocx({ "docProps/thumbnail.jpeg": aJpeg(), "word/media/image1.png": aPng() }),
  );
  return streamed({ ...parts, "word/theme/theme1.xml": strToU8("<a:theme/>"), "[Content_Types].xml": types });
}

const joined = (...parts: (Uint8Array | string)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : part)));
const PJL = "\u001b%-12345X@PJL JOB\r\n@PJL ENTER LANGUAGE = PDF\r\n";

describe("a document as a program writes it is accepted", () => {
  it.each(
    Object.entries<Make>({
      "a DOCX of Google Docs, with pictures": fromGoogleDocs,
      "a DOCX of LibreOffice, with its thumbnail and a picture": docxFromLibreOffice,
      "an ODT of Google Docs, with a picture": odtFromGoogleDocs,
      "a DOCX of Word, with its bin": () => aDocx({ "[trash]/0000.dat": new Uint8Array(100) }),
      "an ODT of LibreOffice, with pictures and an empty library": fromLibreOffice,
      "a PDF between the commands of a printer": async () =>
        joined(PJL, await aPdf(), "\u001b%-12345X@PJL EOJ\r\n"),
      "a PDF after 1,024 bytes less its header": async () => joined(" ".repeat(1024 - 5), await aPdf()),
    }),
  )("%s", async (_name, make) => {
    expect(await scanDocument(await make())).toMatchObject({ scan: "accepted" });
  });
});

describe("a document of which the end is missing is refused as damaged", () => {
  it.each(
    Object.entries<Make>({
      "a PDF": () => aPdf(),
      "a DOCX of Google Docs": fromGoogleDocs,
      "an ODT of LibreOffice": fromLibreOffice,
    }),
  )("%s, wherever it was cut", async (_name, make) => {
    const whole = await make();
    const step = Math.ceil(whole.length / 40);
    for (let size = 10; size < whole.length - 6; size += step)
      expect((await scanDocument(whole.slice(0, size))).scan).toBe("refused-damaged");
  });
});
