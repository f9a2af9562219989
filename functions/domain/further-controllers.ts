import * as z from "zod";
import { normaliseEnterpriseNumber } from "./enterprise-number.ts";
import { code, name, text } from "./fields.ts";
import { NAMES } from "./names.ts";
import { normaliseOvoCode } from "./ovo-code.ts";

/** Another organisation that is controller for the same use, such as the OCMW of a city, and who signs for it. */
export const FurtherController = z.object({
  name: z.string(),
  enterpriseNumber: z.string(),
  ovoCode: z.string().optional(),
  seat: z.string(),
  signatory: z.string(),
  capacity: z.string(),
});
export type FurtherController = z.infer<typeof FurtherController>;

/** The places after the organisation of the dossier, in the order of a form. */
const PLACES = [
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth",
] as const;
export type ControllerPlace = (typeof PLACES)[number];
/** As many as the installation allows (`furtherControllers` in names.json). */
export const CONTROLLER_PLACES: readonly ControllerPlace[] = PLACES.slice(0, NAMES.furtherControllers);

/** A group of a form with a group per place; each may stay blank. */
export const byPlace = <Schema extends z.ZodObject>(schema: Schema) =>
  z.object(Object.fromEntries(CONTROLLER_PLACES.map((place) => [place, schema.optional()]))).optional();

/** In a form. The schema normalises numbers; further-controllers-are-in-order.ts validates them. */
export const ControllerFields = z.object({
  name: name("organisation"),
  enterpriseNumber: code(normaliseEnterpriseNumber),
  ovoCode: code(normaliseOvoCode).optional(),
  seat: text(),
  signatory: name(),
  capacity: name(),
});
export const FurtherControllers = byPlace(ControllerFields);

/** The controllers that a form names, in its order. */
export const controllersIn = <Named>(
  given: Record<string, Named | undefined> | undefined,
): { place: ControllerPlace; named: Named }[] =>
  CONTROLLER_PLACES.flatMap((place) => {
    const named = given?.[place];
    return named === undefined ? [] : [{ place, named }];
  });

/** Those of the dossier, as a form shows them. */
export const asPlaces = <Named>(known: readonly Named[] | undefined): Record<string, Named> | undefined =>
  known === undefined || known.length === 0
    ? undefined
    : Object.fromEntries(
        known.flatMap((one, index) => {
          const place = CONTROLLER_PLACES[index];
          return place ? [[place, one]] : [];
        }),
      );

/** As the fact; undefined without any. */
export const furtherControllersOf = (
  given: z.infer<typeof FurtherControllers>,
): FurtherController[] | undefined => {
  const named = controllersIn(given).map((one) => one.named);
  return named.length === 0 ? undefined : named;
};
