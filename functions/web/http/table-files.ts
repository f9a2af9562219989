import type { Context } from "hono";
import { stringify } from "csv-stringify/sync";

/** A list as a file: the name of each column, and its cells in that order. */
export type TableFile = { name: string; columns: readonly string[]; rows: (string | number)[][] };

/** Excel in Flanders reads semicolons, and UTF-8 only with a byte order mark. */
const CSV = { delimiter: ";", bom: true, record_delimiter: "windows", escape_formulas: true } as const;

/**
 * A list as a spreadsheet. A cell that begins as a formula (=, +, -, @, a tab) gets an apostrophe before it, so that no
 * spreadsheet calculates what somebody typed.
 */
export const serveCsv = (c: Context, { name, columns, rows }: TableFile): Response =>
  c.body(stringify([[...columns], ...rows], CSV), 200, {
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": `attachment; filename="${name}.csv"`,
  });

/** The same list for programs. */
export const serveJson = (c: Context, name: string, items: readonly unknown[]): Response =>
  c.body(`${JSON.stringify(items, null, 1)}\n`, 200, {
    "content-type": "application/json; charset=utf-8",
    "content-disposition": `attachment; filename="${name}.json"`,
  });
