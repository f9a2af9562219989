import * as z from "zod";
import type { Protocol } from "../domain/facts.ts";
import { date, name } from "../domain/fields.ts";
import { asPlaces, byPlace, controllersIn, type FurtherController } from "../domain/further-controllers.ts";

/** Who signed for each further controller, and when: in the same file, beside the signatory of the applicant. */
export const FurtherSignatures = byPlace(z.object({ name: name(), capacity: name(), date: date("done") }));

/** Who is to sign, as the form shows it. */
export const signersOf = (controllers: readonly FurtherController[] | undefined) =>
  asPlaces(controllers?.map(({ signatory, capacity }) => ({ name: signatory, capacity })));

/** As the fact; undefined without further controllers. */
export function signaturesIn(
  controllers: readonly FurtherController[] | undefined,
  given: z.infer<typeof FurtherSignatures>,
): Protocol["furtherSignatures"] {
  const signed = controllersIn(given).flatMap(({ named: { name: by, capacity, date: at } }, index) => {
    const controller = controllers?.[index]?.name;
    return controller === undefined ? [] : [{ controller, by, capacity, at }];
  });
  return signed.length === 0 ? undefined : signed;
}
