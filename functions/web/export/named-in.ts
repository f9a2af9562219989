import { folded, type Word, wordsOf } from "../../domain/person-names.ts";
import type { KnownPerson } from "./persons.ts";
import { asWritten, bareNames, initialsOf, isBound, PARTICLES, splitName, TITLES } from "./split-name.ts";

type Names = Pick<KnownPerson, "names" | "emails">;
type Place = { first: number; last: number };

/** Anchored at the start of such characters: matching at each of them takes a second for a text of 4,000 accents. */
const ADDRESS =
  /(?<![\p{L}\p{M}\p{N}._%+-])[\p{L}\p{M}\p{N}._%+-]+@[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)+/gu;
const URL_IN_TEXT = /https?:\/\/\S+/gu;
/**
 * COPY-01: a text is about a person when it contains the full name as whole words, in either order, or the whole
 * address. The family name alone or the first name alone counts when it is written as a name and is not part of another
 * name; a name of one word counts too. "An" is not in "aan", "van" or "Anne-Marie". Accents, case and Unicode form are
 * ignored. A text about two people is in the copies of both, uncut: the LED team checks a copy before handing it over.
 * Source: GDPR 15(1), (3) and (4): the copy holds one's own data, and leaves the rights of others alone.
 */
export function isNamedIn(text: string, person: Names, others: readonly Names[]): boolean {
  const formsOf = ({ names }: Names) => names.flatMap(bareNames);
  if (addressesIn(text).some((address) => person.emails.map(folded).includes(address))) return true;
  if (person.names.some((name) => folded(name.trim()) === folded(text.trim()))) return true;
  const words = wordsOf(withoutAddresses(text));
  const taken = others.flatMap(formsOf).flatMap((name) => wholeNames(words, name));
  const isFree = ({ first, last }: Place) =>
    !taken.some(
      (place) => place.first <= first && last <= place.last && place.last - place.first > last - first,
    );
  return formsOf(person).some(
    (name) => wholeNames(words, name).some(isFree) || partsOfName(words, name).some(isFree),
  );
}

const addressesIn = (text: string) => [...text.matchAll(ADDRESS)].map(([address]) => folded(address));

/** A name inside a mail address does not count as a name. */
const withoutAddresses = (text: string) =>
  text
    .replace(URL_IN_TEXT, (url) => "_".repeat(url.length))
    .replace(ADDRESS, (one) => "_".repeat(one.length));

/** "Ans" is another name; the s of "An's" is a genitive. */
const isBoundAfter = (words: readonly Word[], last: number) =>
  isBound(words[last + 1]?.gap) && words[last + 1]?.folded !== "s";

/** Positions where these words follow each other and are not part of a longer name. */
const placesOf = (words: readonly Word[], sought: readonly string[]): Place[] =>
  sought.length === 0
    ? []
    : words
        .map((_, first) => ({ first, last: first + sought.length - 1 }))
        .filter(
          ({ first, last }) =>
            sought.every((word, index) => words[first + index]?.folded === word) && last < words.length,
        )
        .filter(
          ({ first, last }) =>
            !isBound(first === 0 ? undefined : words[first]?.gap) && !isBoundAfter(words, last),
        );

/**
 * The full name, in either order, with initials, or without second names. A single word counts only where it is written
 * as a name.
 */
function wholeNames(words: readonly Word[], name: string): Place[] {
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
    // Order of a list: "Berg, Jan van den".
    [...core.slice(small), ...given, ...core.slice(0, small)],
    ...[family, core].map((last) => [...initialsOf(given.slice(0, 1)), ...last]),
    [...initialsOf(given), ...initialsOf(second), ...core],
    [[...given, ...family].join("")],
  ]
    .flatMap((sought) => placesOf(words, sought))
    .filter((place) => !goesOn(words, place));
}

/** "An De" is not mentioned in "An de Wit". */
const goesOn = (words: readonly Word[], { last }: Place): boolean => {
  const next = words[last + 1];
  const endsSmall = PARTICLES.includes(words[last]?.folded ?? "");
  return (
    endsSmall && isSpace(next?.gap) && (next?.isCapital === true || PARTICLES.includes(next?.folded ?? ""))
  );
};

/** One part of the name alone, unless an adjacent word makes it another name; initials do not count. */
function partsOfName(words: readonly Word[], name: string): Place[] {
  const { given, family, core } = splitName(name);
  if (given.length === 0 || family.length === 0) return [];
  const givenAlone = given.join("").length > 1 ? asWritten(given) : [];
  return [
    ...givenAlone.flatMap((one) => aloneIn(words, one)),
    ...[family, core].flatMap(asWritten).flatMap((one) => familyAlone(words, one)),
  ];
}

/**
 * A particle alone does not count, because it can start a sentence, nor does a word without a capital. After a title
 * both count.
 */
const familyAlone = (words: readonly Word[], family: readonly string[]): Place[] =>
  placesOf(words, family).filter(({ first, last }) => {
    if (isTitleBefore(words, first)) return !goesOn(words, { first, last });
    const isSmall = family.length === 1 && PARTICLES.includes(family[0] ?? "");
    return !isSmall && hasCapital(words, last) && !isNameBefore(words, first);
  });

/** In "O'neill" the first part has the capital. */
const hasCapital = (words: readonly Word[], last: number): boolean =>
  words[last]?.isCapital === true || (isBound(words[last]?.gap) && words[last - 1]?.isCapital === true);

const isTitleBefore = (words: readonly Word[], first: number): boolean =>
  TITLES.includes(words[first - 1]?.folded ?? "") && /^\.?\s*$/.test(words[first]?.gap ?? "-");

const isSpace = (gap: string | undefined) => gap !== undefined && /^\s+$/.test(gap);

/** A first name without a following family name. */
const aloneIn = (words: readonly Word[], given: readonly string[]): Place[] =>
  placesOf(words, given).filter(({ first, last }) => {
    const next = words[last + 1];
    const isLonger =
      isSpace(next?.gap) && (next?.isCapital === true || PARTICLES.includes(next?.folded ?? ""));
    return words[first]?.isCapital === true && !isLonger;
  });

/** "Jan Voorbeeld" and "J. Voorbeeld" are other people; "mevrouw Voorbeeld" is not. */
function isNameBefore(words: readonly Word[], first: number): boolean {
  const before = words[first - 1];
  if (!before || !/^\.?\s*$/.test(words[first]?.gap ?? "")) return false;
  const isInitial = before.folded.length === 1;
  return (isInitial || isSpace(words[first]?.gap)) && before.isCapital && !TITLES.includes(before.folded);
}
