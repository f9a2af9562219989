import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";

/**
 * A Word document in text form. Within a text, `[[…]]` is marked as fill-in help, with brackets and colour, and `**…**`
 * is bold.
 */
export type Text = { title: string; author: string; parts: TextPart[]; footer: string[] };
export type TextPart =
  | string
  | { heading: string; level?: 1 | 2 }
  | { item: string }
  /** Stays on one page with what follows. */
  | { joined: string }
  /** `widths`: parts of the width of the page. The first row is the header. */
  | { table: string[][]; widths: number[] }
  /** Empty lines, for a signature. */
  | { room: number };

const LANGUAGE = "nl-BE";
/** Font sizes in half points. */
const SIZES = { body: 21, title: 34, heading1: 25, heading2: 21, table: 18, footer: 16 };
/** Space after a paragraph, in twentieths of a point. */
const AFTER = 120;
const INK = "1A1A1A";
const BULLETS = "bullets";

/** Writes an accessible Word document: real headings, lists and tables, a title, and the language of its text. */
export async function writeDocx({ title, author, parts, footer }: Text): Promise<Uint8Array> {
  const document = new Document({
    title: readable(title),
    creator: author,
    lastModifiedBy: author,
    styles: { default: styles },
    numbering: { config: [{ reference: BULLETS, levels: [bullet] }] },
    sections: [
      {
        footers: { default: new Footer({ children: [...footer.map(footerLine), pageNumbers()] }) },
        children: [
          new Paragraph({ children: runs(title), heading: HeadingLevel.TITLE }),
          ...parts.flatMap(partOf),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

const heading = (size: number) => ({
  run: { font: "Arial", size, bold: true, color: INK },
  paragraph: { spacing: { before: 2 * AFTER, after: AFTER }, keepNext: true },
});

const styles = {
  document: {
    run: { font: "Arial", size: SIZES.body, color: INK, language: { value: LANGUAGE } },
    paragraph: { spacing: { after: AFTER, line: 276 } },
  },
  title: heading(SIZES.title),
  heading1: heading(SIZES.heading1),
  heading2: heading(SIZES.heading2),
};

const bullet = {
  level: 0,
  format: LevelFormat.BULLET,
  text: "•",
  style: { paragraph: { indent: { left: 360, hanging: 240 } } },
};

function partOf(part: TextPart): (Paragraph | Table)[] {
  if (typeof part === "string") return paragraphs(part);
  if ("heading" in part)
    return [
      new Paragraph({
        children: runs(part.heading),
        heading: part.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_1,
      }),
    ];
  if ("item" in part)
    return [new Paragraph({ children: runs(part.item), numbering: { reference: BULLETS, level: 0 } })];
  if ("joined" in part) return [new Paragraph({ children: runs(part.joined), keepNext: true })];
  if ("table" in part) return [tableOf(part.table, part.widths)];
  return Array.from({ length: part.room }, (_, line) => new Paragraph({ keepNext: line + 1 < part.room }));
}

const paragraphs = (text: string): Paragraph[] =>
  readable(text)
    .split("\n")
    .map((line) => new Paragraph({ children: runs(line) }));

/** Width of an A4 page within its margins, in twentieths of a point. */
const PAGE_WIDTH = 9026;

function tableOf(rows: string[][], widths: number[]): Table {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const columns = widths.map((width) => Math.round((width / total) * PAGE_WIDTH));
  return new Table({
    width: { size: PAGE_WIDTH, type: WidthType.DXA },
    columnWidths: columns,
    rows: rows.map(
      (cells, row) =>
        new TableRow({
          tableHeader: row === 0,
          cantSplit: true,
          children: cells.map(
            (cell, column) =>
              new TableCell({
                width: { size: columns[column] ?? 0, type: WidthType.DXA },
                margins: { top: 60, bottom: 60, left: 90, right: 90 },
                children: [new Paragraph({ children: runs(cell, { size: SIZES.table, bold: row === 0 }) })],
              }),
          ),
        }),
    ),
  });
}

const footerLine = (line: string) => new Paragraph({ children: runs(line, { size: SIZES.footer }) });

const pageNumbers = () =>
  new Paragraph({
    alignment: AlignmentType.LEFT,
    children: [
      new TextRun({
        children: ["Pagina ", PageNumber.CURRENT, " van ", PageNumber.TOTAL_PAGES],
        size: SIZES.footer,
      }),
    ],
  });

/** Brackets as well as colour, for readers who do not see colour. */
const runs = (text: string, look: { size?: number; bold?: boolean } = {}): TextRun[] =>
  readable(text)
    .split(/(\[\[.*?\]\]|\*\*.*?\*\*)/)
    .filter((part) => part !== "")
    .map((part) => {
      if (part.startsWith("[["))
        return new TextRun({ ...look, text: part.slice(1, -1), highlight: "yellow" });
      if (part.startsWith("**")) return new TextRun({ ...look, text: part.slice(2, -2), bold: true });
      return new TextRun({ ...look, text: part });
    });

/** Removes pasted characters that XML 1.0 does not allow, which would make the document unreadable. */
const readable = (text: string): string =>
  text.replace(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");
