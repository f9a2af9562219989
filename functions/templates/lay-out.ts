import { type FontName, inFonts, type Piece } from "./fonts.ts";
import type { Run } from "./written.ts";

/** Width in points of text in a font. */
export type Measure = (text: string, font: FontName) => number;
/** A piece of a line, in its place from the left. */
export type Placed = Piece & { x: number; width: number; isMarked: boolean };
export type Line = Placed[];

type Sized = Piece & { width: number; isMarked: boolean };
type Word = { pieces: Sized[]; width: number; isBreak: boolean };

/** Breaks runs into lines of a width. Lines break at spaces; a longer word breaks where the line is full. */
export function layOut(runs: readonly Run[], width: number, measure: Measure, isBold = false): Line[] {
  const lines: Line[] = [[]];
  let x = 0;
  const newLine = () => {
    lines.push([]);
    x = 0;
  };
  const place = ({ pieces }: Pick<Word, "pieces">) => {
    for (const piece of pieces) {
      lines.at(-1)?.push({ ...piece, x });
      x += piece.width;
    }
  };
  for (const word of wordsOf(runs, measure, isBold)) {
    if (word.isBreak) newLine();
    else {
      if (x > 0 && x + word.width > width) newLine();
      if (word.width <= width) place(word);
      else
        for (const part of cut(word, measure)) {
          if (x > 0 && x + part.width > width) newLine();
          place({ pieces: [part] });
        }
    }
  }
  return lines;
}

/** Words with the spaces after them, over the borders of runs. The width is that of the word without its spaces. */
function wordsOf(runs: readonly Run[], measure: Measure, isBold: boolean): Word[] {
  const words: Word[] = [];
  let isOpen = false;
  for (const run of runs)
    for (const token of run.text.normalize("NFC").split(/(?<= )(?! )|(?=\n)|(?<=\n)/u)) {
      if (token === "\n") {
        words.push({ pieces: [], width: 0, isBreak: true });
        isOpen = false;
        continue;
      }
      const pieces = sized(token, run, measure, isBold);
      const width = sum(sized(token.trimEnd(), run, measure, isBold));
      const last = words.at(-1);
      if (isOpen && last) {
        last.width = sum(last.pieces) + width;
        last.pieces.push(...pieces);
      } else words.push({ pieces, width, isBreak: false });
      isOpen = !token.endsWith(" ");
    }
  return words;
}

const sum = (pieces: readonly Sized[]): number => pieces.reduce((all, { width }) => all + width, 0);

const fontOf = (run: Run, isBold: boolean): FontName => {
  if (run.isBold || isBold) return "bold";
  return run.isItalic ? "italic" : "regular";
};

const sized = (text: string, run: Run, measure: Measure, isBold: boolean): Sized[] =>
  text === ""
    ? []
    : inFonts(text, fontOf(run, isBold)).map((piece) => ({
        ...piece,
        width: measure(piece.text, piece.font),
        isMarked: run.isMarked,
      }));

/** A word per character. */
const cut = (word: Word, measure: Measure): Sized[] =>
  word.pieces.flatMap((piece) =>
    piece.actual === undefined
      ? [...piece.text].map((text) => ({ ...piece, text, width: measure(text, piece.font) }))
      : [piece],
  );
