import * as z from "zod";
import { CLOSING_OUTCOMES } from "./dossier.ts";
import { REFERENCE } from "./reference.ts";
import { storedShape } from "./stored-shape.ts";

/** Why data are erased before their time. A closed set, so that no name can end up in what remains. */
export const ERASURE_GROUNDS = ["not-needed", "objection", "unlawful", "legal-duty", "mistake"] as const;
export const ErasureGround = z.enum(ERASURE_GROUNDS);
export type ErasureGround = z.infer<typeof ErasureGround>;

/** The one clock of a tombstone. */
export const DELETION_CLOCK = "deletion";

/** The declaration that a dossier was deleted: all that is left of it. No personal data, no name of an organisation. */
export const Tombstone = z.object({
  status: z.literal("DELETED"),
  id: z.string(),
  reference: z.string().regex(REFERENCE),
  deletedAt: z.string(),
  /** The rule under which it was deleted (docs/rules.md). */
  rule: z.enum(["RETENTION-01", "ERASE-01"]),
  /** Of an erasure on request. */
  ground: ErasureGround.optional(),
  /** How the dossier had ended. */
  outcome: z.enum(CLOSING_OUTCOMES),
  closedAt: z.string(),
  /** The last digest of its log. */
  digest: z.string().optional(),
  counts: z.object({ documents: z.int(), mails: z.int(), tasks: z.int() }),
  /** `deletion` stands here until the last file and the last item are gone. */
  clocks: z.record(z.string(), z.string()),
});
export type Tombstone = z.infer<typeof Tombstone>;
export const TombstoneShape = storedShape(
  Tombstone,
  // `digest` can be absent.
  (stored) => stored,
);
