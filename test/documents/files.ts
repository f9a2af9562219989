import { deflateSync } from "node:zlib";
import { Document, Packer, Paragraph, TextRun } from "docx";
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from "fflate";
import { PDFDocument, type PDFDocument as Pdf, PDFName, PDFObject, PDFString } from "@cantoo/pdf-lib";
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from "@zip.js/zip.js";

/** Real files, harmless and malicious. */

export type Make = () => Promise<Uint8Array> | Uint8Array;

/** Files by what they are refused as, as rows of a test: what each is, its answer, and how it is made. */
export const rowsOf = (refused: Record<string, Record<string, Make>>): [string, string, Make][] =>
  Object.entries(refused).flatMap(([scan, files]) =>
    Object.entries(files).map(([name, make]): [string, string, Make] => [name, scan, make]),
  );

type Change = (pdf: Pdf) => void | Promise<void>;
type Save = { useObjectStreams?: boolean };

/** A PDF of one page; `change` modifies it. */
export async function aPdf(change?: Change, save: Save = {}): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage().drawText("Protocol");
  await change?.(document);
  return document.save(save);
}

/** A PDF with a script in a compressed stream, followed by a harmless object with the same number. */
export async function aPdfWithShadowedScript(): Promise<Uint8Array> {
  const bytes = await aPdf(script, { useObjectStreams: true });
  const place = (await PDFDocument.load(bytes)).catalog.get(PDFName.of("OpenAction"))?.toString();
  const later = `\n${place?.replace(" R", "")} obj\n<< /S /URI /URI (https://led.example) >>\nendobj\nstartxref`;
  return rewritten(bytes, "\nstartxref", later);
}

/** An action that runs when the document opens. */
export const onOpen =
  (action: Record<string, string | PDFString>): Change =>
  (pdf) =>
    pdf.catalog.set(PDFName.of("OpenAction"), pdf.context.register(pdf.context.obj(action)));

export const script = onOpen({ Type: "Action", S: "JavaScript", JS: PDFString.of("app.alert(1)") });
export const launch = onOpen({ Type: "Action", S: "Launch", F: PDFString.of("cmd.exe") });
export const attached: Change = (pdf) => pdf.attach(strToU8("MZ"), "factuur.exe", {});
export const richMedia: Change = (pdf) =>
  pdf.getPage(0).node.set(PDFName.of("Annots"), pdf.context.obj([{ Type: "Annot", Subtype: "RichMedia" }]));
export const xfa: Change = (pdf) =>
  pdf.catalog.set(PDFName.of("AcroForm"), pdf.context.obj({ XFA: PDFString.of("<xdp/>"), Fields: [] }));
export const ownerPassword: Change = (pdf) =>
  pdf.encrypt({ ownerPassword: "eigenaar", userPassword: "", permissions: { printing: "highResolution" } });
export const openPassword: Change = (pdf) =>
  pdf.encrypt({ ownerPassword: "eigenaar", userPassword: "geheim" });
export const both =
  (...changes: Change[]): Change =>
  async (pdf) => {
    for (const change of changes) await change(pdf);
  };

/** The same bytes, with a text written in another way. */
export const rewritten = (bytes: Uint8Array, from: string, to: string): Uint8Array => {
  const text = Buffer.from(bytes).toString("latin1");
  if (!text.includes(from)) throw new Error(`${from} does not stand in the file`);
  return Buffer.from(text.replaceAll(from, to), "latin1");
};

/** An object of this many spaces, which compresses to nearly nothing. */
class Spaces extends PDFObject {
  readonly #size: number;
  constructor(size: number) {
    super();
    this.#size = size;
  }
  override sizeInBytes = (): number => this.#size;
  override copyBytesInto(buffer: Uint8Array, offset: number): number {
    buffer.fill(32, offset, offset + this.#size);
    return this.#size;
  }
}
/** Objects that unpack to this many megabytes, in an encrypted PDF. */
export const unpacksTo =
  (megabytes: number): Change =>
  (pdf) =>
    void pdf.context.register(new Spaces(megabytes * 1024 * 1024));

/** A PDF with one additional object. */
export async function aPdfHolding(object: string | Buffer): Promise<Uint8Array> {
  const whole = Buffer.from(await aPdf(undefined, { useObjectStreams: false }));
  const at = whole.indexOf("\nxref\n") + 1;
  return Buffer.concat([whole.subarray(0, at), Buffer.from(object), Buffer.from("\n"), whole.subarray(at)]);
}

/** An object stream of some kilobytes that unpacks to far more; `more` is added to its dictionary. */
export async function aPdfBomb(more = "", filter = "/FlateDecode"): Promise<Uint8Array> {
  const packed = deflateSync(Buffer.alloc(80 * 1024 * 1024, " ")).toString("latin1");
  const about = `<< /Type /Obj#53tm ${more} /N 1 /First 4 /Filter ${filter} /Length ${packed.length} >>`;
  const bomb = `99 0 obj\n${about}\nstream\n${packed}\nendstream\nendobj\n`;
  const whole = Buffer.from(await aPdf(undefined, { useObjectStreams: false })).toString("latin1");
  return Buffer.from(
    whole.replace("\nxref\n", () => `\n${bomb}xref\n`),
    "latin1",
  );
}

export async function aDocx(more: Record<string, string | Uint8Array> = {}): Promise<Uint8Array> {
  const document = new Document({ sections: [{ children: [new Paragraph("Protocol")] }] });
  const parts: Zippable = unzipSync(await Packer.toBuffer(document));
  for (const [name, part] of Object.entries(more)) parts[name] = bytesOf(part);
  return zipSync(parts);
}

/** A DOCX with one part changed. */
export async function aDocxWith(name: string, change: (text: string) => string): Promise<Uint8Array> {
  const text = strFromU8(unzipSync(await aDocx())[name] ?? new Uint8Array());
  return aDocx({ [name]: change(text) });
}

/** A DOCX with additional text. */
export const aDocxSaying = (xml: string): Promise<Uint8Array> =>
  aDocxWith("word/document.xml", (text) => text.replace("<w:body>", `<w:body>${xml}`));

const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A DOCX with a reference in one of its parts. */
export const aDocxReferring = (kind: string, attributes: string, of = "document"): Promise<Uint8Array> =>
  aDocxReferringAs(`<Relationship Id="rId99" Type="${RELATIONSHIPS}/${kind}" ${attributes}/>`, of);
export const aDocxReferringAs = (relationship: string, of: string): Promise<Uint8Array> =>
  aDocx({
    [`word/_rels/${of}.more.xml.rels`]: `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationship}</Relationships>`,
  });

/** A DOCX with a part that looks like a folder, by an attribute in the directory of the zip. */
export async function aDocxHiding(name: string, text: string): Promise<Uint8Array> {
  const parts: Zippable = unzipSync(await aDocx());
  return zipSync({ ...parts, [name]: [strToU8(text), { os: 0, attrs: 0x10 }] });
}

/** A field that Word has split over runs. */
export const fieldInRuns = (...parts: string[]): string =>
  `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${parts
    .map((part) =>
      part.startsWith("<") ? part : `<w:r><w:instrText xml:space="preserve">${part}</w:instrText></w:r>`,
    )
    .join("")}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
/** A field to nest in another. */
export const innerField = (code: string): string => fieldInRuns(code).slice("<w:p>".length, -"</w:p>".length);

export async function aLongDocx(): Promise<Uint8Array> {
  const children = Array.from(
    { length: 4000 },
    (_, line) => new Paragraph({ children: [new TextRun(`Regel ${line} van het protocol.`)] }),
  );
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}

const ODT = "application/vnd.oasis.opendocument.text";
const NAMESPACES =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:script="urn:oasis:names:tc:opendocument:xmlns:script:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"';

/** The text of an ODT. */
export const content = (xml = "", scripts = "<office:scripts/>"): string =>
  `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${NAMESPACES}>${scripts}<office:body><office:text><text:p>Protocol</text:p>${xml}</office:text></office:body></office:document-content>`;
export const meta = (xml: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><office:document-meta ${NAMESPACES}><office:meta>${xml}</office:meta></office:document-meta>`;

/** The files that LibreOffice writes for a library of macros and its modules. */
export const library = (modules = ""): Record<string, string> => ({
  "Basic/script-lc.xml":
    '<?xml version="1.0"?><library:libraries xmlns:library="http://openoffice.org/2000/library"><library:library library:name="Standard" library:link="false"/></library:libraries>',
  "Basic/Standard/script-lb.xml": `<?xml version="1.0"?><library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard">${modules}</library:library>`,
});
export const basicModule = (code: string): string =>
  `<?xml version="1.0"?><script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">${code}</script:module>`;

/** `mimetype` comes first and is not compressed, as OpenDocument requires. */
export function anOdt(more: Record<string, string | Uint8Array> = {}, mimetype = ODT): Uint8Array {
  const parts: Zippable = { mimetype: [strToU8(mimetype), { level: 0 }] };
  const texts = {
    "content.xml": content(),
    "META-INF/manifest.xml":
      '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
    ...more,
  };
  for (const [name, text] of Object.entries(texts)) parts[name] = bytesOf(text);
  return zipSync(parts);
}

const bytesOf = (part: string | Uint8Array): Uint8Array => (typeof part === "string" ? strToU8(part) : part);

/** A document with a password, as Word writes it: a compound file with the encrypted package. */
export const anEncryptedDocx = (): Uint8Array => {
  const bytes = new Uint8Array(4096);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.set(Buffer.from("EncryptedPackage", "utf16le"), 1024);
  return bytes;
};

/** A Word 97 document. */
export const aDoc = (): Uint8Array => {
  const bytes = anEncryptedDocx();
  bytes.set(Buffer.from("WordDocument\0\0\0\0", "utf16le"), 1024);
  return bytes;
};

/** A zip whose directory understates the size of a part. */
export async function aLyingDocx(): Promise<Uint8Array> {
  const size = 30 * 1024 * 1024;
  const bytes = await aDocx({ "word/media/image1.bmp": new Uint8Array(size) });
  const said = Buffer.alloc(4);
  said.writeUInt32LE(size);
  const less = Buffer.alloc(4);
  less.writeUInt32LE(1000);
  return rewritten(bytes, said.toString("latin1"), less.toString("latin1"));
}

/** 220 MB of zeros in a file of some hundreds of kilobytes. */
export async function aZipBomb(): Promise<Uint8Array> {
  const zip = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
  const types = unzipSync(await aDocx())["[Content_Types].xml"] ?? new Uint8Array();
  await zip.add("[Content_Types].xml", new Uint8ArrayReader(types));
  for (let part = 0; part < 11; part += 1)
    await zip.add(`word/media/${part}.bmp`, new Uint8ArrayReader(new Uint8Array(20 * 1024 * 1024)));
  return zip.close();
}
