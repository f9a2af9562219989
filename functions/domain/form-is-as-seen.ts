import { allOf, refused, type Verdict } from "./verdict.ts";

/** Values that a form copies from the dossier, by field: a text, or a person as a group of texts. */
export type SeenValues = Record<string, unknown>;

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

function isSame(one: unknown, other: unknown): boolean {
  if (!isGroup(one) || !isGroup(other)) return one === other;
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) =>
    isSame(one[key], other[key]),
  );
}

/** The fields whose value in the dossier changed since the form was opened. */
export const changedSince = (seen: SeenValues, now: SeenValues): string[] =>
  Object.keys(now).filter((field) => !isSame(now[field], seen[field]));

/** The input that a refusal belongs to: for a group, its first input. */
const placeOf = (field: string, value: unknown): string =>
  isGroup(value) ? [field, ...Object.keys(value).slice(0, 1)].join(".") : field;

/**
 * PEOPLE-06: a form that names persons replaces the persons that its writer saw. When somebody else changed one of them
 * after the form was opened, the form is refused and that person is shown again. A form with the current values is
 * accepted.
 * Source: design, rule 2: a second click or a second person gets an explanation, never a second effect.
 */
export const formIsAsSeen = (fields: SeenValues, seen: SeenValues, now: SeenValues): Verdict =>
  allOf(
    ...changedSince(seen, now)
      .filter((field) => !isSame(now[field], fields[field]))
      .map((field) =>
        refused(
          "PEOPLE-06",
          "Iemand wijzigde deze persoon intussen. Hier staat nu wie het is: kijk of het klopt.",
          placeOf(field, now[field]),
        ),
      ),
  );
