import { EventField, Rule, RuleTargetInput } from "aws-cdk-lib/aws-events";
import { Construct } from "constructs";
import type { Alarms } from "./alarms.ts";
import { deadLetterQueue } from "./dead-letters.ts";

export type MailEventsProps = {
  readonly alarms: Alarms;
  /** Name of the configuration set of all mail. */
  readonly configurationSet: string;
};

/** Subtypes of a bounce that SES makes itself: it no longer sends to an address that bounced or complained before. */
const SUPPRESSED = ["Suppressed", "OnAccountSuppressionList"];

/**
 * Rules by what happened to a mail. EventBridge counts the events of a rule, so that the dashboard can show each kind.
 */
const UNDELIVERED = {
  Bounced: {
    detailType: ["Email Bounced"],
    detail: { bounce: { bounceSubType: [{ "anything-but": SUPPRESSED }] } },
  },
  Suppressed: { detailType: ["Email Bounced"], detail: { bounce: { bounceSubType: SUPPRESSED } } },
  Refused: { detailType: ["Email Complaint Received", "Email Rejected"], detail: {} },
};
export type Undelivered = keyof typeof UNDELIVERED;

/**
 * Notifies operators of a mail that SES accepted but could not deliver, and of paused sending. The message holds ids
 * only; the dossier's page has the address.
 */
export class MailEvents extends Construct {
  readonly rules: Readonly<Record<Undelivered, Rule>>;

  constructor(scope: Construct, id: string, { alarms, configurationSet }: MailEventsProps) {
    super(scope, id);
    const lost = deadLetterQueue(
      this,
      alarms,
      "A mail did not arrive, and the message about it did not reach operators either.",
    );
    const whatToDo = alarms.whatToDo("mail-is-refused");
    const rule = (what: Undelivered) =>
      new Rule(this, what, {
        description: `LED onboarding: a mail did not arrive (${what.toLowerCase()})`,
        eventPattern: {
          source: ["aws.ses"],
          detailType: UNDELIVERED[what].detailType,
          detail: {
            mail: { tags: { "ses:configuration-set": [configurationSet] } },
            ...UNDELIVERED[what].detail,
          },
        },
        targets: [alarms.tell(RuleTargetInput.fromText(`${refusal()} ${whatToDo}`), lost)],
      });
    this.rules = { Bounced: rule("Bounced"), Suppressed: rule("Suppressed"), Refused: rule("Refused") };
    new Rule(this, "Paused", {
      description: "LED onboarding: SES does not send any more, or does again",
      eventPattern: {
        source: ["aws.ses"],
        detailType: ["Sending Status Disabled", "Sending Status Enabled"],
      },
      targets: [
        alarms.tell(
          RuleTargetInput.fromText(`LED onboarding: ${EventField.detailType} of this account. ${whatToDo}`),
          lost,
        ),
      ],
    });
  }
}

const tag = (name: string) => EventField.fromPath(`$.detail.mail.tags.${name}[0]`);

const refusal = () =>
  [
    `LED onboarding: ${EventField.detailType}, mail ${tag("template")} of dossier ${tag("dossier")}`,
    `(message ${EventField.fromPath("$.detail.mail.messageId")}).`,
  ].join(" ");
