import { QUESTIONNAIRE } from "./questionnaire.ts";

/** Number of criteria, out of nine in part C. */
const ENOUGH_OF_PART_C = 2;

const howManyOf = (part: readonly { id: string }[], criteria: readonly string[]) =>
  part.filter(({ id }) => criteria.includes(id)).length;

/**
 * DPIA-01: a DPIA is suggested when one criterion of part A or B is met, or two of part C; a person decides.
 * Source: GDPR 35(3) (part A), the list of the Belgian supervisor under GDPR 35(4) (part B), WP248 rev.01 (part C).
 */
export const dpiaIsRequired = (criteria: readonly string[]): boolean =>
  howManyOf(QUESTIONNAIRE.a, criteria) > 0 ||
  howManyOf(QUESTIONNAIRE.b, criteria) > 0 ||
  howManyOf(QUESTIONNAIRE.c, criteria) >= ENOUGH_OF_PART_C;
