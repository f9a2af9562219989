import type { CalendarDate, Instant } from "../domain/calendar.ts";
import type { Dossier } from "../domain/dossier.ts";
import type { TemplateFiles, TemplateVersions } from "../domain/ports.ts";
import { type TemplateVersion, versionAt } from "../domain/template-version.ts";
import type { Site } from "../mail/send-mail.ts";
import { blankValues } from "./blank-values.nl.ts";
import { defaultTemplate } from "./default-template.nl.ts";
import type { ProtocolAnswers } from "./drafted-answers.ts";
import { protocolValues, type ProtocolVersion } from "./protocol-values.ts";
import { type Both, type Filling, documentWriter } from "../templates/document-writer.ts";

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

type Templates = {
  site: Site;
  templates: Pick<TemplateVersions, "list">;
  templateFiles: Pick<TemplateFiles, "read">;
};

export function createWriteProtocol(deps: Templates, writer = documentWriter): WriteProtocol {
  return async ({ templateOf, ...about }) => {
    const [template, filling] = await prepare(deps, about, templateOf);
    return writer.writeBoth(template, filling);
  };
}

/** The Word document of a draft, for the consumer to fill in. `answers`: of the protocol before it. */
export type WriteDraft = (about: {
  dossier: Dossier;
  answers?: ProtocolAnswers;
  version: Omit<ProtocolVersion, "status">;
}) => Promise<Uint8Array>;

export function createWriteDraft(deps: Templates, writer = documentWriter): WriteDraft {
  return async ({ dossier, answers, version }) => {
    const about = { dossier, answers, version: { ...version, status: "draft" as const } };
    const [template, filling] = await prepare(deps, about);
    return writer.writeDocx(template, filling);
  };
}

/** The template that applies, and what fills it in. */
async function prepare(
  { site, templates, templateFiles }: Templates,
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
  if (shippedTemplate?.author !== author) shippedTemplate = { author, bytes: writeShipped(author) };
  return shippedTemplate.bytes;
}

async function writeShipped(author: string): Promise<Uint8Array> {
  const { writeDocx } = await import("../templates/write-docx.ts");
  return writeDocx(defaultTemplate(author));
}

/** The template without a dossier, with its fill-in help. */
export async function writeBlank(
  { site, templates, templateFiles }: Templates,
  today: CalendarDate,
): Promise<Both> {
  const template = await bytesOf((await templates.list()).at(-1), site, templateFiles);
  const values = blankValues(site, today);
  return documentWriter.writeBoth(template, {
    ...{ values, author: site.names.agencyInFull, date: today, withHelp: true },
  });
}
