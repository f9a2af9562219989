import { folded, withoutAround } from "./clean-text.ts";
import { allowed, refused, type Verdict } from "./verdict.ts";

/** The enterprise number that the Flemish departments and agencies without legal personality share. */
export const SHARED_ENTERPRISE_NUMBER = "0316380841";

/** "OVO" and six digits; there is no check digit. Blanks, dashes, case and what stands around it are forgiven. */
export const normaliseOvoCode = (typed: string): string =>
  withoutAround(folded(typed)).replace(/[\s-]/g, "").toUpperCase();

/**
 * OVO-01: an OVO code is "OVO" followed by six digits, and is required with the enterprise number that the Flemish
 * departments and agencies share, since only the code tells them apart.
 * Source: organisation register of the Flemish government (Wegwijs).
 */
export function ovoCodeIsValid(enterpriseNumber: string, ovoCode: string | undefined): Verdict {
  if (ovoCode !== undefined && !/^OVO\d{6}$/.test(ovoCode)) {
    return refused("OVO-01", "Een OVO-code bestaat uit OVO en zes cijfers, zoals OVO000123.", "ovoCode");
  }
  if (ovoCode === undefined && enterpriseNumber === SHARED_ENTERPRISE_NUMBER) {
    return refused(
      "OVO-01",
      "Dit ondernemingsnummer is van de hele Vlaamse overheid. Vul ook de OVO-code van je departement of agentschap in.",
      "ovoCode",
    );
  }
  return allowed;
}
