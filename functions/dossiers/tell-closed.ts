import type { Access } from "../domain/access.ts";
import { dateOf, toInstant } from "../domain/calendar.ts";
import { type Dossier, type DossierOf, roundOf } from "../domain/dossier.ts";
import type { Actor } from "../domain/people.ts";
import type { Clock } from "../domain/ports.ts";
import type { SendMail, Site } from "../mail/send-mail.ts";
import { type GivenUp, workflowTexts } from "./texts.nl.ts";
import { type MailWithReason, reasonFor, withReason } from "../mail/mail-with-reason.ts";

type Deps = { sendMail: SendMail; site: Site; now: Clock };

/** The LED team first, so that a failing mail to the consumer cannot prevent its notification. */
async function tellBoth(
  { sendMail, site }: Deps,
  { key, template, about, by, reason, toLed, toApplicant }: Telling,
): Promise<void> {
  await sendMail({
    ...{ key: `${key}/led`, template: `${template}-led`, about, ...withReason(toLed, reason) },
    to: { email: site.mailboxes.ledTeam },
    action: { label: workflowTexts.openDossier, path: `/admin/dossiers/${about.id}` },
  });
  const { contact } = about.people;
  await sendMail({
    ...{ key: `${key}/applicant`, template, about, to: contact },
    ...withReason(toApplicant, reasonFor(contact, by, reason)),
    action: {
      label: workflowTexts.followDossier,
      link: { kind: "status", dossierId: about.id },
      personId: contact.id,
    },
  });
}
type Telling = {
  key: string;
  template: string;
  about: Dossier;
  /** Who gave the reason. */
  by: Actor;
  reason: string | undefined;
  toLed: MailWithReason;
  toApplicant: MailWithReason;
};

/**
 * What was given up: the end of a use, a later request, or after its signature the pending connection. A later request
 * resets the rounds, so an ending with a round is the latest.
 */
function whatIsGivenUp({ rounds }: Dossier, pass: number, inForce: Access | undefined): GivenUp {
  if (rounds.OUT_OF_USE) return "ending";
  return pass === inForce?.pass ? "connection" : "request";
}

/** Last day of the granted access, once that day has passed. */
const overSince = (inForce: Access | undefined, today: string): string | undefined =>
  inForce?.end !== undefined && inForce.end < today ? inForce.end : undefined;

/** Notifies both parties that the process beside the use was given up, each with its own text. */
export async function tellGivenUp(
  dossier: DossierOf<"IN_USE">,
  inForce: Access | undefined,
  deps: Deps,
): Promise<void> {
  const { lastRequest, endingAsked } = dossier.use;
  if (!lastRequest) return;
  const { pass, by, reason } = lastRequest;
  const what = whatIsGivenUp(dossier, pass, inForce);
  const told = {
    organisation: dossier.organisation.name,
    over: overSince(inForce, dateOf(toInstant(deps.now()))),
  };
  const texts = workflowTexts.givenUp[endingAsked ? "forTheEnd" : what];
  await tellBoth(deps, {
    key:
      what === "ending"
        ? `ending-given-up/${pass}-${roundOf(dossier, "OUT_OF_USE")}`
        : `request-ended/${pass}`,
    template: "request-ended",
    ...{ about: dossier, by, reason },
    toLed: texts.toLed(told),
    toApplicant: texts.toApplicant(told),
  });
}

/** Notifies both parties that the dossier is closed. */
export async function tellClosed(dossier: DossierOf<"CLOSED">, deps: Deps): Promise<void> {
  const { outcome, reason, by } = dossier.closed;
  const { name } = dossier.organisation;
  await tellBoth(deps, {
    key: "closed",
    template: "closed",
    ...{ about: dossier, by, reason },
    toLed: workflowTexts.closedForTeam(name, outcome, by),
    toApplicant: workflowTexts.closed[outcome](name, by),
  });
}
