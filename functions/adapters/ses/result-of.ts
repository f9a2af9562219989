import type { DeliveryResult } from "../../domain/records.ts";

const RESULTS: Record<string, DeliveryResult | undefined> = {
  "Email Delivered": "delivered",
  "Email Delivery Delayed": "delayed",
  "Email Rejected": "rejected",
  "Email Complaint Received": "complained",
};

/**
 * What an event of SES says about a mail; undefined where it says nothing about its arrival. SES names the addresses that
 * it does not send to by a subtype. A bounce that is not permanent is of a full mailbox.
 * https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html
 */
export function resultOf(
  type: string,
  bounce: { bounceType: string; bounceSubType: string } | undefined,
): DeliveryResult | undefined {
  if (type !== "Email Bounced") return RESULTS[type];
  if (bounce && /suppress/i.test(bounce.bounceSubType)) return "suppressed";
  return bounce?.bounceType === "Transient" ? "returned" : "bounced";
}
