import type { AboutDocx } from "../templates/fill-docx.ts";
import type { ProtocolValues } from "./placeholders.nl.ts";

/** A document in both forms, with the same text. */
export type Both = { docx: Uint8Array; pdf: Uint8Array };
export type Filling = { values: ProtocolValues } & AboutDocx;

/** Fills in a Word template. The same input gives the same bytes. Throws Unfillable. */
export type ProtocolWriter = {
  writeDocx: (template: Uint8Array, filling: Filling) => Promise<Uint8Array>;
  writeBoth: (template: Uint8Array, filling: Filling) => Promise<Both>;
};

/** What reads and writes documents takes long to load, and most invocations write none. */
export const protocolWriter: ProtocolWriter = {
  writeDocx: async (template, { values, ...about }) => {
    const { fillDocx } = await import("../templates/fill-docx.ts");
    return fillDocx(template, values, about);
  },
  writeBoth: async (template, filling) => {
    const docx = await protocolWriter.writeDocx(template, filling);
    const { readDocx } = await import("../templates/read-docx.ts");
    const { writePdf } = await import("../templates/write-pdf.ts");
    return { docx, pdf: await writePdf(readDocx(docx), filling) };
  },
};
