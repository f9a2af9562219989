import * as z from "zod";

/** How long a closed dossier is kept, in years: configuration per environment, after the published selection rules. */
export const RetentionYears = z.strictObject({
  /** After the end of the use, or of the dossier, where a protocol was signed. */
  signed: z.int().min(1),
  /** After the closing of any other request or question. */
  other: z.int().min(1),
});
export type RetentionYears = z.infer<typeof RetentionYears>;

/** What is to be deleted is announced so many months before. */
export const NOTICE_MONTHS = 1;

/** Folders of the mails that belong to no dossier (a confirmation, a digest), by the days after which a rule of infra ends them. */
export const SHORT_KEPT = { 8: "kept-8-days", 30: "kept-30-days" } as const;
export type ShortDays = keyof typeof SHORT_KEPT;
