import * as z from "zod";
import { date, webAddress } from "../domain/fields.ts";

/** Calendar days that each party has to publish. The law requires it at once; it holds nothing up. */
export const PUBLICATION_DAYS = 30;

/** Where, and since when, a party published the protocol. */
export const Published = z.object({
  date: date("done-since"),
  url: webAddress(),
});
