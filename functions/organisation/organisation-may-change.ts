import { isDeepStrictEqual } from "node:util";
import { type Dossier, isClosedOrWithdrawn } from "../domain/dossier.ts";
import { enterpriseNumberIsValid } from "../domain/enterprise-number.ts";
import { nameIsPlain } from "../domain/name-is-plain.ts";
import { ovoCodeIsValid } from "../domain/ovo-code.ts";
import { allOf, allowed, refused, type Verdict } from "../domain/verdict.ts";
import type { ChangedOrganisation } from "./organisation-fields.ts";

/**
 * ORGANISATION-01: the LED team changes the organisation of a dossier that is not closed or being withdrawn, with a
 * reason. A number is replaced, not taken away: an organisation is known by it.
 * Source: the process, "At any moment"; domain, "Identifiers": an organisation is unique by both numbers.
 */
export function organisationMayChange(dossier: Dossier, changed: ChangedOrganisation): Verdict {
  const { name, type, enterpriseNumber, ovoCode } = changed;
  const { organisation } = dossier;
  const { name: ofBefore, type: typeBefore, enterpriseNumber: number, ovoCode: code } = organisation;
  const isSame = isDeepStrictEqual(
    [name, type, enterpriseNumber, ovoCode],
    [ofBefore, typeBefore, number, code],
  );
  return allOf(
    organisationCanChange(dossier),
    nameIsPlain(name, "name", "organisation"),
    enterpriseNumber === undefined ? allowed : onNumber(enterpriseNumberIsValid(enterpriseNumber)),
    ovoCodeIsValid(enterpriseNumber ?? "", ovoCode),
    number !== undefined && enterpriseNumber === undefined
      ? refused("ORGANISATION-01", "Vul het ondernemingsnummer in.", "enterpriseNumber")
      : allowed,
    isSame ? refused("ORGANISATION-01", "Dit zijn de gegevens die er al staan.", "name") : allowed,
  );
}

/** The part of ORGANISATION-01 that does not depend on the new data. */
export const organisationCanChange = (dossier: Dossier): Verdict =>
  isClosedOrWithdrawn(dossier)
    ? refused("ORGANISATION-01", "Dit dossier is afgesloten of wordt ingetrokken.")
    : allowed;

const onNumber = (verdict: Verdict): Verdict =>
  verdict.allowed
    ? verdict
    : { ...verdict, reasons: verdict.reasons.map((reason) => ({ ...reason, field: "enterpriseNumber" })) };
