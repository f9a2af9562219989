import * as z from "zod";
import { Role } from "./people.ts";
import { storedShape } from "./stored-shape.ts";

/** What is read: the dossier on a page or by the API, one of its documents, or an export that was made of it. */
export const READ_THINGS = ["dossier", "document", "export"] as const;

/** That somebody of the LED read something of a dossier on a day. It holds no word of what was read. */
export const Reading = z.object({
  /** YYYY-MM-DD; `at` is the first time on that day. */
  day: z.string(),
  at: z.string(),
  by: z.object({ id: z.string(), name: z.string(), roles: z.array(Role) }),
  what: z.enum(READ_THINGS),
  /** Of the document or the export. */
  id: z.string().optional(),
});
export type Reading = z.infer<typeof Reading>;
export const ReadingShape = storedShape(Reading);
