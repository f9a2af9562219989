import { Duration } from "aws-cdk-lib";
import { Rule } from "aws-cdk-lib/aws-events";
import { Construct } from "constructs";
import { DeadLetters } from "./dead-letters.ts";
import { ServiceFunction } from "./service-function.ts";
import type { WorkflowParts } from "./state-functions.ts";

/** Event types of SES after it accepted a mail. */
const RESULTS = [
  ...["Email Delivered", "Email Delivery Delayed", "Email Bounced"],
  ...["Email Complaint Received", "Email Rejected"],
];

/**
 * Records on a dossier what became of the mails to its people, and tells the team of a lost one. A mail to a mailbox of
 * the LED, or about no dossier, has no tag `mail`: operators hear of those (mail-events.ts).
 */
export class MailResults extends Construct {
  constructor(scope: Construct, id: string, props: WorkflowParts) {
    super(scope, id);
    const { settings, dossiers, documents, mail, environment } = props;
    const handler = new ServiceFunction(this, "RecordDelivery", {
      settings,
      kind: "workflow",
      entry: "functions/handlers/mail-events.ts",
      environment,
      timeout: Duration.seconds(30),
      errorImpact: "The team does not hear that a mail was lost, and the deadline of its reader runs on.",
      runbookHeading: "mail-is-refused",
      alarmAtErrors: 3,
    });
    dossiers.grantChange(handler);
    dossiers.grantReadWhole(handler);
    mail.grantSend(handler);
    documents.grantKeepMails(handler);

    const deadLetters = new DeadLetters(this, "DeadLetters", {
      settings,
      handler,
      retries: 2,
      maxAge: Duration.hours(6),
      errorImpact:
        "What became of a mail was not recorded: its dossier may wait for somebody who was never asked.",
    });
    new Rule(this, "OfPerson", {
      description: "LED onboarding: what became of a mail to a person of a dossier",
      eventPattern: {
        source: ["aws.ses"],
        detailType: RESULTS,
        detail: {
          mail: {
            tags: {
              "ses:configuration-set": [environment.MAIL_CONFIGURATION_SET],
              mail: [{ exists: true }],
            },
          },
        },
      },
      targets: [deadLetters.target()],
    });
  }
}
