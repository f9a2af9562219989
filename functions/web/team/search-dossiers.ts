import { yearOf, toInstant } from "../../domain/calendar.ts";
import { cleanEmail } from "../../domain/clean-text.ts";
import type { Dossier } from "../../domain/dossier.ts";
import { normaliseEnterpriseNumber } from "../../domain/enterprise-number.ts";
import type { Clock, Dossiers, DossierSummary, Lines } from "../../domain/ports.ts";
import { readReference, REFERENCE, shortReferences } from "../../domain/reference.ts";
import { entryFor, hasWords, mailWord, wordsOf } from "../../domain/search-words.ts";

type Deps = {
  dossiers: Pick<Dossiers, "find" | "findIdByReference" | "listByOrganisation">;
  lines: Pick<Lines, "findIds">;
  now: Clock;
};

/** Dossiers that a search shows. */
const MOST = 50;
/** Dossiers that it reads for that: the index knows the first letters only. */
const MOST_READ = 150;
const AT_ONCE = 25;

/** `isComplete` is false where more dossiers may match. */
export type Search = { items: DossierSummary[]; isComplete: boolean };

const summaryOf = ({ id, reference, organisation, status, stage, since, hold }: Dossier): DossierSummary => ({
  id,
  reference,
  organisationName: organisation.name,
  organisationType: organisation.type,
  ovoCode: organisation.ovoCode,
  status,
  stage,
  since,
  heldUntil: hold?.until,
});

export async function findByReference(
  { dossiers }: Pick<Deps, "dossiers">,
  typed: string,
): Promise<DossierSummary[]> {
  const reference = readReference(typed);
  const id = REFERENCE.test(reference) ? await dossiers.findIdByReference(reference) : undefined;
  const dossier = id === undefined ? undefined : await dossiers.find(id);
  return dossier ? [summaryOf(dossier)] : [];
}

export async function findByEnterpriseNumber(
  { dossiers }: Pick<Deps, "dossiers">,
  typed: string,
): Promise<DossierSummary[]> {
  const number = normaliseEnterpriseNumber(typed);
  return /^\d{10}$/.test(number) ? dossiers.listByOrganisation(number) : [];
}

/**
 * Finds dossiers by a reference (whole, short, or in a copied subject), an enterprise number, a mail address, or the
 * first letters of words in the name of the organisation or of its people. Each way reads an index, whose cost does not
 * depend on the number of dossiers.
 */
export async function searchDossiers(deps: Deps, typed: string): Promise<Search> {
  const { dossiers, now } = deps;
  if (REFERENCE.test(readReference(typed))) return complete(await findByReference(deps, typed));
  const ofNumber = await findByEnterpriseNumber(deps, typed);
  if (ofNumber.length > 0) return complete(ofNumber);
  // The number of another controller of a dossier.
  const number = normaliseEnterpriseNumber(typed);
  if (/^\d{10}$/.test(number)) return findByWords(deps, [number]);
  const short = shortReferences(typed, yearOf(toInstant(now())));
  const byShort = await Promise.all(short.map((reference) => findByReference({ dossiers }, reference)));
  if (byShort.flat().length > 0) return complete(byShort.flat());
  const mail = cleanEmail(typed);
  return findByWords(deps, mail.includes("@") ? [mailWord(mail)] : wordsOf(typed));
}

const complete = (items: DossierSummary[]): Search => ({ items, isComplete: true });

async function findByWords({ dossiers, lines }: Deps, words: readonly string[]): Promise<Search> {
  if (words.length === 0) return complete([]);
  const found = await Promise.all(
    words.map(async (word) => {
      const { ids, isComplete } = await lines.findIds(entryFor(word));
      return { ids: new Set(ids), isComplete };
    }),
  );
  // A word that few dossiers have decides; what is not complete cannot exclude anything, unless all are.
  const whole = found.filter(({ isComplete }) => isComplete);
  const [first, ...others] = whole.length > 0 ? whole : found;
  const ids = [...(first?.ids ?? [])].filter((id) => others.every((other) => other.ids.has(id)));
  const items: DossierSummary[] = [];
  let at = 0;
  for (; at < Math.min(ids.length, MOST_READ) && items.length < MOST; at += AT_ONCE) {
    const read = await Promise.all(ids.slice(at, at + AT_ONCE).map((id) => dossiers.find(id)));
    items.push(...read.flatMap((dossier) => (dossier && hasWords(dossier, words) ? summaryOf(dossier) : [])));
  }
  return {
    items: items.slice(0, MOST),
    isComplete: whole.length > 0 && at >= ids.length && items.length <= MOST,
  };
}
