import * as z from "zod";
import { date } from "../domain/fields.ts";

/** Calendar days that each party gets for what the law wants at once: it holds nothing up. */
export const PUBLICATION_DAYS = 30;

/** Longest address, in characters. */
const MAXIMUM_URL = 1000;

/** Where and since when a party has the protocol on its website. */
export const Published = z.object({
  date: date(),
  url: z
    .string()
    .trim()
    .max(MAXIMUM_URL)
    .pipe(z.url({ protocol: /^https?$/ }))
    .meta({ widget: "text" }),
});
