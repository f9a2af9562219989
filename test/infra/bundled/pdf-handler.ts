import { writePdf } from "../../../functions/templates/write-pdf.ts";

/** Writes a PDF, which needs the fonts beside the bundle. */
export const openDossier = async (): Promise<{ start: string }> => {
  const paragraph = { text: "Geopend 🎓", isBold: false, isItalic: false, isMarked: false };
  const pdf = await writePdf(
    { title: "Dossier", blocks: [{ kind: "paragraph", runs: [paragraph] }], footer: [] },
    { author: "LED", date: "2026-11-27" },
  );
  return { start: new TextDecoder().decode(pdf.subarray(0, 5)) };
};

export const failing = (): void => undefined;
