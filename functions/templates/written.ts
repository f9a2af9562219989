/** A written document, as Word and PDF both show it. */
export type Written = {
  title: string;
  blocks: Block[];
  /** Lines of the footer of every page. */
  footer: Run[][];
};

/** `isJoined`: stays on one page with the next block. */
export type Block = { isJoined?: boolean } & (
  | { kind: "heading"; level: 1 | 2 | 3; runs: Run[] }
  | { kind: "paragraph"; runs: Run[]; startsPage?: boolean }
  | { kind: "item"; label: string; depth: number; runs: Run[] }
  /** An empty paragraph: room, for a signature. */
  | { kind: "room" }
  | { kind: "table"; widths: number[]; rows: Row[] }
);
export type Row = { isHeader: boolean; cells: Paragraph[][] };
export type Paragraph = Exclude<Block, { kind: "table" }>;

/** Text of one appearance. A new line within a paragraph is "\n". */
export type Run = {
  text: string;
  isBold: boolean;
  isItalic: boolean;
  /** Highlighted. */
  isMarked: boolean;
  /** The text is the number of the page, or of all pages. */
  field?: "page" | "pages";
};
