import { toInstant, yearOf } from "../domain/calendar.ts";
import type { Dossier } from "../domain/dossier.ts";
import { Conflict } from "../domain/errors.ts";
import type { Actor } from "../domain/people.ts";
import type { Clock, ContactRequest, ContactRequests, Dossiers, HumanTasks } from "../domain/ports.ts";
import type { LaunchExecution } from "../executions/start-execution.ts";
import type { ChangeDossier } from "../dossiers/change-dossier.ts";
import type { OpenSideTask } from "../tasks/open-task.ts";
import { createBeginDossier } from "./begin-dossier.ts";
import { ContactForm } from "./contact-form.ts";
import { newDossier } from "./new-dossier.ts";
import { createOpenEnquiry } from "./open-enquiry.ts";
import { createOpenEntering } from "./open-entering.ts";

export type ConfirmContactResult =
  { status: "confirmed" | "already-confirmed"; dossierId: string; reference: string } | { status: "unknown" };
export type ConfirmContact = (requestId: string) => Promise<ConfirmContactResult>;

type Deps = {
  requests: ContactRequests;
  dossiers: Dossiers;
  launch: LaunchExecution;
  openTask: OpenSideTask<"web">;
  changeDossier: ChangeDossier;
  tasks: Pick<HumanTasks, "open">;
  now: Clock;
};

/**
 * Confirms a contact form; idempotent, so the form becomes one dossier. The dossier takes the id of the request, and
 * with it the record of the confirmation mail.
 */
export function createConfirmContact(deps: Deps): ConfirmContact {
  const begin = createBeginDossier({
    ...deps,
    openEnquiry: createOpenEnquiry(deps),
    openEntering: createOpenEntering(deps),
  });
  return async (requestId) => {
    const request = await deps.requests.find(requestId);
    if (!request) return { status: "unknown" };
    const dossier = request.dossierId === undefined ? await write(deps, request) : undefined;
    if (!dossier) {
      const known = await deps.dossiers.find(requestId);
      // The dossier was deleted since, so the link no longer works.
      if (!known) return { status: "unknown" };
      return { status: "already-confirmed", dossierId: known.id, reference: known.reference };
    }
    await begin(dossier);
    return { status: "confirmed", dossierId: dossier.id, reference: dossier.reference };
  };
}

/** Undefined when the request was confirmed at the same time by another call. */
async function write({ dossiers, now }: Deps, request: ContactRequest): Promise<Dossier | undefined> {
  const form = ContactForm.parse(request.form);
  const at = toInstant(now());
  const reference = await dossiers.takeReference(yearOf(at));
  const dossier = newDossier(form, { id: request.id, reference, at });
  const by: Actor = { role: "applicant", id: request.id, name: dossier.people.contact.name };
  const note =
    form.message === undefined ? undefined : { id: request.id, at: request.at, by, text: form.message };
  try {
    return await dossiers.create(dossier, { requestId: request.id, note });
  } catch (error) {
    if (error instanceof Conflict && (await dossiers.find(request.id))) return undefined;
    throw error;
  }
}
