import { childOf, childrenOf, parseXml, valueOf, type XmlElement } from "./xml.ts";

type Level = { format: string; text: string; start: number };

/** Labels of the paragraphs of lists, in the order of the document. */
export class Numbering {
  readonly #levels = new Map<string, Level[]>();
  readonly #counts = new Map<string, number[]>();

  /** `part`: word/numbering.xml. */
  constructor(part: Uint8Array | undefined) {
    const root = childrenOf(parseXml(part)).find(({ name }) => name === "w:numbering");
    const abstract = new Map(
      childrenOf(root)
        .filter(({ name }) => name === "w:abstractNum")
        .map((list) => [list.attribs["w:abstractNumId"], levelsOf(list)]),
    );
    for (const list of childrenOf(root).filter(({ name }) => name === "w:num"))
      this.#levels.set(list.attribs["w:numId"] ?? "", abstract.get(valueOf(list, "w:abstractNumId")) ?? []);
  }

  /** The label of the next paragraph of a list; undefined where the paragraph belongs to none. */
  next(properties: XmlElement | undefined): { label: string; depth: number } | undefined {
    const numbers = childOf(properties, "w:numPr");
    const id = valueOf(numbers, "w:numId");
    const levels = this.#levels.get(id ?? "");
    if (id === undefined || !levels) return undefined;
    const depth = Number(valueOf(numbers, "w:ilvl") ?? 0);
    const counts = this.#counts.get(id) ?? [];
    const current = (counts[depth] ?? (levels[depth]?.start ?? 1) - 1) + 1;
    this.#counts.set(id, [...counts.slice(0, depth), current]);
    return { label: labelOf(levels, depth, this.#counts.get(id) ?? []), depth };
  }
}

const levelsOf = (list: XmlElement): Level[] =>
  childrenOf(list)
    .filter(({ name }) => name === "w:lvl")
    .map((level) => ({
      format: valueOf(level, "w:numFmt") ?? "decimal",
      text: valueOf(level, "w:lvlText") ?? "",
      start: Number(valueOf(level, "w:start") ?? 1),
    }));

/** "%1.%2" names the counts of the levels. Bullets are signs of Symbol fonts, which another font lacks. */
function labelOf(levels: Level[], depth: number, counts: number[]): string {
  const level = levels[depth];
  if (!level || level.format === "none") return "";
  if (level.format === "bullet") return "•";
  return level.text.replace(/%(\d)/g, (_, digit: string) => {
    const place = Number(digit) - 1;
    return inFormat(counts[place] ?? 1, levels[place]?.format ?? "decimal");
  });
}

function inFormat(count: number, format: string): string {
  const letter = String.fromCharCode(96 + (((count - 1) % 26) + 1));
  if (format === "lowerLetter") return letter;
  if (format === "upperLetter") return letter.toUpperCase();
  return String(count);
}
