import * as z from "zod";

/**
 * Kinds of organisation that may consult the LED: public bodies only.
 * Source: who may use MAGDA Online, vlaanderen.be/magda.
 */
export const ORGANISATION_TYPES = [
  "local-authority",
  "association-of-local-authorities",
  "ocmw",
  "social-housing-company",
  "flemish-body",
  "hospital",
  "fire-or-police-zone",
  "other-public-body",
] as const;
export const OrganisationType = z.enum(ORGANISATION_TYPES);
export type OrganisationType = z.infer<typeof OrganisationType>;

/** An organisation is unique by enterprise number and OVO code together. */
export const Organisation = z.object({
  name: z.string(),
  type: OrganisationType,
  /** Ten digits. Absent only where the team opened the dossier without it, with a reason. */
  enterpriseNumber: z.string().optional(),
  ovoCode: z.string().optional(),
  missingNumberReason: z.string().optional(),
});
export type Organisation = z.infer<typeof Organisation>;

/** Second half of the key in the index by organisation. */
export const organisationKey = (organisation: Organisation): string => organisation.ovoCode ?? "-";
