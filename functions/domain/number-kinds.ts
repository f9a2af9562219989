type NumberKind = {
  /** Its unit, for who reads the description of the API. */
  says: string;
  least: number;
  most: number;
};

/** Every kind of number that a form asks, with the bounds that make sense for what it counts. */
export const NUMBER_KINDS = {
  /** Nobody consults more than about ten times a year for each inhabitant of Belgium. */
  "requests-per-year": { says: "requests a year", least: 1, most: 100_000_000 },
} as const satisfies Record<string, NumberKind>;
export type NumberKindName = keyof typeof NUMBER_KINDS;
