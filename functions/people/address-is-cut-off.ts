import { isSameAddress, type Person } from "../domain/people.ts";
import type { DeliveryResult, MailRecord } from "../domain/records.ts";

/** Results after which SES sends nothing more to an address, until somebody takes it off its list. */
const CUTS_OFF: readonly DeliveryResult[] = ["bounced", "suppressed"];

/** Whether what is known last of the mails to a person's address is that SES sends nothing more to it. */
export function addressIsCutOff(mails: readonly MailRecord[], { email }: Person): boolean {
  const last = mails
    .filter(({ to, delivery }) => delivery && to.some((address) => isSameAddress(address, email)))
    .toSorted((one, other) => one.at.localeCompare(other.at))
    .at(-1);
  return last?.delivery !== undefined && CUTS_OFF.includes(last.delivery.result);
}
