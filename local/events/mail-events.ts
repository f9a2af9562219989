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

/** SES's simulator mailboxes, with the events that they cause. */
const SIMULATOR: Record<string, { type: string; detailType: string; detail: object }> = {
  "bounce@simulator.amazonses.com": {
    type: "bounce",
    detailType: "Email Bounced",
    detail: { bounce: { bounceType: "Permanent", bounceSubType: "General" } },
  },
  "suppressionlist@simulator.amazonses.com": {
    type: "bounce",
    detailType: "Email Bounced",
    detail: { bounce: { bounceType: "Permanent", bounceSubType: "Suppressed" } },
  },
  "complaint@simulator.amazonses.com": {
    type: "complaint",
    detailType: "Email Complaint Received",
    detail: { complaint: { complaintFeedbackType: "abuse" } },
  },
};

/** Publishes the result of a mail on the event bus, where its configuration set publishes that kind of event. */
export class MailEvents {
  readonly #published = new Map<string, Set<string>>();

  constructor(template: Template) {
    for (const { properties } of template.ofType("AWS::SES::ConfigurationSetEventDestination", Destination)) {
      const { ConfigurationSetName, EventDestination } = properties;
      if (!EventDestination.Enabled || !EventDestination.EventBridgeDestination) continue;
      const known = this.#published.get(ConfigurationSetName) ?? [];
      const types = EventDestination.MatchingEventTypes.map((type) => type.toLowerCase());
      this.#published.set(ConfigurationSetName, new Set([...known, ...types]));
    }
  }

  async tell(mail: Outgoing, messageId: string, bus: EventBus): Promise<void> {
    for (const address of mail.destinations) {
      const outcome = SIMULATOR[address.toLowerCase()];
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
