import { Duration } from "aws-cdk-lib";
import * as cloudwatch from "aws-cdk-lib/aws-cloudwatch";
import { Construct } from "constructs";
import { parked } from "./parking.ts";
import type { Site } from "./site.ts";
import type { Web } from "./web.ts";
import type { WorkflowMachine } from "./workflow-machine.ts";

export type DashboardProps = {
  readonly environment: string;
  readonly onboarding: WorkflowMachine;
  readonly site: Site;
  readonly web: Web;
};

const period = Duration.hours(1);

/** One page with running executions, failures and the symptoms that people notice. */
export class Dashboard extends Construct {
  constructor(scope: Construct, id: string, { environment, onboarding, site, web }: DashboardProps) {
    super(scope, id);
    const { stateMachine } = onboarding;
    const graph = (title: string, left: cloudwatch.IMetric[]) =>
      new cloudwatch.GraphWidget({ title, left, width: 12 });
    new cloudwatch.Dashboard(this, "Dashboard", {
      dashboardName: `led-${environment}-onboarding`,
      widgets: [
        [
          graph("Onboardings", [
            stateMachine.metricStarted({ period }),
            stateMachine.metricSucceeded({ period }),
            stateMachine.metricFailed({ period }),
          ]),
          graph("Site", [
            site.api.metricCount({ period }),
            site.api.metricClientError({ period }),
            site.api.metricServerError({ period }),
          ]),
        ],
        [
          graph("Response time of the pages (p95)", [
            web.publicWeb.metricDuration({ period, statistic: "p95" }),
            web.adminWeb.metricDuration({ period, statistic: "p95" }),
          ]),
          graph("Parked dossiers", [parked(period)]),
        ],
      ],
    });
  }
}
