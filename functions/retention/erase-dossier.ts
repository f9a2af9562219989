import type { Dossiers } from "../domain/ports.ts";
import type { ErasureGround } from "../domain/tombstone.ts";
import { allowed, type Verdict } from "../domain/verdict.ts";
import type { BuryDossier } from "./delete-dossier.ts";
import { erasureIsPossible } from "./erasure-is-possible.ts";

type Deps = { dossiers: Pick<Dossiers, "findWhole">; buryDossier: BuryDossier };
export type EraseDossier = (dossierId: string, ground: ErasureGround) => Promise<Verdict>;

/**
 * Erases a dossier on request: it disappears at once, and follow-up deletes its files and items within minutes.
 * Functions behind a page have no permission to delete from the bucket.
 */
export function createEraseDossier({ dossiers, buryDossier }: Deps): EraseDossier {
  return async (dossierId, ground) => {
    const whole = await dossiers.findWhole(dossierId);
    if (!whole) return allowed;
    const { dossier } = whole;
    const verdict = erasureIsPossible(dossier, whole.accesses);
    if (!verdict.allowed || dossier.status !== "CLOSED") return verdict;
    await buryDossier({ ...whole, dossier }, { rule: "ERASE-01", ground });
    return allowed;
  };
}
