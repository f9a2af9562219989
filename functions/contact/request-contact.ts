import type * as z from "zod";
import { addDays, toInstant } from "../domain/calendar.ts";
import { knownFields } from "../domain/known-fields.ts";
import { MailRefused } from "../domain/errors.ts";
import type { Clock, ContactRequest, ContactRequests, NewId } from "../domain/ports.ts";
import { allowed, type Reason, refused, type Verdict } from "../domain/verdict.ts";
import type { WithinLimits } from "../limits/within-limits.ts";
import type { MailRequest, SendMail } from "../mail/send-mail.ts";
import { ContactForm } from "./contact-form.ts";
import { contactIsInOrder } from "./contact-is-in-order.ts";
import { contactTexts } from "./texts.nl.ts";

/**
 * RETENTION-04: an unconfirmed contact form and its confirmation mail are kept for 8 days: a day longer than the
 * validity of the confirmation link.
 * Source: storage limitation (GDPR 5(1)(e)); the process, "Clocks".
 */
const KEPT_DAYS = 8;
const CONFIRMATION_LINK_DAYS = 7;

export type ContactRefused = { status: "refused"; problems: z.core.$ZodIssue[]; reasons: Reason[] };
export type RequestContactResult = { status: "mailed" } | ContactRefused;
/**
 * `id`: id of the resulting request. `noNationalNumber`: the person confirmed that the digits are not a national
 * register number.
 */
export type RequestContact = (
  fields: Record<string, unknown>,
  from: { id?: string; ip: string; noNationalNumber?: boolean },
) => Promise<RequestContactResult>;

type Deps = {
  requests: ContactRequests;
  withinLimits: WithinLimits;
  sendMail: SendMail;
  now: Clock;
  newId: NewId;
};

/**
 * Stores a contact form and mails a confirmation link to its address. Nothing else happens before the confirmation. The
 * mail repeats no typed text, because anybody can have it sent to any address.
 */
export function createRequestContact(deps: Deps): RequestContact {
  return async (fields, { id = deps.newId(), ip, noNationalNumber }) => {
    const parsed = ContactForm.safeParse(fields);
    const known = parsed.data ?? knownFields(ContactForm, fields);
    const verdict = contactIsInOrder(known, { noNationalNumber });
    const reasons = verdict.allowed ? [] : verdict.reasons;
    if (!parsed.success) return { status: "refused", problems: parsed.error.issues, reasons };
    if (reasons.length > 0) return { status: "refused", problems: [], reasons };
    const form = parsed.data;
    const earlier = await deps.requests.find(id);
    // A form that is posted again is the same request and counts once towards the limit.
    if (earlier) return mailConfirmation(deps.sendMail, earlier, form);
    // A request whose address is refused counts too, because it was stored.
    return deps.withinLimits("contact", { sender: ip, address: form.contactEmail }, async () => {
      const at = toInstant(deps.now());
      const request = { id, form, at, expiresAt: addDays(at, KEPT_DAYS) };
      await deps.requests.save(request);
      return mailConfirmation(deps.sendMail, request, form);
    });
  };
}

async function mailConfirmation(
  sendMail: SendMail,
  { id }: ContactRequest,
  { contactEmail }: ContactForm,
): Promise<RequestContactResult> {
  const mailed = await isMailed(sendMail, {
    key: "confirmation",
    template: "ConfirmContact",
    about: { id },
    keptDays: KEPT_DAYS,
    to: { email: contactEmail },
    ...contactTexts.confirmation.mail(CONFIRMATION_LINK_DAYS, KEPT_DAYS),
    action: {
      label: contactTexts.confirmation.action,
      link: { kind: "confirmation", requestId: id },
      personId: id,
      days: CONFIRMATION_LINK_DAYS,
    },
  });
  return mailed.allowed ? { status: "mailed" } : { status: "refused", problems: [], reasons: mailed.reasons };
}

/**
 * CONTACT-03: a contact form contains an address that the mail service accepts; the person corrects a refused address.
 * Source: the process, "Audiences": the person who asks for contact confirms by mail.
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
