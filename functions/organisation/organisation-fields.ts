import * as z from "zod";
import { normaliseEnterpriseNumber } from "../domain/enterprise-number.ts";
import { choice, code, longText, name } from "../domain/fields.ts";
import { ORGANISATION_TYPES } from "../domain/organisation-kinds.ts";
import { normaliseOvoCode } from "../domain/ovo-code.ts";

/** Why the organisation of a dossier is not as it was. */
export const ORGANISATION_CHANGES = ["renamed", "merged", "corrected"] as const;

/** The organisation as it is now, and why. organisation-may-change.ts validates the numbers. */
export const OrganisationFields = z.object({
  why: choice(ORGANISATION_CHANGES),
  name: name("organisation"),
  type: choice(ORGANISATION_TYPES),
  enterpriseNumber: code(normaliseEnterpriseNumber).optional(),
  ovoCode: code(normaliseOvoCode).optional(),
  reason: longText(),
});
export type ChangedOrganisation = z.infer<typeof OrganisationFields>;
