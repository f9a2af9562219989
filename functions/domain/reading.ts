import * as z from "zod";
import { Role } from "./people.ts";
import { storedShape } from "./stored-shape.ts";

/** Things that can be read: the dossier on a page or through the API, one of its documents, or an export. */
export const READ_THINGS = ["dossier", "document", "export"] as const;

/** Record that a person of the LED read something of a dossier on a day. It contains nothing of the content. */
export const Reading = z.object({
  /** YYYY-MM-DD; `at` is the first time on that day. */
  day: z.string(),
  at: z.string(),
  by: z.object({ id: z.string(), name: z.string(), roles: z.array(Role) }),
  what: z.enum(READ_THINGS),
  /** Id of the document or the export. */
  id: z.string().optional(),
});
export type Reading = z.infer<typeof Reading>;
export const ReadingShape = storedShape(Reading);
