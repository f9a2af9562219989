import type * as z from "zod";
import { GiveUp } from "../../domain/errors.ts";

/** Where a list goes on, as an opaque text for addresses. */
export const writeCursor = (place: unknown): string =>
  Buffer.from(JSON.stringify(place)).toString("base64url");

/** Undefined where it is not one of ours, or of another list. */
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
