import type * as z from "zod";
import type { Dossier } from "../domain/dossier.ts";
import { CONTROLLER_PLACES } from "../domain/further-controllers.ts";
import { allOf, allowed, refused, type Verdict } from "../domain/verdict.ts";
import { bothDposArePositive } from "./both-dpos-are-positive.ts";
import type { FurtherSignatures } from "./further-signatures.ts";

/**
 * SIGNATURE-03: each further controller of the protocol signed it too, after the advice of both DPOs, before the
 * signature of the applicant counts.
 * Source: e-gov decree, art. 8: the protocol is between the controllers; the LED's own rule: the consumer signs first.
 */
export function furtherControllersSigned(
  dossier: Dossier,
  given: z.infer<typeof FurtherSignatures>,
): Verdict {
  const controllers = dossier.intake?.furtherControllers ?? [];
  return allOf(
    ...CONTROLLER_PLACES.map((place, index) => {
      const [controller, signed] = [controllers[index], given?.[place]];
      const field = `furtherSignatures.${place}.date`;
      if (controller && !signed)
        return refused("SIGNATURE-03", `Wanneer ondertekende ${controller.name}?`, field);
      if (!controller && signed)
        return refused("SIGNATURE-03", "Er is geen andere organisatie in dit protocol.", field);
      return signed ? onField(field, bothDposArePositive(dossier, signed.date)) : allowed;
    }),
  );
}

const onField = (field: string, verdict: Verdict): Verdict =>
  verdict.allowed
    ? verdict
    : { ...verdict, reasons: verdict.reasons.map((reason) => ({ ...reason, field })) };
