import PDFDocument from "pdfkit";
import type { CalendarDate } from "../domain/calendar.ts";
import { fontPath } from "./fonts.ts";
import { PdfPages } from "./pdf-pages.ts";
import { writeTable } from "./pdf-table.ts";
import type { Block, Run, Written } from "./written.ts";

/** `date`: of the document, in its properties. */
export type AboutPdf = { author: string; subject?: string; date: CalendarDate };

const LANGUAGE = "nl-BE";

/**
 * Writes an accessible PDF (PDF/UA-1): tagged, with its language, title, headings as bookmarks, and its fonts. The same
 * document gives the same bytes.
 */
export async function writePdf(written: Written, { author, subject, date }: AboutPdf): Promise<Uint8Array> {
  const at = new Date(`${date}T12:00:00Z`);
  const document = new PDFDocument({
    ...{ size: "A4", margin: 0, bufferPages: true, autoFirstPage: false },
    ...{ pdfVersion: "1.7", tagged: true, lang: LANGUAGE, displayTitle: true, font: fontPath("regular") },
    info: {
      ...{ Title: written.title, Author: author, Subject: subject ?? written.title },
      ...{ Creator: author, Producer: "pdfkit", CreationDate: at, ModDate: at },
    },
  });
  document.initSubset({ subset: "PDF/UA" });
  const bytes = collect(document);
  const pages = new PdfPages(document);
  writeBlocks(pages, written.blocks);
  pages.writeFooters(written.footer);
  document.end();
  return bytes;
}

async function collect(document: PDFKit.PDFDocument): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of document) chunks.push(Buffer.from(chunk as Uint8Array));
  return new Uint8Array(Buffer.concat(chunks));
}

const SIZE = 10;
const HEADINGS = {
  1: { type: "H1", size: 17, before: 0, after: 10 },
  2: { type: "H2", size: 12.5, before: 14, after: 5 },
  3: { type: "H3", size: 10.5, before: 8, after: 3 },
};
const AFTER = 5;
const INDENT = 16;
/** Lines that the header of a table and a row or two take. */
const TABLE_START = 6;

function writeBlocks(pages: PdfPages, blocks: readonly Block[]): void {
  const lists = new Lists(pages);
  const outline = new Outline(pages.document);
  for (const [place, block] of blocks.entries()) {
    if (!blocks[place - 1]?.isJoined)
      pages.ensure(Math.min(heightJoined(pages, blocks, place), pages.wholePage));
    if (block.kind === "item") {
      lists.write(block);
      continue;
    }
    lists.end();
    if (block.kind === "table") writeTable(pages, block);
    else if (block.kind === "room") pages.skip(pages.heightOf(1, SIZE));
    else if (block.kind === "heading") writeHeading(pages, block, outline);
    else writeParagraph(pages, block);
  }
}

/** Height of what stays on one page from this block on; of the last block its first two lines. */
function heightJoined(pages: PdfPages, blocks: readonly Block[], from: number): number {
  const joined = blocks.slice(from);
  const end = joined.findIndex(({ isJoined }) => !isJoined);
  return joined
    .slice(0, end + 1)
    .reduce((height, block, place) => height + heightOf(pages, block, place === end ? 2 : Infinity), 0);
}

function heightOf(pages: PdfPages, block: Block, most: number): number {
  if (block.kind === "room") return pages.heightOf(1, SIZE);
  if (block.kind === "table") return pages.heightOf(TABLE_START, SIZE);
  const { size, before, after } =
    block.kind === "heading" ? HEADINGS[block.level] : { size: SIZE, before: 0, after: AFTER };
  const lines = pages.linesOf(block.runs, { size, isBold: block.kind === "heading" }).length;
  return before + pages.heightOf(Math.min(lines, most), size) + after;
}

function writeHeading(
  pages: PdfPages,
  { level, runs }: Extract<Block, { kind: "heading" }>,
  outline: Outline,
) {
  const { type, size, before, after } = HEADINGS[level];
  const style = { size, isBold: true };
  const lines = pages.linesOf(runs, style);
  pages.skip(before);
  outline.add(level, runs);
  pages.add(pages.root, type, () => pages.writeLines(lines, style));
  pages.skip(after);
}

function writeParagraph(pages: PdfPages, { runs, startsPage }: Extract<Block, { kind: "paragraph" }>) {
  if (startsPage) pages.newPage();
  const lines = pages.linesOf(runs, { size: SIZE });
  if (lines.every((line) => line.length === 0)) return;
  pages.add(pages.root, "P", () => pages.writeLines(lines, { size: SIZE }));
  pages.skip(AFTER);
}

/** Bookmarks, which a reader shows beside the pages. */
class Outline {
  readonly #parents: PDFKit.PDFOutline[];

  constructor(document: PDFKit.PDFDocument) {
    this.#parents = [document.outline];
  }

  add(level: number, runs: readonly Run[]): void {
    const parent = this.#parents.slice(0, level).at(-1);
    const item = parent?.addItem(
      runs
        .map(({ text }) => text)
        .join("")
        .replaceAll("\n", " "),
      { expanded: level === 1 },
    );
    if (item) this.#parents.splice(level, Infinity, item);
  }
}

type Level = { list: PDFKit.PDFStructureElement; body?: PDFKit.PDFStructureElement };

/** Lists: items that follow each other are one list, and deeper items a list within the item before. */
class Lists {
  readonly #pages: PdfPages;
  #open: Level[] = [];

  constructor(pages: PdfPages) {
    this.#pages = pages;
  }

  end(): void {
    this.#open = [];
  }

  write({ label, depth, runs }: Extract<Block, { kind: "item" }>): void {
    const pages = this.#pages;
    const level = this.#levelAt(depth);
    const x = pages.left + INDENT * (this.#open.length - 1);
    const style = { size: SIZE, x: x + INDENT, width: pages.width - (x + INDENT - pages.left) };
    const lines = pages.linesOf(runs, style);
    pages.ensure(pages.heightOf(Math.min(2, lines.length), SIZE));
    const item = pages.document.struct("LI");
    level.list.add(item);
    const top = pages.y;
    const mark = [{ text: label, isBold: false, isItalic: false, isMarked: false }];
    pages.add(item, "Lbl", () => pages.writeLines(pages.linesOf(mark, { size: SIZE }), { size: SIZE, x }));
    pages.y = top;
    level.body = pages.add(item, "LBody", () => pages.writeLines(lines, style));
    pages.skip(AFTER / 2);
  }

  #levelAt(depth: number): Level {
    this.#open.length = Math.min(this.#open.length, depth + 1);
    const last = this.#open.at(-1);
    if (last && this.#open.length === depth + 1) return last;
    const level: Level = { list: this.#pages.document.struct("L") };
    (last?.body ?? this.#pages.root).add(level.list);
    this.#open.push(level);
    return level;
  }
}
