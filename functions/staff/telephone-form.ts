import * as z from "zod";
import { text } from "../domain/fields.ts";
import { absenceTexts } from "./texts.nl.ts";

/** Digits with the usual punctuation: 02 553 00 00, 0470/12.34.56, +32 (0)2 553 00 00. */
const TELEPHONE = /^\+?[\d ()./-]+$/;
const digitsIn = (number: string) => number.replaceAll(/\D/g, "").length;
/** The shortest and the longest number that E.164 knows. */
const [FEWEST, MOST] = [8, 15];

const isTelephone = (number: string) =>
  TELEPHONE.test(number) && digitsIn(number) >= FEWEST && digitsIn(number) <= MOST;

/** Form of a colleague's telephone number; without a number, none is shown. */
export const TelephoneForm = z.object({
  number: text(40).refine(isTelephone, { error: absenceTexts.telephone.wrong }).optional(),
});
