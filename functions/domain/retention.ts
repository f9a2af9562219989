import * as z from "zod";

/** Retention of a closed dossier, in years: configuration per environment, from the published selection rules. */
export const RetentionYears = z.strictObject({
  /** After the end of the use, or of the dossier, when a protocol was signed. */
  signed: z.int().min(1),
  /** After the closing of any other request or question. */
  other: z.int().min(1),
});
export type RetentionYears = z.infer<typeof RetentionYears>;

/** Months between the notice and the deletion. */
export const NOTICE_MONTHS = 1;

/**
 * Folders for mails without a dossier (a confirmation, a digest), by the days after which a lifecycle rule of infra
 * deletes them.
 */
export const SHORT_KEPT = { 8: "kept-8-days", 30: "kept-30-days" } as const;
export type ShortDays = keyof typeof SHORT_KEPT;
