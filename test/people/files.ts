import { PDFDocument, StandardFonts } from "pdf-lib";
import type { File } from "./browser.ts";

/** A real PDF of one page that says what it is. */
export async function pdf(title: string): Promise<File> {
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
