import { type CalendarDate, dateOf, toInstant } from "../domain/calendar.ts";
import { type Dossier, laterPassOf, roundOf, withFacts } from "../domain/dossier.ts";
import { GiveUp } from "../domain/errors.ts";
import { type Person } from "../domain/people.ts";
import { isSamePerson } from "../domain/is-same-person.ts";
import type { Clock } from "../domain/ports.ts";
import { dossierLinks } from "../domain/texts.nl.ts";
import type { MailText } from "../domain/texts.ts";
import type { MailRequest, SendMail, Site } from "../mail/send-mail.ts";
import type { BeginState, StatePayload } from "../executions/begin-state.ts";
import type { ChangeDossier } from "../dossiers/change-dossier.ts";
import type { GrantAccess } from "../in-use/grant-access.ts";
import type { OpenSideTask } from "../tasks/open-task.ts";
import type { PublishCopy } from "./publish-copy.ts";
import { publishByApplicant } from "./publish-by-applicant.ts";
import { publishByAuthority } from "./publish-by-authority.ts";
import { distributedTexts } from "./distribution-texts.nl.ts";

type Deps = {
  beginState: BeginState;
  changeDossier: ChangeDossier;
  sendMail: SendMail;
  openTask: OpenSideTask<"DistributeProtocol">;
  grantAccess: GrantAccess;
  publishCopy: PublishCopy;
  site: Site;
  now: Clock;
};

/**
 * Makes the copy to publish, notifies both parties of the signed protocol, and asks each to publish it. In a later pass it replaces the earlier
 * access, whose connection already exists. Idempotent.
 */
export function createDistributeProtocol(deps: Deps) {
  return async (payload: StatePayload): Promise<void> => {
    const { id, protocol } = await deps.beginState(payload);
    if (!protocol?.signatures.applicant || !protocol.signatures.authority)
      throw new GiveUp("PROTOCOL_NOT_SIGNED", { dossier: id });
    const distributedAt = toInstant(deps.now());
    const dossier = await deps.changeDossier(id, (current) =>
      current.protocol && !current.protocol.distributedAt
        ? withFacts(current, { protocol: { ...current.protocol, distributedAt } })
        : undefined,
    );
    if (laterPassOf(dossier)) await deps.grantAccess(dossier);
    await deps.publishCopy(dossier);
    for (const mail of mailsOf(dossier, deps.site, dateOf(distributedAt))) await deps.sendMail(mail);
    await deps.openTask(publishByApplicant, dossier, {});
    await deps.openTask(publishByAuthority, dossier, {});
  };
}

function mailsOf(dossier: Dossier, { mailboxes }: Site, today: CalendarDate): MailRequest[] {
  const { contact, signatory, secondSignatory } = dossier.people;
  const consumer = [contact];
  for (const person of [signatory, secondSignatory])
    if (person && !consumer.some((known) => isSamePerson(known, person))) consumer.push(person);
  const authority = new Set([mailboxes.ledTeam, mailboxes.leadingOfficial]);
  const textFor = (reader: Person) => distributedTexts.toConsumer(dossier, { reader, today });
  return [
    ...consumer.map((person) => toConsumer(dossier, person, textFor(person))),
    ...[...authority].map((email, index) => toAuthority(dossier, email, index)),
  ];
}

const keyOf = (dossier: Dossier, to: string) =>
  `protocol-signed/${dossier.pass}-${roundOf(dossier, "PROTOCOL")}/${to}`;

const toConsumer = (
  dossier: Dossier,
  person: Person,
  text: Pick<MailText, "subject" | "paragraphs">,
): MailRequest => ({
  key: keyOf(dossier, person.id),
  template: "DistributeProtocol",
  about: dossier,
  to: person,
  ...text,
  action: {
    label: dossierLinks.follow,
    link: { kind: "status", dossierId: dossier.id },
    personId: person.id,
  },
});

const toAuthority = (dossier: Dossier, email: string, index: number): MailRequest => ({
  key: keyOf(dossier, `led-${index + 1}`),
  template: "DistributeProtocol-led",
  about: dossier,
  to: { email },
  ...distributedTexts.toAuthority(dossier.organisation.name),
  action: { label: dossierLinks.open, path: `/admin/dossiers/${dossier.id}` },
});
