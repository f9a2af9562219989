/** Short, unique and speakable: `LED-2026-00042`, from a counter per year. */
export const formatReference = (year: number, number: number): string =>
  `LED-${year}-${String(number).padStart(5, "0")}`;

export const REFERENCE = /^LED-\d{4}-\d{5,}$/;
