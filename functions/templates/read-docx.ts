import { unzipSync } from "fflate";
import { Numbering } from "./numbering.ts";
import type { Block, Paragraph, Row, Run, Written } from "./written.ts";
import { childOf, childrenOf, elementsOf, isOn, parseXml, textOf, valueOf, type XmlElement } from "./xml.ts";

/** What the paragraphs of a document refer to. */
type Known = { styles: Map<string, string>; numbering: Numbering };

/** Reads the text of a Word document with its structure: headings, paragraphs, lists, tables and the footer. */
export function readDocx(bytes: Uint8Array): Written {
  const parts = unzipSync(bytes);
  const known = {
    styles: styleNames(parts["word/styles.xml"]),
    numbering: new Numbering(parts["word/numbering.xml"]),
  };
  const body = childOf(
    childrenOf(parseXml(parts["word/document.xml"])).find(({ name }) => name === "w:document"),
    "w:body",
  );
  const blocks = blocksOf(childrenOf(body), known);
  return { title: titleOf(blocks, parts), blocks, footer: footerOf(parts, body) };
}

/** The title in the text, else the one in the properties. */
function titleOf(blocks: Block[], parts: Record<string, Uint8Array>): string {
  const [title] = blocks.flatMap((block) => (block.kind === "heading" && block.level === 1 ? [block] : []));
  if (title) return title.runs.map(({ text }) => text).join("");
  return elementsOf(parseXml(parts["docProps/core.xml"]), "dc:title").map(textOf).join("");
}

/** Names of the styles by their id: a Dutch Word calls the style "heading 1" `Kop1`. */
function styleNames(part: Uint8Array | undefined): Map<string, string> {
  const styles = elementsOf(parseXml(part), "w:style");
  return new Map(
    styles.map((style) => [style.attribs["w:styleId"] ?? "", (valueOf(style, "w:name") ?? "").toLowerCase()]),
  );
}

/** Elements that only wrap paragraphs and tables, or runs. */
const WRAPPERS = ["w:sdt", "w:sdtContent", "w:smartTag", "w:hyperlink", "w:fldSimple", "w:customXml"];
const unwrapped = (elements: XmlElement[]): XmlElement[] =>
  elements.flatMap((element) =>
    WRAPPERS.includes(element.name) && element.name !== "w:fldSimple"
      ? unwrapped(childrenOf(element))
      : [element],
  );

const blocksOf = (elements: XmlElement[], known: Known): Block[] =>
  unwrapped(elements).flatMap((element): Block[] => {
    if (element.name === "w:p") return [paragraphOf(element, known)];
    return element.name === "w:tbl" ? [tableOf(element, known)] : [];
  });

const HEADINGS: Record<string, 1 | 2 | 3 | undefined> = {
  title: 1,
  "heading 1": 2,
  "heading 2": 3,
  "heading 3": 3,
};

/** The title is the first level, so that no level is skipped. */
function paragraphOf(element: XmlElement, { styles, numbering }: Known): Paragraph {
  const properties = childOf(element, "w:pPr");
  const level = HEADINGS[styles.get(valueOf(properties, "w:pStyle") ?? "") ?? ""];
  const runs = runsOf(element);
  const startsPage = isOn(properties, "w:pageBreakBefore") || hasPageBreak(element);
  const isJoined = level !== undefined || isOn(properties, "w:keepNext");
  if (runs.every(({ text }) => text.trim() === "") && !startsPage) return { kind: "room", isJoined };
  if (level) return { kind: "heading", level, runs, isJoined };
  const place = numbering.next(properties);
  if (place) return { kind: "item", ...place, runs, isJoined };
  return { kind: "paragraph", runs, isJoined, ...(startsPage && { startsPage }) };
}

const hasPageBreak = (element: XmlElement): boolean =>
  elementsOf(element, "w:br").some(({ attribs }) => attribs["w:type"] === "page");

function tableOf(table: XmlElement, known: Known): Block {
  const grid = childrenOf(childOf(table, "w:tblGrid")).map(({ attribs }) => Number(attribs["w:w"] ?? 0));
  const rows = unwrapped(childrenOf(table)).filter(({ name }) => name === "w:tr");
  return {
    kind: "table",
    widths: grid,
    rows: rows.map((row): Row => ({
      isHeader: isOn(childOf(row, "w:trPr"), "w:tblHeader"),
      cells: unwrapped(childrenOf(row))
        .filter(({ name }) => name === "w:tc")
        .map((cell) =>
          unwrapped(childrenOf(cell)).flatMap((one) => (one.name === "w:p" ? [paragraphOf(one, known)] : [])),
        ),
    })),
  };
}

/** The runs of a paragraph. The result of a field is replaced by the field: a number of a page. */
export function runsOf(paragraph: XmlElement): Run[] {
  const runs: Run[] = [];
  let code: string | undefined;
  for (const run of unwrapped(childrenOf(paragraph))) {
    if (run.name === "w:fldSimple") runs.push(...fieldOf(run.attribs["w:instr"] ?? "", childOf(run, "w:r")));
    if (run.name !== "w:r") continue;
    const mark = childOf(run, "w:fldChar")?.attribs["w:fldCharType"];
    if (mark === "begin") code = "";
    if (code !== undefined) code += elementsOf(run, "w:instrText").map(textOf).join("");
    else runs.push(runOf(run, childrenOf(run).map(signOf).join("")));
    if (mark === "end" && code !== undefined) {
      runs.push(...fieldOf(code, run));
      code = undefined;
    }
  }
  return runs.filter(({ text }) => text !== "");
}

function fieldOf(code: string, run: XmlElement | undefined): Run[] {
  const [name] = code.trim().split(/\s+/);
  if (name !== "PAGE" && name !== "NUMPAGES") return [];
  return [{ ...runOf(run, "0"), field: name === "PAGE" ? "page" : "pages" }];
}

function runOf(run: XmlElement | undefined, text: string): Run {
  const properties = childOf(run, "w:rPr");
  return {
    text,
    isBold: isOn(properties, "w:b"),
    isItalic: isOn(properties, "w:i"),
    isMarked: isOn(properties, "w:highlight"),
  };
}

function signOf(element: XmlElement): string {
  switch (element.name) {
    case "w:t":
      return textOf(element);
    case "w:tab":
      return " ";
    case "w:br":
      return element.attribs["w:type"] === "page" ? "" : "\n";
    case "w:cr":
      return "\n";
    case "w:noBreakHyphen":
      return "\u2011";
    default:
      return "";
  }
}

/** The default footer of the last section. */
function footerOf(parts: Record<string, Uint8Array>, body: XmlElement | undefined): Run[][] {
  const section = childOf(body, "w:sectPr");
  const reference = childrenOf(section).find(
    ({ name, attribs }) => name === "w:footerReference" && (attribs["w:type"] ?? "default") === "default",
  );
  const relations = elementsOf(parseXml(parts["word/_rels/document.xml.rels"]), "Relationship");
  const target = relations.find(({ attribs }) => attribs["Id"] === reference?.attribs["r:id"])?.attribs[
    "Target"
  ];
  if (target === undefined) return [];
  const part = parts[target.startsWith("/") ? target.slice(1) : `word/${target}`];
  return elementsOf(parseXml(part), "w:p")
    .map(runsOf)
    .filter((line) => line.some(({ text }) => text.trim() !== ""));
}
