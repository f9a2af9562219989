import * as z from "zod";
import { storedShape } from "./stored-shape.ts";

/** A version of the protocol template. The one with the highest number applies; number 0 ships with the product. */
export const TemplateVersion = z.object({
  number: z.int().min(1),
  at: z.string(),
  /** The subject and the name of the colleague. */
  by: z.object({ id: z.string(), name: z.string() }),
  /** Its file, by the SHA-256 of its bytes; absent for the template that ships. */
  sha256: z.string().optional(),
  /** Number of the earlier version that it puts back in use. */
  restores: z.int().min(0).optional(),
});
export type TemplateVersion = z.infer<typeof TemplateVersion>;
export const TemplateVersionShape = storedShape(TemplateVersion);

/** The version that applied at a moment, so that a text keeps its template; undefined for the one that ships. */
export const versionAt = (
  versions: readonly TemplateVersion[],
  at: string | undefined,
): TemplateVersion | undefined => versions.findLast((version) => at === undefined || version.at <= at);
