import type * as z from "zod";
import { enterpriseNumberIsValid } from "./enterprise-number.ts";
import { controllersIn, type FurtherControllers } from "./further-controllers.ts";
import type { Organisation } from "./organisation.ts";
import { ovoCodeIsValid } from "./ovo-code.ts";
import { allOf, allowed, refused, type Verdict } from "./verdict.ts";

/**
 * CONTROLLER-01: each controller of a dossier is another organisation, known by its enterprise number (and its OVO code
 * where organisations share a number).
 * Source: GDPR 26, joint controllers; e-gov decree, art. 8 (element 1: the controllers); domain, "Identifiers".
 */
export function furtherControllersAreInOrder(
  organisation: Organisation,
  given: z.infer<typeof FurtherControllers>,
): Verdict {
  const known = [keyOf(organisation)];
  return allOf(
    ...controllersIn(given).map(({ place, named }) => {
      const at = (field: string) => `furtherControllers.${place}.${field}`;
      const isKnown = known.includes(keyOf(named));
      known.push(keyOf(named));
      return allOf(
        onField(at("enterpriseNumber"), enterpriseNumberIsValid(named.enterpriseNumber)),
        onField(at("ovoCode"), ovoCodeIsValid(named.enterpriseNumber, named.ovoCode)),
        isKnown
          ? refused(
              "CONTROLLER-01",
              "Deze organisatie staat al in het dossier. Vul een andere in, of laat dit leeg.",
              at("enterpriseNumber"),
            )
          : allowed,
      );
    }),
  );
}

const keyOf = ({ enterpriseNumber, ovoCode }: Pick<Organisation, "enterpriseNumber" | "ovoCode">): string =>
  `${enterpriseNumber ?? ""} ${ovoCode ?? ""}`;

const onField = (field: string, verdict: Verdict): Verdict =>
  verdict.allowed
    ? verdict
    : { ...verdict, reasons: verdict.reasons.map((reason) => ({ ...reason, field })) };
