import * as z from "zod";
import type { EventBus } from "./event-bus.ts";
import type { Template } from "../template/template.ts";
import type { Outgoing } from "../ses/outgoing.ts";

const Destination = z.looseObject({
  ConfigurationSetName: z.string(),
  EventDestination: z.looseObject({
    Enabled: z.boolean().default(true),
    MatchingEventTypes: z.array(z.string()),
    EventBridgeDestination: z.looseObject({ EventBusArn: z.string() }).optional(),
  }),
});

type Outcome = { type: string; detailType: string; detail: object };

const bounce = (bounceType: string, bounceSubType: string): Outcome => ({
  type: "bounce",
  detailType: "Email Bounced",
  detail: { bounce: { bounceType, bounceSubType } },
});
const DELIVERED: Outcome = {
  type: "delivery",
  detailType: "Email Delivered",
  detail: { delivery: {} },
};

/**
 * SES's simulator mailboxes, with the events that they cause. A label after `+` is ignored, as by SES.
 * https://docs.aws.amazon.com/ses/latest/dg/send-an-email-from-console.html
 */
const SIMULATOR: Record<string, Outcome> = {
  success: DELIVERED,
  bounce: bounce("Permanent", "General"),
  suppressionlist: bounce("Permanent", "OnAccountSuppressionList"),
  complaint: {
    type: "complaint",
    detailType: "Email Complaint Received",
    detail: { complaint: { complaintFeedbackType: "abuse" } },
  },
};
const simulated = (address: string): Outcome | undefined => {
  const [, mailbox = ""] = /^(\w+)(?:\+.*)?@simulator\.amazonses\.com$/i.exec(address) ?? [];
  return SIMULATOR[mailbox.toLowerCase()];
};

/** Publishes the result of a mail on the event bus, where its configuration set publishes that kind of event. */
export class MailEvents {
  readonly #published = new Map<string, Set<string>>();
  readonly #deliveries: boolean;

  readonly #isSuppressed: (address: string) => boolean;

  /** `deliveries`: whether each mail to any other address is reported as delivered. */
  constructor(
    template: Template,
    {
      deliveries = false,
      isSuppressed = () => false,
    }: { deliveries?: boolean; isSuppressed?: (address: string) => boolean } = {},
  ) {
    this.#deliveries = deliveries;
    this.#isSuppressed = isSuppressed;
    for (const { properties } of template.ofType("AWS::SES::ConfigurationSetEventDestination", Destination)) {
      const { ConfigurationSetName, EventDestination } = properties;
      if (!EventDestination.Enabled || !EventDestination.EventBridgeDestination) continue;
      const known = this.#published.get(ConfigurationSetName) ?? [];
      const types = EventDestination.MatchingEventTypes.map((type) => type.toLowerCase());
      this.#published.set(ConfigurationSetName, new Set([...known, ...types]));
    }
  }

  #outcomeOf(address: string): Outcome | undefined {
    if (this.#isSuppressed(address)) return SIMULATOR["suppressionlist"];
    return simulated(address) ?? (this.#deliveries ? DELIVERED : undefined);
  }

  async tell(mail: Outgoing, messageId: string, bus: EventBus): Promise<void> {
    for (const address of mail.destinations) {
      const outcome = this.#outcomeOf(address);
      if (!outcome || !this.#published.get(mail.configurationSet)?.has(outcome.type)) continue;
      await bus.put({
        source: "aws.ses",
        "detail-type": outcome.detailType,
        resources: [],
        detail: {
          ...outcome.detail,
          mail: {
            source: mail.from,
            messageId,
            destination: mail.destinations,
            tags: { ...mail.tags, "ses:configuration-set": [mail.configurationSet] },
          },
        },
      });
    }
  }
}
