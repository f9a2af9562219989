import * as z from "zod";
import { currentAccess, isInForceOn, withConnection } from "../domain/access.ts";
import { connectedChannels } from "../domain/connected-channels.ts";
import { dateOf, toInstant } from "../domain/calendar.ts";
import type { Dossier } from "../domain/dossier.ts";
import { GiveUp } from "../domain/errors.ts";
import type { Channel } from "../domain/facts.ts";
import { type Decision, taskId } from "../domain/human-task.ts";
import type { Accesses, Clock, Dossiers, WholeDossier } from "../domain/ports.ts";
import type { MailRequest, SendMail, Site } from "../mail/send-mail.ts";
import type { SideAct } from "../tasks/pass-on-decision.ts";
import { ReportedChannel } from "./reported-channel.ts";
import { magdaTexts } from "./texts.nl.ts";

type Deps = {
  dossiers: Pick<Dossiers, "findWhole">;
  accesses: Pick<Accesses, "change">;
  sendMail: SendMail;
  site: Site;
  now: Clock;
};
const texts = magdaTexts.otherChannel;
const NotNeeded = z.object({ reason: z.string() });

/**
 * Follows the report of another channel: the access in force gets it, and both parties are told. A channel that is not
 * needed is told to the team; the agreement keeps naming it. Idempotent.
 */
export function createRecordOtherChannel(deps: Deps): SideAct {
  return async (task) => {
    const { decision, dossierId } = task;
    const whole = await deps.dossiers.findWhole(dossierId);
    if (!decision || !whole) throw new GiveUp("TASK_NOT_DECIDED", { dossier: dossierId, task: taskId(task) });
    const { dossier } = whole;
    const key = `other-channel/${taskId(task)}`;
    if (decision.outcome !== "connected") {
      const { reason } = NotNeeded.parse(decision.fields);
      const text = { ...texts.notNeeded(dossier.organisation.name), quote: reason.split("\n") };
      return deps.sendMail(toTeam(deps, dossier, key, text));
    }
    const { channel } = ReportedChannel.parse(decision.fields);
    const isInForce = await addToAccess(deps, whole, decision, channel);
    await deps.sendMail(toContact(dossier, key, texts.connected(channel, isInForce)));
    await deps.sendMail(toTeam(deps, dossier, key, texts.toTeam(dossier.organisation.name, channel)));
  };
}

/** Returns whether the LED may be consulted now. */
async function addToAccess(
  { accesses, now }: Deps,
  { dossier: { connection }, accesses: known }: WholeDossier,
  { at, by }: Decision,
  channel: Channel,
): Promise<boolean> {
  const access = currentAccess(known);
  if (!access) return false;
  if (connection && !connectedChannels(access.granted.connection).includes(channel))
    await accesses.change(withConnection(access, connection, { at, by }), access);
  return isInForceOn(access, dateOf(toInstant(now())));
}

type Text = Pick<MailRequest, "subject" | "paragraphs" | "quote">;

const toContact = (about: Dossier, key: string, text: Text): MailRequest => ({
  ...{ key: `${key}/applicant`, template: "other-channel", about, to: about.people.contact },
  ...text,
  action: {
    label: magdaTexts.followDossier,
    link: { kind: "status", dossierId: about.id },
    personId: about.people.contact.id,
  },
});

const toTeam = ({ site }: Deps, about: Dossier, key: string, text: Text): MailRequest => ({
  ...{ key: `${key}/led`, template: "other-channel-led", about, to: { email: site.mailboxes.ledTeam } },
  ...text,
  action: { label: magdaTexts.openDossier, path: `/admin/dossiers/${about.id}` },
});
