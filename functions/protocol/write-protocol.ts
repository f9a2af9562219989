import type { CalendarDate } from "../domain/calendar.ts";
import type { Dossier } from "../domain/dossier.ts";
import type { Site } from "../mail/send-mail.ts";
import { fillDocx } from "../templates/fill-docx.ts";
import { readDocx } from "../templates/read-docx.ts";
import { writeDocx } from "../templates/write-docx.ts";
import { writePdf } from "../templates/write-pdf.ts";
import { defaultTemplate } from "./default-template.nl.ts";
import type { ProtocolForm } from "./protocol-form.ts";
import { protocolValues } from "./protocol-values.ts";

/** A draft is still to be filled in, a proposal is what the DPOs advise on, and the final version is signed. */
export type ProtocolVersion = { number: number; date: CalendarDate; status: "draft" | "proposal" | "final" };

/**
 * Writes a version of the protocol, as a Word document and as a PDF with the same text. Without answers: the template,
 * filled in from the dossier. Only a draft has fill-in help, which is marked. The same input gives the same bytes.
 */
export type WriteProtocol = (about: {
  dossier: Dossier;
  answers: Partial<ProtocolForm> | undefined;
  version: ProtocolVersion;
}) => Promise<{ docx: Uint8Array; pdf: Uint8Array }>;

type Deps = { site: Site };

export function createWriteProtocol({ site }: Deps): WriteProtocol {
  const author = site.names.agencyInFull;
  return async ({ dossier, answers, version }) => {
    const template = await writeDocx(defaultTemplate(author));
    const about = { author, date: version.date, withHelp: version.status === "draft" };
    const docx = fillDocx(template, protocolValues({ dossier, answers, version, site }), about);
    return { docx, pdf: await writePdf(readDocx(docx), about) };
  };
}
