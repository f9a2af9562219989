import { Duration } from "aws-cdk-lib";
import * as cloudwatch from "aws-cdk-lib/aws-cloudwatch";
import { Construct } from "constructs";
import type { Side } from "../../functions/domain/people.ts";
import { STAGES, type Stage } from "../../functions/domain/process.ts";
import type { Alarms } from "./alarms.ts";
import type { Mail } from "./mail.ts";
import { ownMetric } from "./own-metrics.ts";
import type { Site } from "./site.ts";
import type { Web } from "./web.ts";
import type { WorkflowMachine } from "./workflow-machine.ts";

export type DashboardProps = {
  readonly environment: string;
  readonly alarms: Alarms;
  readonly mail: Mail;
  readonly onboarding: WorkflowMachine;
  readonly site: Site;
  readonly web: Web;
};

const HOUR = Duration.hours(1);
const WEEK = Duration.days(7);
const WIDTH = 24;
/** AWS publishes the costs of every region in this one. */
const BILLING_REGION = "us-east-1";
const SIDES = {
  consumer: "the consumer",
  led: "the LED",
} as const satisfies Record<Side, string>;

const STAGE_NAMES = {
  CONTACT: "1 Contact",
  INTAKE: "2 Intake",
  DPIA: "3 DPIA",
  PROTOCOL: "4 Protocol",
  MAGDA: "5 MAGDA",
  IN_USE: "6 In use",
  OUT_OF_USE: "7 Out of use",
} as const satisfies Record<Stage, string>;

const text = (...lines: string[]) =>
  new cloudwatch.TextWidget({
    markdown: lines.join("\n"),
    width: WIDTH,
    height: 1 + lines.length,
    background: cloudwatch.TextWidgetBackground.TRANSPARENT,
  });
const graph = (title: string, left: cloudwatch.IMetric[], more: Partial<cloudwatch.GraphWidgetProps> = {}) =>
  new cloudwatch.GraphWidget({ title, left, width: WIDTH / 2, leftYAxis: { min: 0 }, ...more });
const values = (title: string, metrics: cloudwatch.IMetric[], width = WIDTH) =>
  new cloudwatch.SingleValueWidget({ title, metrics, width, height: 4, setPeriodToTimeRange: false });

/** One page, from what concerns the people of the LED to what concerns operators, with a sentence above each part. */
export class Dashboard extends Construct {
  readonly #environment: string;

  constructor(scope: Construct, id: string, props: DashboardProps) {
    super(scope, id);
    this.#environment = props.environment;
    new cloudwatch.Dashboard(this, "Dashboard", {
      dashboardName: `led-${props.environment}-onboarding`,
      defaultInterval: WEEK,
      widgets: [
        ...this.#dossiers(),
        ...leadTimes(props.onboarding, this.#own),
        ...mails(props.mail, this.#own),
        ...answers(props),
        ...this.#operations(props.alarms),
      ],
    });
  }

  readonly #own: Own = (name, label, more = {}) =>
    ownMetric(name, {
      environment: this.#environment,
      period: HOUR,
      statistic: cloudwatch.Stats.MAXIMUM,
      label,
      ...more,
    });

  #dossiers(): cloudwatch.IWidget[][] {
    const own = this.#own;
    const bySide = (name: "openTasks" | "lateTasks", what: string) =>
      Object.entries(SIDES).map(([side, words]) => own(name, `${what} ${words}`, { of: { side } }));
    return [
      [text("## Dossiers", "How many there are, and for whom they wait. Counted once an hour.")],
      [
        values("Now", [
          ...bySide("openTasks", "Tasks open for"),
          ...bySide("lateTasks", "Too late at"),
          own("dossiersOnHold", "On hold"),
          own("dossiersStopped", "Stopped by a failure"),
        ]),
      ],
      [
        graph(
          "Dossiers by stage",
          STAGES.map((stage) => own("dossiersInStage", STAGE_NAMES[stage], { of: { stage } })),
          { stacked: true },
        ),
        graph("Tasks after their deadline", bySide("lateTasks", "Too late at")),
      ],
    ];
  }

  #operations(alarms: Alarms): cloudwatch.IWidget[][] {
    const lambda = (metricName: string) =>
      new cloudwatch.Metric({
        namespace: "AWS/Lambda",
        metricName,
        label: `${metricName} of all functions of the account`,
        statistic: "sum",
        period: HOUR,
      });
    const cost = new cloudwatch.Metric({
      namespace: "AWS/Billing",
      metricName: "EstimatedCharges",
      dimensionsMap: { Currency: "USD" },
      region: BILLING_REGION,
      label: "Cost of the account this month, in USD",
      statistic: cloudwatch.Stats.MAXIMUM,
      period: Duration.hours(6),
    });
    return [
      [text("## Operations", "What is wrong now. Each alarm ends with the address of its runbook heading.")],
      [
        new cloudwatch.AlarmStatusWidget({
          title: "Alarms",
          alarms: alarms.all,
          width: WIDTH,
          height: 8,
          sortBy: cloudwatch.AlarmStatusWidgetSortBy.STATE_UPDATED_TIMESTAMP,
        }),
      ],
      [
        graph("Failures", [
          lambda("Errors"),
          lambda("Throttles"),
          this.#own("dossierParked", "Dossiers that stopped", { statistic: "sum" }),
        ]),
        graph("Oldest decision that was not delivered, in minutes", [this.#own("oldestUndelivered", "Age")]),
      ],
      [values("Costs", [cost])],
    ];
  }
}

type Own = (
  name: Parameters<typeof ownMetric>[0],
  label: string,
  more?: Partial<Parameters<typeof ownMetric>[1]>,
) => cloudwatch.Metric;

function leadTimes(onboarding: WorkflowMachine, own: Own): cloudwatch.IWidget[][] {
  const { stateMachine } = onboarding;
  const counted = (metric: "Started" | "Succeeded" | "Failed", label: string) =>
    stateMachine.metric(`Executions${metric}`, { period: HOUR, statistic: "sum", label });
  return [
    [
      graph(
        "Days in a stage, on average, when it was left",
        STAGES.filter((stage) => stage !== "IN_USE" && stage !== "OUT_OF_USE").map((stage) =>
          own("daysInStage", STAGE_NAMES[stage], {
            of: { stage },
            period: WEEK,
            statistic: cloudwatch.Stats.AVERAGE,
          }),
        ),
      ),
      graph("Workflow of the onboardings", [
        counted("Started", "Started"),
        counted("Succeeded", "Completed"),
        counted("Failed", "Failed"),
      ]),
    ],
  ];
}

function mails({ undelivered }: Mail, own: Own): cloudwatch.IWidget[][] {
  const matched = (what: keyof typeof undelivered, label: string) =>
    new cloudwatch.Metric({
      namespace: "AWS/Events",
      metricName: "MatchedEvents",
      dimensionsMap: { RuleName: undelivered[what].ruleName },
      label,
      statistic: "sum",
      period: HOUR,
    });
  const sent = new cloudwatch.Metric({
    namespace: "AWS/SES",
    metricName: "Send",
    label: "Sent by the account",
    statistic: "sum",
    period: HOUR,
  });
  return [
    [text("## Mails", "A mail that did not arrive is a person who does not know that it is their turn.")],
    [values("Now", [own("oldestUnsentMail", "Minutes that the oldest mail waits to be sent")])],
    [
      graph("Sent", [sent]),
      graph("Not arrived", [
        matched("Bounced", "Bounced"),
        matched("Suppressed", "Suppressed: the address bounced before"),
        matched("Refused", "Complaint, or rejected by SES"),
      ]),
    ],
  ];
}

function answers({ site, web }: DashboardProps): cloudwatch.IWidget[][] {
  const slow = { period: HOUR, statistic: "p95" };
  return [
    [text("## Site", "What people notice: failures, and pages that take long.")],
    [
      graph("Requests", [
        site.api.metricCount({ period: HOUR, label: "All" }),
        site.api.metricClientError({ period: HOUR, label: "Refused (4XX)" }),
        site.api.metricServerError({ period: HOUR, label: "Failed (5XX)" }),
      ]),
      graph("Time of the slowest twentieth, in milliseconds", [
        web.publicWeb.metricDuration({ ...slow, label: "Public pages" }),
        web.adminWeb.metricDuration({ ...slow, label: "Admin pages and API" }),
      ]),
    ],
  ];
}
