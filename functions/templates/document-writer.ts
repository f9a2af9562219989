import type { AboutDocx } from "./fill-docx.ts";
import type { Values } from "./open-template.ts";
import type { Text } from "./write-docx.ts";

/** A document in both forms, with the same text. */
export type Both = { docx: Uint8Array; pdf: Uint8Array };
export type Filling = { values: Values } & AboutDocx;

/**
 * Fills in a template: a Word file, or one in text form whose placeholders are as those in Word. The same input gives
 * the same bytes. Throws Unfillable.
 */
export type DocumentWriter = {
  writeDocx: (template: Uint8Array, filling: Filling) => Promise<Uint8Array>;
  writeBoth: (template: Uint8Array, filling: Filling) => Promise<Both>;
  writeText: (template: Text, filling: Filling) => Promise<Both>;
};

/** What reads and writes documents takes long to load, and most invocations write none. */
export const documentWriter: DocumentWriter = {
  writeDocx: async (template, { values, ...about }) => {
    const { fillDocx } = await import("./fill-docx.ts");
    return fillDocx(template, values, about);
  },
  writeBoth: async (template, filling) => {
    const docx = await documentWriter.writeDocx(template, filling);
    const { readDocx } = await import("./read-docx.ts");
    const { writePdf } = await import("./write-pdf.ts");
    return { docx, pdf: await writePdf(readDocx(docx), filling) };
  },
  writeText: async (template, filling) => {
    const { writeDocx } = await import("./write-docx.ts");
    return documentWriter.writeBoth(await writeDocx(template), filling);
  },
};
