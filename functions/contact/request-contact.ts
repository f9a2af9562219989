import type * as z from "zod";
import { addDays, toInstant } from "../domain/calendar.ts";
import { MailRefused } from "../domain/errors.ts";
import type { Clock, ContactRequests, Limits, NewId } from "../domain/ports.ts";
import { allowed, type Reason, refused, type Verdict } from "../domain/verdict.ts";
import type { MailRequest, SendMail } from "../mail/send-mail.ts";
import { ContactForm } from "./contact-form.ts";
import { contactIsInOrder } from "./contact-is-in-order.ts";
import { contactTexts } from "./texts.nl.ts";

/**
 * RETENTION-04: a contact form that nobody confirms is kept for 30 days, and so is the mail that asked for it.
 * Source: storage limitation (GDPR 5(1)(e)); the process, "Clocks".
 */
const KEPT_DAYS = 30;
const LINK_DAYS = 7;

const HOUR = 60 * 60;
/** Confirmation mails that one address on the internet can ask for, and that one mail address can get. */
const MAILS_PER_IP = { limit: 20, seconds: HOUR };
const MAILS_PER_ADDRESS = { limit: 5, seconds: 24 * HOUR };

export type ContactRefused = { status: "refused"; problems: z.core.$ZodIssue[]; reasons: Reason[] };
export type RequestContactResult = { status: "mailed" } | ContactRefused | { status: "too-many" };
/** `id`: of the request that it becomes. `noNationalNumber`: the person said that what looks like a national register number is none. */
export type RequestContact = (
  fields: Record<string, unknown>,
  from: { id?: string; ip: string; noNationalNumber?: boolean },
) => Promise<RequestContactResult>;

type Deps = { requests: ContactRequests; limits: Limits; sendMail: SendMail; now: Clock; newId: NewId };

/**
 * Takes a contact form in: it is kept, and the address it names gets a link to confirm it. Nothing else happens before
 * that. The mail repeats nothing that was typed, since anybody can have it sent to anybody.
 */
export function createRequestContact(deps: Deps): RequestContact {
  return async (fields, { id = deps.newId(), ip, noNationalNumber }) => {
    const parsed = ContactForm.safeParse(fields);
    if (!parsed.success) return { status: "refused", problems: parsed.error.issues, reasons: [] };
    const verdict = contactIsInOrder(parsed.data, { noNationalNumber });
    if (!verdict.allowed) return { status: "refused", problems: [], reasons: verdict.reasons };
    const known = await deps.requests.find(id);
    if (!known && !(await isWithinLimits(deps.limits, ip, parsed.data.contactEmail)))
      return { status: "too-many" };

    const at = toInstant(deps.now());
    const keptUntil = known?.expiresAt ?? addDays(at, KEPT_DAYS);
    if (!known) await deps.requests.save({ id, form: parsed.data, at, expiresAt: keptUntil });
    const mailed = await isMailed(deps.sendMail, {
      key: "confirmation",
      template: "ConfirmContact",
      about: { id },
      keptUntil,
      to: { email: parsed.data.contactEmail },
      ...contactTexts.confirmation.mail(LINK_DAYS),
      action: {
        label: contactTexts.confirmation.action,
        link: { kind: "confirmation", requestId: id },
        personId: id,
        days: LINK_DAYS,
      },
    });
    return mailed.allowed
      ? { status: "mailed" }
      : { status: "refused", problems: [], reasons: mailed.reasons };
  };
}

/**
 * CONTACT-03: a contact form names an address that the mail service takes; one that it refuses is looked at again.
 * Source: the process, "Audiences": who asks for contact confirms by mail.
 */
async function isMailed(sendMail: SendMail, mail: MailRequest): Promise<Verdict> {
  try {
    await sendMail(mail);
    return allowed;
  } catch (error) {
    if (!(error instanceof MailRefused)) throw error;
    return refused("CONTACT-03", "Naar dit adres kunnen we geen mail sturen. Kijk het na.", "contactEmail");
  }
}

const isWithinLimits = async (limits: Limits, ip: string, address: string): Promise<boolean> =>
  (await limits.use(`contact-from/${ip}`, MAILS_PER_IP.limit, MAILS_PER_IP.seconds)) &&
  (await limits.use(
    `contact-to/${address.toLowerCase()}`,
    MAILS_PER_ADDRESS.limit,
    MAILS_PER_ADDRESS.seconds,
  ));
