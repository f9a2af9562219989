import { Duration } from "aws-cdk-lib";
import { Rule, Schedule } from "aws-cdk-lib/aws-events";
import { Construct } from "constructs";
import { DeadLetters } from "./dead-letters.ts";
import type { Dossiers } from "./dossiers.ts";
import { ownMetric } from "./own-metrics.ts";
import { type FunctionSettings, ServiceFunction } from "./service-function.ts";

export type WebhooksProps = {
  readonly settings: FunctionSettings;
  readonly dossiers: Dossiers;
  /** Hosts that may be called. */
  readonly hosts: readonly string[];
};

const EVERY = Duration.minutes(1);

/** Delivers events to the programs that asked for them. Its function reads no dossier: only the outbox. */
export class Webhooks extends Construct {
  constructor(scope: Construct, id: string, { settings, dossiers, hosts }: WebhooksProps) {
    super(scope, id);
    const deliver = new ServiceFunction(this, "DeliverEvents", {
      settings,
      kind: "webhooks",
      entry: "functions/handlers/webhooks.ts",
      environment: { TABLE_NAME: dossiers.tableName, WEBHOOK_HOSTS: hosts.join(" ") },
      timeout: Duration.seconds(55),
      errorImpact: "Programs are not told of events; nobody else notices, and nothing is lost.",
      runbookHeading: "an-event-is-not-delivered",
      alarmAtErrors: 3,
    });
    dossiers.grantDeliverEvents(deliver);
    settings.alarms.add(this, "GivenUp", {
      metric: ownMetric("eventGivenUp", {
        environment: settings.environment,
        period: Duration.minutes(5),
      }),
      signal: "failures",
      threshold: 1,
      errorImpact: "A program did not take an event for two days, and does not know of it.",
      runbookHeading: "an-event-is-not-delivered",
    });
    settings.alarms.add(this, "DoesNotRun", {
      metric: deliver.metricInvocations({ period: Duration.minutes(5), statistic: "sum" }),
      signal: "heartbeat",
      threshold: 1,
      errorImpact: "No event was delivered for fifteen minutes: programs do not know what happens.",
      runbookHeading: "an-event-is-not-delivered",
    });
    // The next run is the retry.
    const deadLetters = new DeadLetters(this, "DeadLetters", {
      ...{ settings, handler: deliver, retries: 0, maxAge: EVERY },
      errorImpact: "A delivery of events was lost; the next one catches up, unless it fails as well.",
    });
    new Rule(this, "Schedule", {
      description: "LED onboarding: events for programs",
      schedule: Schedule.rate(EVERY),
      targets: [deadLetters.target()],
    });
  }
}
