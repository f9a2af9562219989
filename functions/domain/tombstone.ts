import * as z from "zod";
import { CLOSING_OUTCOMES } from "./dossier.ts";
import { REFERENCE } from "./reference.ts";
import { storedShape } from "./stored-shape.ts";

/** Grounds for an erasure. A closed set, so that a tombstone cannot contain a name. */
export const ERASURE_GROUNDS = ["not-needed", "objection", "unlawful", "legal-duty", "mistake"] as const;
export const ErasureGround = z.enum(ERASURE_GROUNDS);
export type ErasureGround = z.infer<typeof ErasureGround>;

export const DELETION_CLOCK = "deletion";

/**
 * The declaration that a dossier was deleted, and all that remains of it. It contains no personal data and no name of
 * an organisation.
 */
export const Tombstone = z.object({
  status: z.literal("DELETED"),
  id: z.string(),
  reference: z.string().regex(REFERENCE),
  deletedAt: z.string(),
  /** The rule that it was deleted under (docs/rules.md). */
  rule: z.enum(["RETENTION-01", "ERASE-01"]),
  /** Ground of an erasure on request. */
  ground: ErasureGround.optional(),
  /** Closing outcome of the dossier. */
  outcome: z.enum(CLOSING_OUTCOMES),
  closedAt: z.string(),
  /** The last digest of its log. */
  digest: z.string().optional(),
  counts: z.object({ documents: z.int(), mails: z.int(), tasks: z.int() }),
  /** `deletion` is set until the last file and the last item are deleted. */
  clocks: z.record(z.string(), z.string()),
});
export type Tombstone = z.infer<typeof Tombstone>;
export const TombstoneShape = storedShape(Tombstone);
