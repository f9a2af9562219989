import type { Duration } from "aws-cdk-lib";
import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import { METRICS } from "../../functions/adapters/shared/observability.ts";

type OwnMetric = Exclude<keyof typeof METRICS, "namespace">;
export type OwnMetricProps = {
  readonly environment: string;
  readonly period: Duration;
  /** Default: the sum, for what is counted. */
  readonly statistic?: string;
  /** Dimensions of this metric alone: `stage`, `side`. */
  readonly of?: Record<string, string>;
  readonly label?: string;
};

/** A metric that the functions write (functions/adapters/shared/observability.ts), of one environment. */
export const ownMetric = (name: OwnMetric, { environment, of, ...props }: OwnMetricProps): Metric =>
  new Metric({
    namespace: METRICS.namespace,
    metricName: METRICS[name],
    dimensionsMap: { service: "led-onboarding", environment, ...of },
    statistic: "sum",
    ...props,
  });
