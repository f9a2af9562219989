import { join } from "node:path";
import Holidays from "date-holidays";

/** Beyond it a year is refused, not guessed. */
const [FIRST, LAST] = [2018, 2125];
export const HOLIDAYS_FILE = join(import.meta.dirname, "../../functions/domain/belgian-holidays.ts");

/** The table of holidays as date-holidays knows them. The library and its data would be 0.8 MB in every bundle. */
export function renderHolidays(): string {
  const library = new Holidays("BE", { types: ["public"] });
  const datesIn = (year: number) => library.getHolidays(year).map(({ date }) => date.slice(5, 10));
  const years = Array.from({ length: LAST - FIRST + 1 }, (_, index) => FIRST + index);
  const rows = years.map((year) => `  ${year}: "${datesIn(year).join(" ")}",\n`);
  return `/** The Belgian public holidays of each year, as MM-DD. Written by \`npm run generate\`: not to be changed by hand. */
export const BELGIAN_HOLIDAYS: Readonly<Record<number, string>> = {
${rows.join("")}};
`;
}
