import { folded, withoutAround } from "./clean-text.ts";
import { allowed, refused, type Verdict } from "./verdict.ts";

/** The enterprise number that the Flemish departments and agencies without legal personality share. */
export const SHARED_ENTERPRISE_NUMBER = "0316380841";

/** The code in a sentence, or at the end of its address in the register (data.vlaanderen.be). */
const WITHIN = /(?<![\p{L}\d])OVO[\s\-_.:]{0,3}(\d{3})[\s.-]?(\d{3})(?![\p{L}\d])/giu;

/**
 * Normalises "OVO" and six digits, which have no check digit. It accepts blanks, dashes, any case and text around the
 * code.
 */
export function normaliseOvoCode(typed: string): string {
  const text = withoutAround(folded(typed));
  const [one, another] = text.matchAll(WITHIN);
  return one && !another ? `OVO${one[1] ?? ""}${one[2] ?? ""}` : text.replace(/[\s-]/g, "").toUpperCase();
}

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
