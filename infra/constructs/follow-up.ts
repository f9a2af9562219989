import { Duration } from "aws-cdk-lib";
import { Rule, Schedule } from "aws-cdk-lib/aws-events";
import { Construct } from "constructs";
import { DeadLetters } from "./dead-letters.ts";
import type { LogDigests } from "./log-digests.ts";
import { ownMetric } from "./own-metrics.ts";
import { ServiceFunction } from "./service-function.ts";
import type { WorkflowParts } from "./state-functions.ts";

const EVERY = Duration.minutes(5);
/** Age in minutes; a delivery is tried again every ten minutes, three times, before the dossier is parked. */
const DECISION_IS_OLD = 45;

/**
 * The sweep over everything that is due: reminders, the digest, undelivered decisions, unstarted executions. Each sweep
 * ends before the next starts. The schedule may deliver an event twice, so two sweeps can run at once: every act is
 * idempotent. The function has no reserved concurrency, because an account with the default limit of 10 has none to
 * reserve and the deployment would fail.
 */
export class FollowUp extends Construct {
  constructor(scope: Construct, id: string, props: WorkflowParts & { readonly logDigests: LogDigests }) {
    super(scope, id);
    const sweep = new ServiceFunction(this, "FollowUp", {
      settings: props.settings,
      kind: "workflow",
      entry: "functions/handlers/follow-up.ts",
      environment: props.environment,
      timeout: Duration.minutes(4),
      errorImpact:
        "Reminders and the digest are not sent, and a decision that did not reach the workflow at once stays where it is.",
      runbookHeading: "follow-up-fails",
    });
    props.dossiers.grantRecord(sweep);
    props.dossiers.grantFindDue(sweep);
    // The dossiers in use, which are counted each hour.
    props.dossiers.grantFindByStage(sweep);
    // The other dossiers of an enquiry's organisation, and the contents of the digest.
    props.dossiers.grantFindByOrganisation(sweep);
    props.dossiers.grantFindOpen(sweep);
    props.dossiers.grantListNewMails(sweep);
    props.dossiers.grantMakeLinks(sweep);
    props.dossiers.grantNoteDigest(sweep);
    props.dossiers.grantForget(sweep);
    props.dossiers.grantKeepLines(sweep);
    props.dossiers.grantPublishEvents(sweep);
    props.mail.grantSend(sweep);
    props.documents.grantKeepMails(sweep);
    props.documents.grantErase(sweep);
    props.logDigests.grantKeep(sweep);
    props.workflow.grantAnswer(sweep);
    props.workflow.grantInterrupt(sweep);
    props.workflow.grantStart(sweep);
    // The sweep parks a dossier whose decision no execution consumes.
    props.workflow.grantReadHistory(sweep);

    props.settings.alarms.add(this, "DoesNotRun", {
      metric: sweep.metricInvocations({ period: EVERY, statistic: "sum" }),
      signal: "heartbeat",
      threshold: 1,
      errorImpact:
        "Follow-up has not run for fifteen minutes: no reminder, no deadline and no late delivery of a decision happens.",
      runbookHeading: "follow-up-does-not-run",
    });

    props.settings.alarms.add(this, "TakesTooLong", {
      metric: sweep.metricDuration({ period: Duration.minutes(15), statistic: "max" }),
      signal: "failures",
      threshold: EVERY.toMilliseconds() / 2,
      errorImpact:
        "A sweep took more than half of its interval: soon it will not end before the next begins.",
      runbookHeading: "follow-up-takes-too-long",
    });
    props.settings.alarms.add(this, "Undelivered", {
      metric: ownMetric("oldestUndelivered", {
        environment: props.settings.environment,
        period: Duration.minutes(15),
        statistic: "max",
      }),
      signal: "failures",
      threshold: DECISION_IS_OLD,
      errorImpact: "Somebody decided, and the workflow does not hear of it: the dossier does not continue.",
      runbookHeading: "a-decision-is-not-delivered",
    });

    props.settings.alarms.add(this, "UnsentMail", {
      metric: ownMetric("oldestUnsentMail", {
        environment: props.settings.environment,
        period: Duration.hours(1),
        statistic: "max",
      }),
      signal: "failures",
      threshold: Duration.days(1).toMinutes(),
      errorImpact: "A mail could not be sent for a day: somebody does not know that it is their turn.",
      runbookHeading: "a-mail-is-not-sent-for-a-day",
    });

    // The next sweep is the retry.
    const deadLetters = new DeadLetters(this, "DeadLetters", {
      settings: props.settings,
      handler: sweep,
      retries: 0,
      maxAge: EVERY,
      errorImpact: "A sweep of follow-up was lost; the next one catches up, unless it fails as well.",
    });
    new Rule(this, "Schedule", {
      description: "LED onboarding: sweep over what is due",
      schedule: Schedule.rate(EVERY),
      targets: [deadLetters.target()],
    });
  }
}
