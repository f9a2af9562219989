import { unzipSync } from "fflate";
import { elementsOf, parseXml } from "./xml.ts";

/** What a Word document can hold and the PDF would not show. */
const UNSHOWN = {
  picture: ["w:drawing", "w:pict", "mc:AlternateContent"],
  object: ["w:object", "w:sym", "m:oMath", "m:oMathPara"],
  note: ["w:footnoteReference", "w:endnoteReference"],
  "tracked-change": ["w:ins", "w:del", "w:moveFrom", "w:moveTo"],
  comment: ["w:commentReference"],
  "merged-cells": ["w:gridSpan", "w:vMerge"],
} as const;
export type Unshown = keyof typeof UNSHOWN | "nested-table";

/** Kinds of content that would make the PDF differ from the Word document. */
export function unshownElements(bytes: Uint8Array): Unshown[] {
  const parts = Object.entries(unzipSync(bytes));
  const documents = parts.filter(([name]) => /^word\/(document|footer\d*)\.xml$/.test(name));
  const has = (...names: string[]) =>
    documents.some(([, part]) => elementsOf(parseXml(part), ...names).length > 0);
  const hasNested = documents.some(([, part]) =>
    elementsOf(parseXml(part), "w:tc").some((cell) => elementsOf(cell, "w:tbl").length > 0),
  );
  const kinds = (Object.keys(UNSHOWN) as (keyof typeof UNSHOWN)[]).filter((kind) => has(...UNSHOWN[kind]));
  return [...kinds, ...(hasNested ? (["nested-table"] as const) : [])];
}
