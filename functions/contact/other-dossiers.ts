import type { Dossier } from "../domain/dossier.ts";
import type { Dossiers, DossierSummary } from "../domain/ports.ts";

/** Open dossiers of the same organisation (enterprise number and OVO code). They block nothing. */
export async function otherDossiersOf(
  dossiers: Dossiers,
  { id, organisation }: Pick<Dossier, "id" | "organisation">,
): Promise<DossierSummary[]> {
  if (organisation.enterpriseNumber === undefined) return [];
  const known = await dossiers.listByOrganisation(organisation.enterpriseNumber);
  return known.filter(
    (other) => other.id !== id && other.status !== "CLOSED" && other.ovoCode === organisation.ovoCode,
  );
}
