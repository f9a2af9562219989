import * as z from "zod";
import { storedShape } from "./stored-shape.ts";

/**
 * A signed protocol on the public page, where configuration wants that page. It is written when the protocol is
 * distributed, and goes with its dossier.
 */
export const Publication = z.object({
  dossierId: z.string(),
  reference: z.string(),
  pass: z.number(),
  organisation: z.string(),
  purpose: z.string(),
  /** Dates: of the last signature, and of the term. */
  signedOn: z.string(),
  start: z.string(),
  end: z.string().optional(),
  /** The PDF without signatures. */
  documentId: z.string(),
});
export type Publication = z.infer<typeof Publication>;
export const PublicationShape = storedShape(Publication);
