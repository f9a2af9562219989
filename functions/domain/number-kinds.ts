type NumberKind = {
  /** Unit, for the description of the API. */
  says: string;
  least: number;
  most: number;
};

/** Every kind of number in a form, with its bounds. */
export const NUMBER_KINDS = {
  /** About ten consultations a year for each inhabitant of Belgium. */
  "requests-per-year": { says: "requests a year", least: 1, most: 100_000_000 },
} as const satisfies Record<string, NumberKind>;
export type NumberKindName = keyof typeof NUMBER_KINDS;
