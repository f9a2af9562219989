import { ComparisonOperator, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";

type Signal = {
  readonly alarmsWhen: ComparisonOperator;
  /** Periods in a row that must be bad. */
  readonly periods: number;
  readonly missing: TreatMissingData;
};

const { GREATER_THAN_OR_EQUAL_TO_THRESHOLD, LESS_THAN_THRESHOLD } = ComparisonOperator;
const { NOT_BREACHING, BREACHING, IGNORE } = TreatMissingData;

/** What alarms listen to, and what it means when a metric has no data. */
export const SIGNALS = {
  /** AWS counts a failure only when something was done: no data is nothing done, and nothing failed. */
  failures: { alarmsWhen: GREATER_THAN_OR_EQUAL_TO_THRESHOLD, periods: 1, missing: NOT_BREACHING },
  /** What must happen all the time. No data is the fault itself: a schedule that was disabled, a function that is gone. */
  heartbeat: { alarmsWhen: LESS_THAN_THRESHOLD, periods: 3, missing: BREACHING },
  /** SQS stops reporting a queue six hours after its last message, while that message still lies there. */
  backlog: { alarmsWhen: GREATER_THAN_OR_EQUAL_TO_THRESHOLD, periods: 1, missing: IGNORE },
  /** A rate over what was sent lately, reported only now and then: what was last known holds. */
  rate: { alarmsWhen: GREATER_THAN_OR_EQUAL_TO_THRESHOLD, periods: 1, missing: IGNORE },
} as const satisfies Record<string, Signal>;

export type SignalName = keyof typeof SIGNALS;
