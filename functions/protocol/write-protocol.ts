import type { CalendarDate, Instant } from "../domain/calendar.ts";
import type { Dossier } from "../domain/dossier.ts";
import type { TemplateFiles, TemplateVersions } from "../domain/ports.ts";
import { type TemplateVersion, versionAt } from "../domain/template-version.ts";
import type { Site } from "../mail/send-mail.ts";
import { type AboutDocx, fillDocx } from "../templates/fill-docx.ts";
import { readDocx } from "../templates/read-docx.ts";
import { writeDocx } from "../templates/write-docx.ts";
import { writePdf } from "../templates/write-pdf.ts";
import { blankValues } from "./blank-values.nl.ts";
import { defaultTemplate } from "./default-template.nl.ts";
import type { ProtocolValues } from "./placeholders.nl.ts";
import type { ProtocolAnswers } from "./drafted-answers.ts";
import { protocolValues, type ProtocolVersion } from "./protocol-values.ts";

/**
 * Writes a version of the protocol, as a Word document and as a PDF with the same text. Without answers: the template,
 * filled in from the dossier. Only a draft has fill-in help, which is marked. `templateOf`: the moment whose template it
 * has, so that a text keeps its template; default: the current one. The same input gives the same bytes.
 */
export type WriteProtocol = (about: {
  dossier: Dossier;
  answers: ProtocolAnswers | undefined;
  version: ProtocolVersion;
  templateOf?: Instant;
}) => Promise<Both>;

/** A document in both forms, with the same text. */
export type Both = { docx: Uint8Array; pdf: Uint8Array };

type Deps = {
  site: Site;
  templates: Pick<TemplateVersions, "list">;
  templateFiles: Pick<TemplateFiles, "read">;
};

export function createWriteProtocol(deps: Deps): WriteProtocol {
  return async ({ templateOf, ...about }) => {
    const [template, filling] = await prepare(deps, about, templateOf);
    return writeFrom(template, filling);
  };
}

/** The Word document of a draft, for the consumer to fill in. */
export type WriteDraft = (about: {
  dossier: Dossier;
  version: Omit<ProtocolVersion, "status">;
}) => Promise<Uint8Array>;

export function createWriteDraft(deps: Deps): WriteDraft {
  return async ({ dossier, version }) => {
    const about = { dossier, answers: undefined, version: { ...version, status: "draft" as const } };
    const [template, { values, ...rest }] = await prepare(deps, about);
    return fillDocx(template, values, rest);
  };
}

/** The template that applies, and what fills it in. */
async function prepare(
  { site, templates, templateFiles }: Deps,
  { dossier, answers, version }: Omit<Parameters<WriteProtocol>[0], "templateOf">,
  at?: Instant,
): Promise<[Uint8Array, Filling]> {
  const template = versionAt(await templates.list(), at);
  const filling = {
    values: protocolValues({ dossier, answers, version, site }),
    author: site.names.agencyInFull,
    date: version.date,
    withHelp: version.status === "draft",
  };
  return [await bytesOf(template, site, templateFiles), filling];
}

/** The file of a version of the template. */
export async function bytesOf(
  version: TemplateVersion | undefined,
  site: Site,
  files: Pick<TemplateFiles, "read">,
): Promise<Uint8Array> {
  return version?.sha256 === undefined ? shipped(site.names.agencyInFull) : files.read(version.sha256);
}

let shippedTemplate: { author: string; bytes: Promise<Uint8Array> } | undefined;
/** The template that ships, written once. */
function shipped(author: string): Promise<Uint8Array> {
  if (shippedTemplate?.author !== author)
    shippedTemplate = { author, bytes: writeDocx(defaultTemplate(author)) };
  return shippedTemplate.bytes;
}

/** The template without a dossier, with its fill-in help. */
export async function writeBlank(
  { site, templates, templateFiles }: Deps,
  today: CalendarDate,
): Promise<Both> {
  const template = await bytesOf((await templates.list()).at(-1), site, templateFiles);
  const values = blankValues(site, today);
  return writeFrom(template, { values, author: site.names.agencyInFull, date: today, withHelp: true });
}

type Filling = { values: ProtocolValues } & AboutDocx;

/** Fills in a template, in both forms. */
export async function writeFrom(template: Uint8Array, { values, ...about }: Filling): Promise<Both> {
  const docx = fillDocx(template, values, about);
  return { docx, pdf: await writePdf(readDocx(docx), about) };
}
