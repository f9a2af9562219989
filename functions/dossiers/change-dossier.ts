import { Conflict, GiveUp } from "../domain/errors.ts";
import type { Dossier } from "../domain/dossier.ts";
import type { Change, Dossiers } from "../domain/ports.ts";

const ATTEMPTS = 5;

/**
 * Reads a dossier, lets `change` decide what it becomes, and writes it; when somebody else wrote in between, all of it
 * again. Undefined from `change` leaves the dossier as it is.
 */
export type ChangeDossier = (
  dossierId: string,
  change: (dossier: Dossier) => Dossier | undefined,
  changes?: (before: Dossier) => Change[],
) => Promise<Dossier>;

export function createChangeDossier({ dossiers }: { dossiers: Dossiers }): ChangeDossier {
  return async (dossierId, change, changes = () => []) => {
    for (let attempt = 1; ; attempt++) {
      const before = await findDossier(dossiers, dossierId);
      const after = change(before);
      if (!after) return before;
      try {
        return await dossiers.save(after, changes(before));
      } catch (error) {
        if (!(error instanceof Conflict) || attempt === ATTEMPTS) throw error;
      }
    }
  };
}

export async function findDossier(dossiers: Dossiers, dossierId: string): Promise<Dossier> {
  const dossier = await dossiers.find(dossierId);
  if (!dossier) throw new GiveUp("DOSSIER_MISSING", { dossier: dossierId });
  return dossier;
}
