import { PDFDocument, StandardFonts } from "@cantoo/pdf-lib";
import type { File } from "./browser.ts";

const made = new Map<string, Promise<File>>();

/** A real PDF of one page with this title; deterministic. */
export function pdf(title: string): Promise<File> {
  const file = made.get(title) ?? makePdf(title);
  made.set(title, file);
  return file;
}

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
