import * as z from "zod";
import { addDays, toInstant } from "../../domain/calendar.ts";
import { identifier } from "../../domain/fields.ts";
import type { Clock, MailRecords, Unsent, UnsentMail } from "../../domain/ports.ts";

/** Days for which a mail to a refused address is listed. */
const REFUSED_DAYS = 30;

/** Identifies a mail: its key, and what it is about. */
export const UnsentMailKey = z.object({ about: identifier().min(1), key: identifier().min(1) });

type Deps = { mails: Pick<MailRecords, "listUnsent">; now: Clock };

/** `sending`: an attempt is in progress. */
export const UNSENT_STATES = ["waiting", "sending", "refused"] as const;
type State = (typeof UNSENT_STATES)[number];

/** A mail that was not sent, as operators see it: without address, name, subject or text. */
export type UnsentLine = {
  /** Id of the dossier or the contact request. */
  about: string;
  reference?: string;
  key: string;
  template: string;
  state: State;
  /** The first and the last attempt. */
  since: string;
  at: string;
  /** Code of the last failure. */
  failure?: string;
};

/** One page of the mails that wait to be sent, or of those with a refused address; oldest first. */
export async function listUnsentMails({ mails, now }: Deps, which: Unsent, next?: string) {
  const at = toInstant(now());
  const from = which === "refused" ? addDays(at, -REFUSED_DAYS) : undefined;
  const { items, ...page } = await mails.listUnsent(which, from, next);
  return { ...page, items: items.map((mail) => lineOf(mail, at)) };
}

const lineOf = (mail: UnsentMail, now: string): UnsentLine => ({
  ...{ about: mail.about, reference: mail.reference, key: mail.key, template: mail.template },
  ...{ state: stateOf(mail, now), since: mail.since ?? mail.at, at: mail.at, failure: mail.failure },
});

function stateOf({ status, claimedUntil = "" }: UnsentMail, now: string): State {
  if (status === "refused") return "refused";
  return claimedUntil > now ? "sending" : "waiting";
}
