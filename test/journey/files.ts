import { PDFDocument, StandardFonts } from "@cantoo/pdf-lib";
import { anAuthority, anIdentity, signPdf } from "../builders/signed-pdf.ts";
import type { File } from "./browser.ts";
import type { Opened } from "./scene.ts";

const made = new Map<string, Promise<File>>();

function once(name: string, make: () => Promise<File>): Promise<File> {
  const file = made.get(name) ?? make();
  made.set(name, file);
  return file;
}

/** A real PDF of one page with this title; deterministic. */
export const pdf = (title: string): Promise<File> => once(title, () => makePdf(title));

const authority = anAuthority();

/** The file that the page of a task asks to sign, with an electronic signature of this person. */
export const signed =
  (signer: string) =>
  async ({ browser, page }: Opened): Promise<File> => {
    const link = page.root.querySelector("a#to-sign");
    if (!link) throw new Error(`no file to sign on "${page.title}"`);
    const { bytes } = await browser.open(new URL(link.getAttribute("href") ?? "", page.url).href);
    const identity = await anIdentity(await authority, signer);
    return {
      name: link.textContent.trim().replace(".pdf", "-ondertekend.pdf"),
      type: "application/pdf",
      bytes: await signPdf(bytes, identity, { at: new Date(Date.UTC(2026, 10, 20, 10, 0, signatures++)) }),
    };
  };
/** Each signature field has a name of its own. */
let signatures = 0;

async function makePdf(title: string): Promise<File> {
  const document = await PDFDocument.create();
  document.setTitle(title);
  const page = document.addPage();
  page.drawText(title, { x: 60, y: 700, size: 18, font: await document.embedFont(StandardFonts.Helvetica) });
  return {
    name: `${title.toLowerCase().replace(/[^a-z0-9]+/g, "-")}.pdf`,
    type: "application/pdf",
    bytes: await document.save(),
  };
}
