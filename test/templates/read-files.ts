import { XMLValidator } from "fast-xml-parser";
import { strFromU8, unzipSync } from "fflate";
import { extractText, getDocumentProxy } from "unpdf";
import { readDocx } from "../../functions/templates/read-docx.ts";

/** Text with one space between words, as it is the same in Word and in PDF. */
export const inWords = (text: string): string => text.normalize("NFC").replace(/\s+/g, " ").trim();

/** The text of a Word document, without its footer. */
export const textOfDocx = (bytes: Uint8Array): string =>
  inWords(
    readDocx(bytes)
      .blocks.flatMap((block) => {
        if (block.kind === "room") return [];
        if (block.kind !== "table")
          return [(block.kind === "item" ? `${block.label} ` : "") + textOf(block.runs)];
        return block.rows.flatMap(({ cells }) =>
          cells.map((cell) => cell.map((one) => ("runs" in one ? textOf(one.runs) : "")).join(" ")),
        );
      })
      .join(" "),
  );

const textOf = (runs: readonly { text: string }[]) => runs.map(({ text }) => text).join("");

/** A part of a Word document, which must be well-formed XML. */
export function partOf(bytes: Uint8Array, name: string): string {
  const xml = strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());
  const valid = XMLValidator.validate(xml);
  if (valid !== true) throw new Error(`${name}: ${valid.err.msg}`);
  return xml;
}

/**
 * A PDF as a screen reader gets it: its text without what carries no meaning (footers, repeated headers of tables), its
 * structure and its properties. `pages`: all text, page by page.
 */
export async function readPdf(bytes: Uint8Array) {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const { text: pages } = await extractText(pdf, { mergePages: false });
  const { info } = await pdf.getMetadata();
  const each = await Promise.all(pages.map(async (_, index) => pdf.getPage(index + 1)));
  const texts = await Promise.all(each.map(textOfPage));
  const trees = await Promise.all(each.map(async (page) => page.getStructTree()));
  return {
    pages: pages.map(inWords),
    text: inWords(texts.join(" ")),
    info: info as Record<string, unknown>,
    isTagged: (await pdf.getMarkInfo())?.Marked === true,
    outline: ((await pdf.getOutline()) ?? []).flatMap(titlesOf),
    roles: rolesIn(trees),
  };
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>["getPage"]>>;

async function textOfPage(page: Page): Promise<string> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const open: (string | undefined)[] = [];
  let text = "";
  for (const item of items) {
    if ("str" in item) {
      if (!open.includes("Artifact")) text += item.str + (item.hasEOL ? " " : "");
    } else if (item.type === "endMarkedContent") {
      open.pop();
      if (open.length === 0) text += " ";
    } else open.push("tag" in item ? String(item.tag) : undefined);
  }
  return text;
}

type Outlined = { title: string; items: Outlined[] };
const titlesOf = ({ title, items }: Outlined): string[] => [title, ...items.flatMap(titlesOf)];

/** Roles in the structure: P, H1, Table and the like, in the order of reading. */
function rolesIn(tree: unknown): string[] {
  if (Array.isArray(tree)) return tree.flatMap(rolesIn);
  if (typeof tree !== "object" || tree === null) return [];
  const role = "role" in tree && typeof tree.role === "string" ? [tree.role] : [];
  return [...role, ...("children" in tree ? rolesIn(tree.children) : [])];
}
