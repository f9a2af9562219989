import { type Word, wordsOf } from "../../domain/person-names.ts";

/** Particles of a family name: "Van den Berg", "De Wit". */
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
/** Words at the start of a family name that some spellings write apart: "Op de Beeck" and "Opdebeeck". */
export const JOINED = [...PARTICLES, ...["op", "in", "t", "s", "ver", "di", "da", "del", "von", "al", "el"]];
export const TITLES = [
  ...["mevrouw", "mevr", "mw", "mejuffrouw", "mej", "juffrouw", "madame", "mme"],
  ...["heer", "meneer", "mijnheer", "dhr", "monsieur"],
  ...["dr", "dokter", "prof", "mr", "meester", "ir", "ing", "drs", "lic"],
];

export const isSpace = (gap: string | undefined) => gap !== undefined && /^\s+$/.test(gap);
export const isBound = (gap: string | undefined) => gap !== undefined && /^[-‐‑'’]$/.test(gap);

/** Removes the function after a name: "An Peeters (DPO)", "An Peeters, DPO". "Peeters, An" stays whole. */
export function bareNames(name: string): string[] {
  const [whole = ""] = name.split(/\s*[([{;|/]|\s[-–—]\s/);
  const [before = ""] = whole.split(",");
  return [whole, ...(before !== whole && wordsOf(before).length > 1 ? [before] : [])];
}

const isParticle = ({ folded: word }: Word) => PARTICLES.includes(word);

type Split = {
  given: string[];
  family: string[];
  /** The family name without second first names: "Claes" of "Jan Piet Claes". */
  core: string[];
  /** The two halves of a hyphenated family name. */
  halves: string[][];
};

/** The start of the family name: its first particle, or else the last word with the words that are hyphenated to it. */
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
 * Splits a name into first name and family name. Hyphenated words are one first name, a title is left out, and a name
 * that starts with a particle is only a family name: "De Wit".
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

export const initialsOf = (parts: readonly string[]): string[] => parts.map((part) => part.slice(0, 1));
