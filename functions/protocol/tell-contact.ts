import type { Dossier } from "../domain/dossier.ts";
import { type HumanTask, parseTaskId, reasonOf, taskId } from "../domain/human-task.ts";
import { isSamePerson } from "../domain/is-same-person.ts";
import { dossierLinks } from "../domain/texts.nl.ts";
import type { MailText } from "../domain/texts.ts";
import type { SendMail, Site } from "../mail/send-mail.ts";
import { withReason } from "../mail/mail-with-reason.ts";
import { personOf } from "../tasks/announce-task.ts";
import { turnTexts } from "./signing-texts.nl.ts";

type Deps = { sendMail: SendMail; site: Site };

/**
 * Tells the contact whose turn it is to sign, since the contact is who makes the signatories sign. Not for a protocol
 * from before texts were fixed, so that moving its execution mails nobody. Idempotent.
 */
export async function tellTurn(deps: Deps, dossier: Dossier, task: HumanTask): Promise<void> {
  const { protocol, people } = dossier;
  const signatory = personOf(task.audience, dossier);
  if (!protocol?.fixed || task.status !== "open" || isSamePerson(signatory, people.contact)) return;
  await tell(
    deps,
    dossier,
    `signing/asked/${taskId(task)}`,
    turnTexts.turn(dossier, signatory, deps.site.names),
  );
}

/** Tells the contact that a party did not sign, and why: it has the protocol adapted. Idempotent. */
export async function tellRefusal(deps: Deps, dossier: Dossier, task: HumanTask | undefined): Promise<void> {
  const { decision } = task ?? {};
  if (!task || !decision || !dossier.protocol?.fixed) return;
  if (decision.by.id === dossier.people.contact.id) return;
  const text = withReason(turnTexts.notSigned(decision.by), reasonOf(task));
  await tell(deps, dossier, `signing/refused/${taskId(task)}`, text);
}

/** The tasks in which a party signs. */
const SIGNING: readonly HumanTask["kind"][] = ["SignForApplicant", "SignAsSecond", "SignForAuthority"];
export const isSigningTask = (id: string | undefined): id is string =>
  id !== undefined && SIGNING.some((kind) => kind === parseTaskId(id)?.kind);

const tell = (
  { sendMail }: Deps,
  dossier: Dossier,
  key: string,
  text: MailText & { quote?: string[] },
): Promise<void> =>
  sendMail({
    ...{ key, template: "signing", about: dossier, to: dossier.people.contact, ...text },
    action: {
      label: dossierLinks.follow,
      link: { kind: "status", dossierId: dossier.id },
      personId: dossier.people.contact.id,
    },
  });
