import { folded, transliterated } from "../../domain/person-names.ts";
import type { KnownPerson } from "./persons.ts";
import { type Place, placesOf, readWords, type TextWord } from "./places-of.ts";
import { asWritten, bareNames, initialsOf, isBound, PARTICLES, splitName, TITLES } from "./split-name.ts";

type Names = Pick<KnownPerson, "names" | "emails">;

/** It starts where such signs start: tried at each of thousands, a text of 4,000 accents takes a second. */
const ADDRESS =
  /(?<![\p{L}\p{M}\p{N}._%+-])[\p{L}\p{M}\p{N}._%+-]+@[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)+/gu;
const URL_IN_TEXT = /https?:\/\/\S+/gu;
/**
 * COPY-01: a text is about a person when its name stands there as whole words, in either order, or its whole address. The
 * family name alone, or the first name alone, counts when it is written as a name and is not part of somebody else's; one
 * name in a single word as well. "An" stands not in "aan", "van" or "Anne-Marie". Accents, capitals, the form of Unicode,
 * "oe" for "ö", initials between first name and family name ("Jan P. Claes") and the s of a genitive ("Jans vraag") make no
 * difference. A text that names two people is in the copy of both, whole: the LED team looks at it before it is
 * given away.
 * Source: GDPR 15(1), (3) and (4): the copy holds one's own data, and leaves the rights of others alone.
 */
export function isNamedIn(text: string, person: Names, others: readonly Names[]): boolean {
  const formsOf = ({ names }: Names) => variantsOf(names.flatMap(bareNames));
  if (addressesIn(text).some((address) => person.emails.map(folded).includes(address))) return true;
  if (person.names.some((name) => folded(name.trim()) === folded(text.trim()))) return true;
  const [own, theirs] = [formsOf(person), others.flatMap(formsOf)];
  return variantsOf([withoutAddresses(text)]).some((variant) => {
    const words = readWords(variant, theirs);
    const taken = theirs.flatMap((name) => wholeNames(words, name));
    const isFree = ({ first, last }: Place) =>
      !taken.some(
        (place) => place.first <= first && last <= place.last && place.last - place.first > last - first,
      );
    return own.some((name) => wholeNames(words, name).some(isFree) || partsOfName(words, name).some(isFree));
  });
}

/** As given, and with two plain letters for each that has them. */
const variantsOf = (texts: string[]) => [...new Set([...texts, ...texts.map(transliterated)])];

const addressesIn = (text: string) => [...text.matchAll(ADDRESS)].map(([address]) => folded(address));

/** A name within an address is no name in the text. */
const withoutAddresses = (text: string) =>
  text
    .replace(URL_IN_TEXT, (url) => "_".repeat(url.length))
    .replace(ADDRESS, (one) => "_".repeat(one.length));

/** The name in full, in either order, with initials or without second names. A single word is a name only where it is written as one. */
function wholeNames(words: readonly TextWord[], name: string): Place[] {
  const { given, family, core, halves } = splitName(name);
  if (family.length === 0) return aloneIn(words, given);
  if (given.length === 0) return familyAlone(words, family);
  const second = family.slice(0, family.length - core.length);
  const small = core.findLastIndex((word) => PARTICLES.includes(word)) + 1;
  return [
    ...[family, core, ...halves].flatMap((last) =>
      asWritten(last).flatMap((one) => asWritten(given).map((first) => [...first, ...one])),
    ),
    ...[family, core].map((last) => [...last, ...given]),
    [...core, ...given, ...second],
    // As a list has it: "Berg, Jan van den".
    [...core.slice(small), ...given, ...core.slice(0, small)],
    ...[family, core].map((last) => [...initialsOf(given.slice(0, 1)), ...last]),
    [...initialsOf(given), ...initialsOf(second), ...core],
    [[...given, ...family].join("")],
  ]
    .flatMap((sought) => placesOf(words, sought))
    .filter((place) => !goesOn(words, place));
}

/** "An De" is not named in "An de Wit". */
const goesOn = (words: readonly TextWord[], { last }: Place): boolean => {
  const next = words[last + 1];
  const endsSmall = PARTICLES.includes(words[last]?.folded ?? "");
  return (
    endsSmall && isSpace(next?.gap) && (next?.isCapital === true || PARTICLES.includes(next?.folded ?? ""))
  );
};

/** One part of the name alone, where nothing beside it makes it another name; an initial is no name. */
function partsOfName(words: readonly TextWord[], name: string): Place[] {
  const { given, family, core, halves } = splitName(name);
  if (given.length === 0 || family.length === 0) return [];
  const givenAlone = given.join("").length > 1 ? asWritten(given) : [];
  return [
    ...givenAlone.flatMap((one) => aloneIn(words, one)),
    ...[family, core, ...halves].flatMap(asWritten).flatMap((one) => familyAlone(words, one)),
  ];
}

/** A small word alone is none, since it starts a sentence as well; nor is a word without a capital. After a title both are. */
const familyAlone = (words: readonly TextWord[], family: readonly string[]): Place[] =>
  placesOf(words, family).filter(({ first, last }) => {
    // "Janssens" is another family than "Janssen".
    if (words[last]?.folded !== family.at(-1)) return false;
    if (isTitleBefore(words, first)) return !goesOn(words, { first, last });
    const isSmall = family.length === 1 && PARTICLES.includes(family[0] ?? "");
    return !isSmall && hasCapital(words, last) && !isNameBefore(words, first);
  });

/** Of "O'neill" the first part has it. */
const hasCapital = (words: readonly TextWord[], last: number): boolean =>
  words[last]?.isCapital === true || (isBound(words[last]?.gap) && words[last - 1]?.isCapital === true);

const isTitleBefore = (words: readonly TextWord[], first: number): boolean =>
  TITLES.includes(words[first - 1]?.folded ?? "") && /^\.?\s*$/.test(words[first]?.gap ?? "-");

const isSpace = (gap: string | undefined) => gap !== undefined && /^\s+$/.test(gap);

/** A first name that no family name follows. */
const aloneIn = (words: readonly TextWord[], given: readonly string[]): Place[] =>
  placesOf(words, given).filter(({ first, last }) => {
    const next = words[last + 1];
    const isLonger =
      isSpace(next?.gap) && (next?.isCapital === true || PARTICLES.includes(next?.folded ?? ""));
    const isGenitive = words[last]?.folded !== given.at(-1);
    // "Mevrouw Jans" and "An Jans" have a family name.
    const isFamily = isGenitive && (isTitleBefore(words, first) || isNameBefore(words, first));
    return words[first]?.isCapital === true && !isLonger && !isFamily;
  });

/** "Jan Voorbeeld" and "J. Voorbeeld" are somebody else; "mevrouw Voorbeeld" is not. */
function isNameBefore(words: readonly TextWord[], first: number): boolean {
  const before = words[first - 1];
  if (!before || !/^\.?\s*$/.test(words[first]?.gap ?? "")) return false;
  const isInitial = before.folded.length === 1;
  return (isInitial || isSpace(words[first]?.gap)) && before.isCapital && !TITLES.includes(before.folded);
}
