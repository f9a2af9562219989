import { layOut, type Line } from "./lay-out.ts";
import type { Run } from "./written.ts";
import { fontPath, widthOf } from "./fonts.ts";

type Structure = PDFKit.PDFStructureElement;

/** In points. */
const MARGIN = { top: 62, bottom: 74, side: 68 };
const LINE_HEIGHT = 1.38;
/** Height of the letters above the base line, as a part of the size. */
const ASCENT = 0.93;
const INK = "#1a1a1a";
const MARKED = "#fff0a0";
const RULE = "#8a8a8a";
const FOOTER = { size: 8, y: 46 };

export type Style = { size: number; isBold?: boolean; x?: number; width?: number };

/** The pages of a PDF, filled from top to bottom, with the structure that a screen reader follows. */
export class PdfPages {
  readonly document: PDFKit.PDFDocument;
  readonly root: Structure;
  /** Distance from the top of the page to the next line. */
  y = 0;

  constructor(document: PDFKit.PDFDocument) {
    this.document = document;
    this.#addPage();
    this.root = document.struct("Document");
    document.addStructure(this.root);
  }

  get left(): number {
    return MARGIN.side;
  }
  get width(): number {
    return this.document.page.width - 2 * MARGIN.side;
  }
  /** Room left on this page. */
  get room(): number {
    return this.document.page.height - MARGIN.bottom - this.y;
  }
  /** Room on an empty page. */
  get wholePage(): number {
    return this.document.page.height - MARGIN.bottom - MARGIN.top;
  }

  /** Starts a page unless there is room for this height. */
  ensure(height: number): void {
    if (this.room < height) this.newPage();
  }

  /** Continues on a new page; text that is being written continues as the same element. */
  newPage(): void {
    this.document.continueOnNewPage();
    this.y = MARGIN.top;
  }

  /** Room between blocks, which the top of a page does not need. */
  skip(height: number): void {
    if (this.y > MARGIN.top) this.y += height;
  }

  /** Adds an element whose text `write` writes. */
  add(parent: Structure, type: string, write: () => void): Structure {
    const element = this.document.struct(type);
    parent.add(element);
    element.add(write);
    return element;
  }

  linesOf(runs: readonly Run[], { size, isBold, width = this.width }: Style): Line[] {
    return layOut(runs, width, (text, font) => widthOf(text, font, size), isBold);
  }

  /** Writes lines below each other, over pages where needed. */
  writeLines(lines: readonly Line[], style: Style): void {
    for (const line of lines) {
      this.ensure(style.size * LINE_HEIGHT);
      this.writeLine(line, style);
    }
  }

  writeLine(line: Line, { size, x = this.left }: Style): void {
    const { document } = this;
    for (const piece of line) {
      if (piece.isMarked)
        document.rect(x + piece.x, this.y + size * 0.1, piece.width, size * 1.2).fill(MARKED);
      if (piece.actual !== undefined) document.markContent("Span", { actual: piece.actual });
      document
        .font(fontPath(piece.font))
        .fontSize(size)
        .fillColor(INK)
        .text(piece.text, x + piece.x, this.y + size * (ASCENT + (LINE_HEIGHT - 1.15) / 2), {
          lineBreak: false,
          baseline: "alphabetic",
        });
      if (piece.actual !== undefined) document.endMarkedContent();
    }
    this.y += size * LINE_HEIGHT;
  }

  heightOf = (lines: number, size: number): number => lines * size * LINE_HEIGHT;

  /** Draws what carries no meaning: lines around cells. */
  drawAside(draw: (document: PDFKit.PDFDocument) => void, type: "Layout" | "Pagination" = "Layout"): void {
    const attached = type === "Pagination" ? { attached: ["Bottom"] } : {};
    this.document.markContent("Artifact", { type, ...attached });
    draw(this.document.lineWidth(0.5).strokeColor(RULE));
    this.document.endMarkedContent();
  }

  /** Writes the footer of every page, once their number is known. */
  writeFooters(footer: readonly Run[][]): void {
    const { start, count } = this.document.bufferedPageRange();
    for (let page = start; page < start + count; page++) {
      this.document.switchToPage(page);
      const numbers = { page: String(page + 1), pages: String(count) };
      this.drawAside((document) => {
        this.y = document.page.height - FOOTER.y - 6;
        document
          .moveTo(this.left, this.y)
          .lineTo(this.left + this.width, this.y)
          .stroke();
        this.y += 4;
        for (const line of footer) {
          const runs = line.map((run) => (run.field ? { ...run, text: numbers[run.field] } : run));
          for (const one of this.linesOf(runs, FOOTER)) this.writeLine(one, FOOTER);
        }
      }, "Pagination");
    }
  }

  #addPage(): void {
    this.document.addPage();
    this.y = MARGIN.top;
  }
}
