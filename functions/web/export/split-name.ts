import { type Word, wordsOf } from "../../domain/person-names.ts";

/** Small words before a family name: "Van den Berg", "De Wit". */
export const PARTICLES = [
  "van",
  "de",
  "den",
  "der",
  "ter",
  "ten",
  "vande",
  "vanden",
  "vander",
  "le",
  "la",
  "du",
];
export const TITLES = [
  "mevrouw",
  "mevr",
  "mw",
  "heer",
  "meneer",
  "dhr",
  "dr",
  "prof",
  "mr",
  "juffrouw",
].concat([...["ir", "ing", "drs", "lic"]]);

export const isBound = (gap: string | undefined) => gap !== undefined && /^[-‐‑'’]$/.test(gap);

/** A name without the function that people write after it: "An Peeters (DPO)", "An Peeters, DPO". "Peeters, An" is whole. */
export function bareNames(name: string): string[] {
  const [whole = ""] = name.split(/\s*[([{;|/]|\s[-–—]\s/);
  const [before = ""] = whole.split(",");
  return [whole, ...(before !== whole && wordsOf(before).length > 1 ? [before] : [])];
}

const isParticle = ({ folded: word }: Word) => PARTICLES.includes(word);

type Split = {
  given: string[];
  family: string[];
  /** The family name without second first names before it: "Claes" of "Jan Piet Claes". */
  core: string[];
  /** Each of two family names that a hyphen joins. */
  halves: string[][];
};

/** Where the family name starts: at its small word, or else it is the last word with what is bound to it. */
function coreOf(words: Word[]): Word[] {
  const small = words.findIndex(isParticle);
  const start = words.findLastIndex(({ gap }, index) => index === 0 || !isBound(gap));
  return words.slice(small >= 0 ? small : Math.max(start, 0));
}

function halvesOf(words: Word[]): string[][] {
  const halves: string[][] = [[]];
  words.forEach(({ gap, folded: word }, index) => {
    if (index > 0 && /^[-‐‑]$/.test(gap)) halves.push([]);
    halves.at(-1)?.push(word);
  });
  return halves.length > 1 ? halves : [];
}

/**
 * First name and family name, as one writes them: what is bound by a hyphen is one first name. A title is none, and what
 * starts with a small word is a family name alone: "De Wit".
 */
export function splitName(name: string): Split {
  const all = wordsOf(name);
  const words = all.slice(all.findIndex(({ folded: word }) => !TITLES.includes(word)));
  const end = words.findIndex(({ gap }, index) => index > 0 && !isBound(gap));
  const split = words[0] && isParticle(words[0]) ? 0 : end < 0 ? words.length : end;
  const parts = words.map((word) => word.folded);
  const core = coreOf(words.slice(split));
  return {
    given: parts.slice(0, split),
    family: parts.slice(split),
    core: core.map((word) => word.folded),
    halves: halvesOf(core),
  };
}

/** People write as one word what another writes as more: "Annemarie", "Vandenberg", "ONeill". */
export const asWritten = (parts: readonly string[]): string[][] =>
  parts.length > 1 ? [[...parts], [parts.join("")]] : [[...parts]];

export const initialsOf = (parts: readonly string[]): string[] => parts.map((part) => part.slice(0, 1));
