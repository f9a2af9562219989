import * as z from "zod";
import { date, webAddress } from "../domain/fields.ts";

/** Calendar days that each party gets for what the law wants at once: it holds nothing up. */
export const PUBLICATION_DAYS = 30;

/** Where and since when a party has the protocol on its website. */
export const Published = z.object({
  date: date("done-since"),
  url: webAddress(),
});
