import { knownFields } from "../domain/known-fields.ts";
import { toInstant, yearOf } from "../domain/calendar.ts";
import type { Actor } from "../domain/people.ts";
import type { Clock, Dossiers, HumanTasks, NewId } from "../domain/ports.ts";
import type { ChangeDossier } from "../dossiers/change-dossier.ts";
import type { OpenSideTask } from "../tasks/open-task.ts";
import type { LaunchExecution } from "../executions/start-execution.ts";
import { createBeginDossier } from "./begin-dossier.ts";
import { TeamContactForm } from "./contact-form.ts";
import { contactIsInOrder } from "./contact-is-in-order.ts";
import { newDossier, organisationOf } from "./new-dossier.ts";
import { createOpenEnquiry } from "./open-enquiry.ts";
import { createOpenEntering } from "./open-entering.ts";
import { otherDossiersOf } from "./other-dossiers.ts";
import type { ContactRefused } from "./request-contact.ts";
import { secondDossierHasAReason } from "./second-dossier-has-a-reason.ts";
import { contactTexts } from "./texts.nl.ts";

export type OpenDossierByTeamResult =
  { status: "opened"; dossierId: string; reference: string } | ContactRefused;
export type OpenDossierByTeam = (
  fields: Record<string, unknown>,
  by: Actor,
  given?: { id?: string; noNationalNumber?: boolean },
) => Promise<OpenDossierByTeamResult>;

type Deps = {
  dossiers: Dossiers;
  launch: LaunchExecution;
  openTask: OpenSideTask<"web">;
  changeDossier: ChangeDossier;
  tasks: Pick<HumanTasks, "open">;
  now: Clock;
  newId: NewId;
};

/**
 * Opens a dossier on behalf of a person who mailed or called. A note records the member of the team and the question.
 * Idempotent by `id`.
 */
export function createOpenDossierByTeam(deps: Deps): OpenDossierByTeam {
  const begin = createBeginDossier({
    ...deps,
    openEnquiry: createOpenEnquiry(deps),
    openEntering: createOpenEntering(deps),
  });
  return async (fields, by, { id = deps.newId(), noNationalNumber } = {}) => {
    const parsed = TeamContactForm.safeParse(fields);
    const form = parsed.data ?? knownFields(TeamContactForm, fields);
    const verdict = contactIsInOrder(form, { noNationalNumber });
    const reasons = verdict.allowed ? [] : verdict.reasons;
    if (!parsed.success) return { status: "refused", problems: parsed.error.issues, reasons };
    if (reasons.length > 0) return { status: "refused", problems: [], reasons };

    const known = await deps.dossiers.find(id);
    if (known) return { status: "opened", dossierId: id, reference: known.reference };
    const at = toInstant(deps.now());
    const others = await otherDossiersOf(deps.dossiers, { id, organisation: organisationOf(parsed.data) });
    const second = secondDossierHasAReason(parsed.data, others);
    if (!second.allowed) return { status: "refused", problems: [], reasons: second.reasons };
    const reference = await deps.dossiers.takeReference(yearOf(at));
    const dossier = newDossier(parsed.data, { id, reference, at });
    const text = contactTexts.openedByTeam(parsed.data);
    await deps.dossiers.create(dossier, { note: { id, at, by, text } });
    await begin(dossier);
    return { status: "opened", dossierId: id, reference };
  };
}
