import type { Site } from "../mail/send-mail.ts";
import { docxRefusal } from "../documents/docx-refusal.ts";
import { readPackage, Unreadable } from "../documents/read-package.ts";
import type { FileRefusal } from "../domain/documents.ts";
import { openTemplate, type Placeholder, Unfillable } from "../templates/open-template.ts";
import { readDocx } from "../templates/read-docx.ts";
import { unshownElements } from "../templates/unshown-elements.ts";
import type { Block, Run } from "../templates/written.ts";
import { PLACEHOLDERS, type PlaceholderText } from "./placeholders.nl.ts";
import { sampleValues } from "./sample-values.nl.ts";
import { templateProblems } from "./template-problems.nl.ts";
import { type Both, documentWriter } from "../templates/document-writer.ts";

/** Far more than a text needs. */
const MOST_BYTES = 2 * 1024 * 1024;
const SAMPLE_DATE = "2030-01-01";

/** All problems of a template, in Dutch; without any, the preview with fictional values. */
export type CheckedTemplate = { problems: string[]; preview?: Both };

/**
 * Checks a template before it is put in use: a Word file without active content, whose placeholders are all known and
 * complete, of which everything shows in the PDF, and which can be filled in. A file that was refused before anybody read it
 * comes as the reason.
 */
export async function checkTemplate(bytes: Uint8Array | FileRefusal, site: Site): Promise<CheckedTemplate> {
  if (typeof bytes === "string") return { problems: [templateProblems.file(bytes)] };
  if (bytes.length > MOST_BYTES) return { problems: [templateProblems.tooLarge] };
  if (bytes.length === 0) return { problems: [templateProblems.file("refused-empty")] };
  const refusal = await fileRefusal(bytes);
  if (refusal) return { problems: [templateProblems.file(refusal)] };
  const problems = [
    ...unshownElements(bytes).map(templateProblems.unshown),
    ...placeholderProblems(bytes),
    ...textProblems(bytes),
  ];
  return problems.length > 0 ? { problems } : { problems, preview: await previewTemplate(bytes, site) };
}

/** Whether the file is a Word document without active content. */
async function fileRefusal(bytes: Uint8Array): Promise<FileRefusal | undefined> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return "refused-type";
  try {
    return await docxRefusal(await readPackage(bytes));
  } catch (error) {
    if (error instanceof Unreadable) return error.refusal;
    throw error;
  }
}

/** A template with plainly fictional values, as a final version. */
export const previewTemplate = (bytes: Uint8Array, site: Site): Promise<Both> =>
  documentWriter.writeBoth(bytes, {
    values: sampleValues(site),
    author: site.names.agencyInFull,
    date: SAMPLE_DATE,
    withHelp: false,
  });

function placeholderProblems(bytes: Uint8Array): string[] {
  try {
    const { placeholders } = openTemplate(bytes);
    const names = new Set(namesIn(placeholders));
    const missing = Object.entries<PlaceholderText>(PLACEHOLDERS)
      .filter(([name, { isRequired }]) => isRequired && !names.has(name))
      .map(([name, { says }]) => templateProblems.missing(name, says));
    return [...new Set([...placeholders.flatMap((one) => problemsOf(one, [])), ...missing])];
  } catch (error) {
    if (error instanceof Unfillable) return [...new Set(error.faults.map(templateProblems.fault))];
    throw error;
  }
}

const namesIn = (placeholders: readonly Placeholder[]): string[] =>
  placeholders.flatMap(({ name, within }) => [name, ...namesIn(within)]);

const known = new Map<string, PlaceholderText>(Object.entries(PLACEHOLDERS));

/** `lists`: the lists around the placeholder, whose fields it may name. */
function problemsOf({ name, isSection, within }: Placeholder, lists: string[]): string[] {
  const text = known.get(name);
  if (text) {
    const deeper = within.flatMap((one) => problemsOf(one, text.holds ? [...lists, name] : lists));
    return text.holds && !isSection ? [templateProblems.listAsText(name)] : deeper;
  }
  const lies = [...known].filter(([, { holds }]) => holds && name in holds).map(([list]) => list);
  if (lies.some((list) => lists.includes(list))) return within.flatMap((one) => problemsOf(one, lists));
  const [list] = lies;
  return [list === undefined ? templateProblems.unknown(name) : templateProblems.elsewhere(name, list)];
}

/** A title, and no help that would stay in a final text. */
function textProblems(bytes: Uint8Array): string[] {
  const { blocks } = readDocx(bytes);
  const hasTitle = blocks.some((block) => block.kind === "heading" && block.level === 1);
  const unmarked = blocks
    .flatMap(runsOf)
    .filter(({ text, isMarked }) => !isMarked && /\[[^\]]{3,}\]/.test(text));
  return [
    ...(hasTitle ? [] : [templateProblems.noTitle]),
    ...unmarked.map(({ text }) => templateProblems.helpInBrackets(/\[[^\]]{3,60}/.exec(text)?.[0] ?? "")),
  ];
}

const runsOf = (block: Block): Run[] => {
  if (block.kind === "room") return [];
  if (block.kind !== "table") return block.runs;
  return block.rows.flatMap(({ cells }) => cells.flat().flatMap(runsOf));
};
