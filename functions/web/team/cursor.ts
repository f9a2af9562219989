import type * as z from "zod";
import { GiveUp } from "../../domain/errors.ts";

/** The place where a list continues, as an opaque text for addresses. */
export const writeCursor = (place: unknown): string =>
  Buffer.from(JSON.stringify(place)).toString("base64url");

/** Undefined for a text that is not a cursor of this list. */
export function findPlace<Place>(text: string, schema: z.ZodType<Place>): Place | undefined {
  try {
    return schema.safeParse(JSON.parse(Buffer.from(text, "base64url").toString())).data;
  } catch {
    return undefined;
  }
}

export function readCursor<Place>(text: string, schema: z.ZodType<Place>): Place {
  const place = findPlace(text, schema);
  if (place === undefined) throw new GiveUp("CURSOR_UNREADABLE");
  return place;
}
