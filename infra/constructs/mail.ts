import { Duration, Stack } from "aws-cdk-lib";
import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import { EventBus } from "aws-cdk-lib/aws-events";
import * as ses from "aws-cdk-lib/aws-ses";
import { Construct } from "constructs";
import type { Configuration } from "../configuration/configuration.ts";
import type { Alarms } from "./alarms.ts";
import type { AnyFunction } from "./service-function.ts";
import { MailEvents } from "./mail-events.ts";
import { SenderIdentity } from "./sender-identity.ts";

/** The sender's identity, and the configuration set of every mail. */
export class Mail extends Construct {
  readonly environment: {
    MAIL_FROM: string;
    LED_MAILBOX: string;
    LED_DPO_MAILBOX: string;
    LEADING_OFFICIAL_MAILBOX: string;
    MAIL_CONFIGURATION_SET: string;
    INBOUND_DOMAIN: string;
  };
  /** Rules on mail that SES could not deliver. */
  readonly undelivered: MailEvents["rules"];
  readonly #identityArn: string;
  readonly #configurationSetArn: string;
  readonly #from: string;

  constructor(scope: Construct, id: string, props: { mail: Configuration["mail"]; alarms: Alarms }) {
    super(scope, id);
    const { mail } = props;
    const configurationSet = this.#configurationSet();
    this.#from = mail.from;
    this.#identityArn = new SenderIdentity(this, "Identity", mail.identity).arn;
    this.#configurationSetArn = Stack.of(this).formatArn({
      service: "ses",
      resource: "configuration-set",
      resourceName: configurationSet.configurationSetName,
    });
    this.environment = {
      MAIL_FROM: mail.from,
      LED_MAILBOX: mail.ledMailbox,
      LED_DPO_MAILBOX: mail.ledDpoMailbox,
      LEADING_OFFICIAL_MAILBOX: mail.leadingOfficialMailbox,
      MAIL_CONFIGURATION_SET: configurationSet.configurationSetName,
      INBOUND_DOMAIN: mail.inbound?.domain ?? "",
    };
    this.undelivered = new MailEvents(this, "MailEvents", {
      alarms: props.alarms,
      configurationSet: configurationSet.configurationSetName,
    }).rules;
    this.#watchReputation(props.alarms, configurationSet.configurationSetName);
  }

  /** Send mail, from the configured address only. */
  grantSend(to: AnyFunction): void {
    to.allow(["ses:SendRawEmail"], [this.#identityArn, this.#configurationSetArn], {
      StringEquals: { "ses:FromAddress": this.#from },
    });
  }

  /** Take an address off the suppression list of the account, which has no ARN. */
  grantLift(to: AnyFunction): void {
    to.allow(["ses:DeleteSuppressedDestination"], ["*"]);
  }

  /** SES reports events after acceptance of a mail on the default event bus, where `MailEvents` listens. */
  #configurationSet(): ses.ConfigurationSet {
    const set = new ses.ConfigurationSet(this, "ConfigurationSet", {
      tlsPolicy: ses.ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      suppressionReasons: ses.SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    set.addEventDestination("Events", {
      destination: ses.EventDestination.eventBus(EventBus.fromEventBusName(this, "DefaultBus", "default")),
      events: [
        ...[ses.EmailSendingEvent.DELIVERY, ses.EmailSendingEvent.DELIVERY_DELAY],
        ...[ses.EmailSendingEvent.BOUNCE, ses.EmailSendingEvent.COMPLAINT, ses.EmailSendingEvent.REJECT],
      ],
    });
    return set;
  }

  /** SES pauses an account at 10 % bounces or 0.5 % complaints. These alarms fire at half of that or less. */
  #watchReputation(alarms: Alarms, configurationSet: string): void {
    for (const [name, threshold] of [
      ["BounceRate", 0.05],
      ["ComplaintRate", 0.001],
    ] as const)
      alarms.add(this, name, {
        metric: new Metric({
          namespace: "AWS/SES",
          metricName: `Reputation.${name}`,
          dimensionsMap: { "ses:configuration-set": configurationSet },
          statistic: "max",
          period: Duration.hours(1),
        }),
        signal: "rate",
        threshold,
        errorImpact:
          "Mails are refused by their receivers: people miss their link, and SES may stop all sending.",
        runbookHeading: "mail-is-refused",
      });
  }
}
