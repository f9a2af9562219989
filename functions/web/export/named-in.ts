import { folded, transliterated } from "../../domain/person-names.ts";
import type { KnownPerson } from "./persons.ts";
import { type Place, placesOf, readWords, type TextWord } from "./places-of.ts";
import { bareNames, initialsOf, isBound, isSpace, PARTICLES, splitName, TITLES } from "./split-name.ts";

type Names = Pick<KnownPerson, "names" | "emails">;

/** Anchored at the start of such characters: matching at each of them takes a second for a text of 4,000 accents. */
const ADDRESS =
  /(?<![\p{L}\p{M}\p{N}._%+-])[\p{L}\p{M}\p{N}._%+-]+@[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)+/gu;
const URL_IN_TEXT = /https?:\/\/\S+/gu;
/**
 * COPY-01: a text is about a person when it contains the full name as whole words, in either order, or the whole
 * address. The family name alone or the first name alone counts when it is written as a name and is not part of another
 * name; a name of one word counts too. "An" is not in "aan", "van" or "Anne-Marie". Accents, case, Unicode form, "oe" for
 * "ö", initials between the names ("Jan P. Claes") and the genitive s ("Jans vraag") are ignored. A text about two people
 * is in the copies of both, uncut: the LED team checks a copy before handing it over.
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

/** A name inside a mail address does not count as a name. */
const withoutAddresses = (text: string) =>
  text
    .replace(URL_IN_TEXT, (url) => "_".repeat(url.length))
    .replace(ADDRESS, (one) => "_".repeat(one.length));

/**
 * The full name, in either order, with initials, or without second names. A single word counts only where it is written
 * as a name.
 */
function wholeNames(words: readonly TextWord[], name: string): Place[] {
  const { given, family, core, halves } = splitName(name);
  if (family.length === 0) return aloneIn(words, given);
  if (given.length === 0) return familyAlone(words, family);
  const second = family.slice(0, family.length - core.length);
  const small = core.findLastIndex((word) => PARTICLES.includes(word)) + 1;
  return [
    ...[family, core, ...halves].map((last) => [given, last]),
    ...[family, core].map((last) => [last, given]),
    [core, given, second],
    // Order of a list: "Berg, Jan van den".
    [core.slice(small), given, core.slice(0, small)],
    ...[family, core].map((last) => [initialsOf(given.slice(0, 1)), last]),
    [[...initialsOf(given), ...initialsOf(second)], core],
    [[...given, ...family]],
  ]
    .flatMap((sought) => placesOf(words, sought))
    .filter((place) => !goesOn(words, place));
}

/** "An De" is not mentioned in "An de Wit". */
const goesOn = (words: readonly TextWord[], { last }: Place): boolean => {
  const next = words[last + 1];
  const endsSmall = PARTICLES.includes(words[last]?.folded ?? "");
  return (
    endsSmall && isSpace(next?.gap) && (next?.isCapital === true || PARTICLES.includes(next?.folded ?? ""))
  );
};

/** One part of the name alone, unless an adjacent word makes it another name; initials do not count. */
function partsOfName(words: readonly TextWord[], name: string): Place[] {
  const { given, family, core, halves } = splitName(name);
  if (given.length === 0 || family.length === 0) return [];
  const second = family.slice(0, family.length - core.length);
  // "Jean-Pierre" of "Jean Pierre Maes".
  const givenAlone = given.join("").length > 1 ? [given, [...given, ...second]] : [];
  return [
    ...givenAlone.flatMap((one) => aloneIn(words, one)),
    ...[family, core, ...halves].flatMap((one) => familyAlone(words, one)),
  ];
}

/**
 * A particle alone does not count, because it can start a sentence, nor does a word without a capital. After a title
 * both count.
 */
const familyAlone = (words: readonly TextWord[], family: readonly string[]): Place[] =>
  placesOf(words, [family]).filter((place) => {
    const { first, last } = place;
    // "Janssens" is another family than "Janssen".
    if (place.isGenitive) return false;
    if (isTitleBefore(words, first)) return !goesOn(words, place);
    const isSmall = family.length === 1 && PARTICLES.includes(family[0] ?? "");
    return !isSmall && hasCapital(words, last) && !isNameBefore(words, first);
  });

/** In "O'neill" the first part has the capital. */
const hasCapital = (words: readonly TextWord[], last: number): boolean =>
  words[last]?.isCapital === true || (isBound(words[last]?.gap) && words[last - 1]?.isCapital === true);

const isTitleBefore = (words: readonly TextWord[], first: number): boolean =>
  TITLES.includes(words[first - 1]?.folded ?? "") && /^\.?\s*$/.test(words[first]?.gap ?? "-");

/** A first name without a following family name. */
const aloneIn = (words: readonly TextWord[], given: readonly string[]): Place[] =>
  placesOf(words, [given]).filter(({ first, last, isGenitive }) => {
    const next = words[last + 1];
    const isLonger =
      isSpace(next?.gap) && (next?.isCapital === true || PARTICLES.includes(next?.folded ?? ""));
    // "Mevrouw Jans" and "An Jans" have a family name.
    const isFamily = isGenitive && (isTitleBefore(words, first) || isNameBefore(words, first));
    return words[first]?.isCapital === true && !isLonger && !isFamily;
  });

/** "Jan Voorbeeld" and "J. Voorbeeld" are other people; "mevrouw Voorbeeld" is not. */
function isNameBefore(words: readonly TextWord[], first: number): boolean {
  const before = words[first - 1];
  if (!before || !/^\.?\s*$/.test(words[first]?.gap ?? "")) return false;
  const isInitial = before.folded.length === 1;
  return (isInitial || isSpace(words[first]?.gap)) && before.isCapital && !TITLES.includes(before.folded);
}
