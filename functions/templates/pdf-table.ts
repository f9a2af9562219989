import type { Line } from "./lay-out.ts";
import type { PdfPages, Style } from "./pdf-pages.ts";
import type { Block, Paragraph, Row } from "./written.ts";

type Table = Extract<Block, { kind: "table" }>;
/** A cell, laid out: the lines that are still to be written, and where. */
type Cell = { lines: Line[]; style: Style & { x: number }; element?: PDFKit.PDFStructureElement };

const SIZE = 9;
const PADDING = 4;

/** Writes a table. A row that does not fit goes on the next page, and the header is shown there again. */
export function writeTable(pages: PdfPages, { widths, rows }: Table): void {
  const table = pages.document.struct("Table");
  pages.root.add(table);
  const columns = columnsOf(pages, widths, rows);
  const headers = rows.filter(({ isHeader }) => isHeader);
  for (const row of rows) {
    const cells = cellsOf(pages, row, columns);
    const height = heightOf(pages, cells);
    if (height > pages.room && height <= pages.wholePage)
      startPage(pages, row.isHeader ? [] : headers, columns);
    writeRow(pages, table, row, cells, () => startPage(pages, row.isHeader ? [] : headers, columns));
  }
  pages.skip(8);
}

function columnsOf(pages: PdfPages, widths: number[], rows: Row[]): number[] {
  const count = Math.max(1, ...rows.map(({ cells }) => cells.length));
  const given = widths.length === count ? widths : Array.from({ length: count }, () => 1);
  const total = given.reduce((sum, width) => sum + width, 0);
  return given.map((width) => (width / total) * pages.width);
}

function cellsOf(pages: PdfPages, row: Row, columns: number[]): Cell[] {
  let x = pages.left;
  return row.cells.map((paragraphs, column) => {
    const width = columns[column] ?? 0;
    const style = { size: SIZE, isBold: row.isHeader, x: x + PADDING, width: width - 2 * PADDING };
    x += width;
    return { style, lines: paragraphs.flatMap((one) => pages.linesOf(textOf(one), style)) };
  });
}

const textOf = (paragraph: Paragraph) => {
  if (paragraph.kind === "room") return [];
  const label = { text: "", isBold: false, isItalic: false, isMarked: false };
  return paragraph.kind === "item"
    ? [{ ...label, text: `${paragraph.label} ` }, ...paragraph.runs]
    : paragraph.runs;
};

const heightOf = (pages: PdfPages, cells: Cell[]): number =>
  pages.heightOf(Math.max(1, ...cells.map(({ lines }) => lines.length)), SIZE) + 2 * PADDING;

/** The header that is shown again carries no meaning. */
function startPage(pages: PdfPages, headers: Row[], columns: number[]): void {
  pages.newPage();
  for (const header of headers) {
    const cells = cellsOf(pages, header, columns);
    const height = heightOf(pages, cells);
    const top = pages.y;
    pages.drawAside(() => {
      for (const { lines, style } of cells) {
        pages.y = top + PADDING;
        for (const line of lines) pages.writeLine(line, style);
      }
    });
    border(pages, top, height, columns);
    pages.y = top + height;
  }
}

function writeRow(
  pages: PdfPages,
  table: PDFKit.PDFStructureElement,
  row: Row,
  cells: Cell[],
  startPage: () => void,
): void {
  const { document } = pages;
  const element = document.struct("TR");
  table.add(element);
  for (const cell of cells) {
    cell.element = row.isHeader ? document.struct("TH", { scope: "Column" }) : document.struct("TD");
    element.add(cell.element);
  }
  const columns = cells.map(({ style }) => (style.width ?? 0) + 2 * PADDING);
  do {
    if (pages.room < pages.heightOf(1, SIZE) + 2 * PADDING) startPage();
    const most = Math.floor((pages.room - 2 * PADDING) / pages.heightOf(1, SIZE));
    const now = cells.map((cell) => ({ ...cell, lines: cell.lines.splice(0, most) }));
    const top = pages.y;
    const height = heightOf(pages, now);
    for (const { lines, style, element: cell } of now)
      if (lines.length > 0)
        cell?.add(() => {
          pages.y = top + PADDING;
          for (const line of lines) pages.writeLine(line, style);
        });
    border(pages, top, height, columns);
    pages.y = top + height;
  } while (cells.some(({ lines }) => lines.length > 0));
}

function border(pages: PdfPages, top: number, height: number, columns: number[]): void {
  pages.drawAside((document) => {
    let x = pages.left;
    for (const width of columns) {
      document.rect(x, top, width, height).stroke();
      x += width;
    }
  });
}
