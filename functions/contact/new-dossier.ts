import type { Instant } from "../domain/calendar.ts";
import type { Dossier } from "../domain/dossier.ts";
import { GiveUp } from "../domain/errors.ts";
import type { Organisation } from "../domain/organisation.ts";
import { withNextRun } from "../executions/start-execution.ts";
import type { TeamContactForm } from "./contact-form.ts";

/**
 * Creates the dossier of a contact. A clock is due at once until the next act succeeds: the start of the execution for
 * an onboarding (`start`), the task that answers the question for an enquiry (`enquiry`), the task that enters a use
 * (`entering`).
 */
export function newDossier(
  form: TeamContactForm,
  { id, reference, at }: { id: string; reference: string; at: Instant },
): Dossier {
  const shared = {
    id,
    reference,
    organisation: organisationOf(form),
    people: {
      contact: { id: firstContactId({ id, openedAt: at }), name: form.contactName, email: form.contactEmail },
    },
    stage: "CONTACT" as const,
    since: at,
    openedAt: at,
    pass: 1,
    rounds: {},
    run: 0,
    clocks: {},
    pauses: [],
    version: 0,
  };
  if (form.kind === "onboarding")
    return withNextRun({ ...shared, status: "ONBOARDING", request: {} }, "CONTACT", at);
  if (form.kind === "existing-use")
    return { ...shared, status: "ENTERING", request: {}, clocks: { entering: at } };
  // CONTACT-01 has refused a form without a question.
  if (form.message === undefined) throw new GiveUp("QUESTION_MISSING", { dossier: id });
  return { ...shared, status: "ENQUIRY", request: { question: form.message }, clocks: { enquiry: at } };
}

/** The id of whoever made the contact; another contact has another id. */
export const firstContactId = ({ id, openedAt }: Pick<Dossier, "id" | "openedAt">): string =>
  `${id}-contact-${openedAt}`;

export const organisationOf = (form: TeamContactForm): Organisation => ({
  name: form.organisationName,
  type: form.organisationType,
  enterpriseNumber: form.enterpriseNumber,
  ovoCode: form.ovoCode,
  missingNumberReason: form.enterpriseNumber === undefined ? form.missingNumberReason : undefined,
});
