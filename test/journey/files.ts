import { PDFDocument, StandardFonts } from "@cantoo/pdf-lib";
import { anAuthority, anIdentity, signPdf } from "../builders/signed-pdf.ts";
import type { File } from "./browser.ts";

const made = new Map<string, Promise<File>>();

function once(name: string, make: () => Promise<File>): Promise<File> {
  const file = made.get(name) ?? make();
  made.set(name, file);
  return file;
}

/** A real PDF of one page with this title; deterministic. */
export const pdf = (title: string): Promise<File> => once(title, () => makePdf(title));

const authority = anAuthority();
const signedBy = async ({ name, bytes, type }: File, signer: string, as: string): Promise<File> => ({
  name: name.replace(".pdf", as),
  type,
  bytes: await signPdf(bytes, await anIdentity(await authority, signer)),
});

/** The protocol with the electronic signature of the applicant's signatory. */
export const signedByApplicant = (signer: string): Promise<File> =>
  once(`signed by ${signer}`, async () => signedBy(await pdf("Protocol"), signer, "-ondertekend.pdf"));

/** The same file with the signature of the leading official beside it. */
export const signedByBoth = (signer: string): Promise<File> =>
  once(`signed by ${signer} too`, async () =>
    signedBy(await signedByApplicant(signer), "Leo Ambtenaar", "-door-beide.pdf"),
  );

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
