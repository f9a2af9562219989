import * as z from "zod";
import { ORGANISATION_TYPES } from "./organisation-kinds.ts";

/** The kinds that the installation configures. */
export const OrganisationType = z.enum(ORGANISATION_TYPES);

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
