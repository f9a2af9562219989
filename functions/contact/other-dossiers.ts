import type { Dossier } from "../domain/dossier.ts";
import type { Dossiers, DossierSummary } from "../domain/ports.ts";

/** The dossiers of the same organisation (enterprise number and OVO code) that are not closed. They hold nothing up. */
export async function otherDossiersOf(
  dossiers: Dossiers,
  { id, organisation }: Dossier,
): Promise<DossierSummary[]> {
  if (organisation.enterpriseNumber === undefined) return [];
  const known = await dossiers.listByOrganisation(organisation.enterpriseNumber);
  return known.filter(
    (other) => other.id !== id && other.status !== "CLOSED" && other.ovoCode === organisation.ovoCode,
  );
}
