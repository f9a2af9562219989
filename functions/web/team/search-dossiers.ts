import { normaliseEnterpriseNumber } from "../../domain/enterprise-number.ts";
import type { Dossier } from "../../domain/dossier.ts";
import type { Dossiers, DossierSummary } from "../../domain/ports.ts";
import { readReference, REFERENCE } from "../../domain/reference.ts";

type Deps = { dossiers: Pick<Dossiers, "readWhole" | "findIdByReference" | "listByOrganisation"> };

const summaryOf = ({ id, reference, organisation, status, stage, since, hold }: Dossier): DossierSummary => ({
  id,
  reference,
  organisationName: organisation.name,
  organisationType: organisation.type,
  ovoCode: organisation.ovoCode,
  status,
  stage,
  since,
  heldUntil: hold?.until,
});

export async function findByReference({ dossiers }: Deps, typed: string): Promise<DossierSummary[]> {
  const reference = readReference(typed);
  const id = REFERENCE.test(reference) ? await dossiers.findIdByReference(reference) : undefined;
  const whole = id === undefined ? undefined : await dossiers.readWhole(id);
  return whole ? [summaryOf(whole.dossier)] : [];
}

export async function findByEnterpriseNumber({ dossiers }: Deps, typed: string): Promise<DossierSummary[]> {
  const number = normaliseEnterpriseNumber(typed);
  return /^\d{10}$/.test(number) ? dossiers.listByOrganisation(number) : [];
}

/** Finds a dossier by its reference, or the dossiers of an organisation by its enterprise number. */
export const searchDossiers = (deps: Deps, typed: string): Promise<DossierSummary[]> =>
  REFERENCE.test(readReference(typed)) ? findByReference(deps, typed) : findByEnterpriseNumber(deps, typed);
