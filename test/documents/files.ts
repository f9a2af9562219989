import { Document, Packer, Paragraph } from "docx";
import { strToU8, unzipSync, zipSync, type Zippable } from "fflate";
import { PDFDocument } from "pdf-lib";

/** Real files, as people upload them. */

export async function aPdf(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage().drawText("Protocol");
  return document.save();
}

export async function aDocx(more: Record<string, string> = {}): Promise<Uint8Array> {
  const document = new Document({ sections: [{ children: [new Paragraph("Protocol")] }] });
  const parts: Zippable = unzipSync(await Packer.toBuffer(document));
  for (const [name, text] of Object.entries(more)) parts[name] = strToU8(text);
  return zipSync(parts);
}

/** A DOCX with one of its parts changed. */
export async function aDocxWith(name: string, change: (text: string) => string): Promise<Uint8Array> {
  const text = new TextDecoder().decode(unzipSync(await aDocx())[name]);
  return aDocx({ [name]: change(text) });
}

const ODT = "application/vnd.oasis.opendocument.text";

/** `mimetype` comes first and is not packed, as OpenDocument asks. */
export function anOdt(more: Record<string, string> = {}, mimetype = ODT): Uint8Array {
  const parts: Zippable = { mimetype: [strToU8(mimetype), { level: 0 }] };
  const texts = {
    "content.xml": "<office:document-content/>",
    "META-INF/manifest.xml": "<manifest:manifest/>",
    ...more,
  };
  for (const [name, text] of Object.entries(texts)) parts[name] = strToU8(text);
  return zipSync(parts);
}

/** What Word writes for a document with a password: a compound file, no zip. */
export const anEncryptedDocx = (): Uint8Array => {
  const bytes = new Uint8Array(4096);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  return bytes;
};
