import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { create, type Font } from "fontkit";

/**
 * The fonts of a PDF. Arimo has the shapes and widths of Arial, the font of the Word document, and the letters of all
 * languages of the EU. Noto Emoji has the signs that Arimo lacks.
 */
const FILES = {
  regular: "@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf",
  bold: "@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf",
  italic: "@expo-google-fonts/arimo/400Regular_Italic/Arimo_400Regular_Italic.ttf",
  emoji: "@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf",
} as const;
export type FontName = keyof typeof FILES;

/** The files to ship beside a bundle that writes PDFs (infra/constructs/bundles.ts). */
export const FONT_FILES: readonly string[] = Object.values(FILES);

const paths = new Map<FontName, string>();

/** Beside the bundle, or in their package. */
export function fontPath(name: FontName): string {
  const known = paths.get(name);
  if (known !== undefined) return known;
  const [file = ""] = FILES[name].split("/").slice(-1);
  const path = import.meta.url.endsWith(".ts")
    ? createRequire(import.meta.url).resolve(FILES[name])
    : fileURLToPath(new URL(`./${file}`, import.meta.url));
  paths.set(name, path);
  return path;
}

const opened = new Map<FontName, Font>();

/** Whether the font has a sign for all of these characters. */
function hasAll(name: FontName, text: string): boolean {
  const font = opened.get(name) ?? open(name);
  return [...text].every((sign) => font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0));
}

/** Widths of words at a size of one point. A document repeats its words, and documents repeat those of the template. */
const widths = new Map<string, number>();
const MOST_WIDTHS = 20_000;

/** Width of text in points. */
export function widthOf(text: string, name: FontName, size: number): number {
  const key = `${name} ${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    const font = opened.get(name) ?? open(name);
    width = font.layout(text).advanceWidth / font.unitsPerEm;
    if (widths.size >= MOST_WIDTHS) widths.clear();
    widths.set(key, width);
  }
  return width * size;
}

function open(name: FontName): Font {
  const font = create(readFileSync(fontPath(name)));
  if (!("hasGlyphForCodePoint" in font)) throw new TypeError(`A collection of fonts: ${name}`);
  opened.set(name, font);
  return font;
}

/** Text in one font. `actual`: the text, where other signs stand for it. */
export type Piece = { text: string; font: FontName; actual?: string };

const graphemes = new Intl.Segmenter("nl-BE", { granularity: "grapheme" });
/** Joiners and selectors between emoji, which have no shape of their own. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}--\u00AD]/gv;
const UNKNOWN = "\u25A1";

/** Splits text by font: a sign that no font has becomes an open square, which carries the sign itself. */
export function inFonts(text: string, font: FontName): Piece[] {
  if (hasAll(font, text)) return [{ text, font }];
  const pieces: Piece[] = [];
  for (const { segment } of graphemes.segment(text)) {
    const piece = pieceOf(segment, font);
    const last = pieces.at(-1);
    if (last?.font === piece.font && last.actual === undefined && piece.actual === undefined)
      last.text += piece.text;
    else pieces.push(piece);
  }
  return pieces;
}

function pieceOf(sign: string, font: FontName): Piece {
  const visible = sign.replace(INVISIBLE, "");
  const actual = visible === sign ? {} : { actual: sign };
  if (hasAll(font, visible)) return { text: visible, font, ...actual };
  if (hasAll("emoji", visible)) return { text: visible, font: "emoji", ...actual };
  return { text: UNKNOWN, font, actual: sign };
}
