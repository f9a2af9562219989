import type { Access } from "../domain/access.ts";
import { type Dossier, roundOf } from "../domain/dossier.ts";
import type { MailText } from "../domain/texts.ts";
import type { SendMail, Site } from "../mail/send-mail.ts";
import { workflowTexts } from "./texts.nl.ts";

type Deps = { sendMail: SendMail; site: Site };

/** The LED team first: what a mail to the consumer runs into must not keep it from the team. */
async function tellBoth(
  { sendMail, site }: Deps,
  { key, template, about, quote, toLed, toApplicant }: Telling,
): Promise<void> {
  const shared = { about, quote: quote.split("\n") };
  await sendMail({
    ...{ key: `${key}/led`, template: `${template}-led`, ...shared, ...toLed },
    to: { email: site.mailboxes.ledTeam },
    action: { label: workflowTexts.openDossier, path: `/admin/dossiers/${about.id}` },
  });
  const { contact } = about.people;
  await sendMail({
    ...{ key: `${key}/applicant`, template, ...shared, ...toApplicant, to: contact },
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
  quote: string;
  toLed: MailText;
  toApplicant: MailText;
};

/**
 * What was given up: the end of a use, a later request, or after that was signed the connection that it still waited for.
 * A later request starts its rounds anew, so an ending that has one is the latest.
 */
type GivenUp = "ending" | "request" | "connection";
function whatIsGivenUp({ rounds, lastRequest }: Dossier, inForce: Access | undefined): GivenUp {
  if (rounds.OUT_OF_USE) return "ending";
  return lastRequest?.pass === inForce?.pass ? "connection" : "request";
}

/** Both parties hear that what was going on beside the use is given up. */
export async function tellGivenUp(dossier: Dossier, inForce: Access | undefined, deps: Deps): Promise<void> {
  const { lastRequest, endingAsked } = dossier;
  if (!lastRequest) return;
  const { pass, reason } = lastRequest;
  const what = whatIsGivenUp(dossier, inForce);
  const texts = workflowTexts.givenUp[endingAsked ? "forTheEnd" : what](dossier.organisation.name);
  await tellBoth(deps, {
    key:
      what === "ending"
        ? `ending-given-up/${pass}-${roundOf(dossier, "OUT_OF_USE")}`
        : `request-ended/${pass}`,
    template: "request-ended",
    about: dossier,
    quote: reason,
    toLed: texts,
    toApplicant: texts,
  });
}

/** Both parties hear that the dossier is closed. */
export async function tellClosed(dossier: Extract<Dossier, { status: "CLOSED" }>, deps: Deps): Promise<void> {
  const { outcome, reason } = dossier.closed;
  const { name } = dossier.organisation;
  await tellBoth(deps, {
    key: "closed",
    template: "closed",
    about: dossier,
    quote: reason,
    toLed: workflowTexts.closedForTeam(name, outcome),
    toApplicant: workflowTexts.closed[outcome](name, deps.site.names),
  });
}
