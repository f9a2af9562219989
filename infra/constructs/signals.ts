import { ComparisonOperator, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";

type Signal = {
  readonly alarmsWhen: ComparisonOperator;
  /** Consecutive periods over the threshold that raise the alarm. */
  readonly periods: number;
  readonly missing: TreatMissingData;
};

const { GREATER_THAN_OR_EQUAL_TO_THRESHOLD, LESS_THAN_THRESHOLD } = ComparisonOperator;
const { NOT_BREACHING, BREACHING, IGNORE } = TreatMissingData;

/** Kinds of metric behind alarms, and the meaning of missing data for each. */
export const SIGNALS = {
  /** AWS counts failures only during activity: missing data means no activity and no failures. */
  failures: { alarmsWhen: GREATER_THAN_OR_EQUAL_TO_THRESHOLD, periods: 1, missing: NOT_BREACHING },
  /**
   * An event that must keep happening. Missing data is the fault itself, such as a disabled schedule or a missing
   * function.
   */
  heartbeat: { alarmsWhen: LESS_THAN_THRESHOLD, periods: 3, missing: BREACHING },
  /**
   * SQS stops reporting a queue six hours after its last message, even while that message remains. Missing data keeps
   * the last state.
   */
  backlog: { alarmsWhen: GREATER_THAN_OR_EQUAL_TO_THRESHOLD, periods: 1, missing: IGNORE },
  /** Days that remain until an end. Reported twice a day: missing data keeps the last state. */
  countdown: { alarmsWhen: LESS_THAN_THRESHOLD, periods: 1, missing: IGNORE },
  /** A rate over recent mail, reported irregularly. Missing data keeps the last state. */
  rate: { alarmsWhen: GREATER_THAN_OR_EQUAL_TO_THRESHOLD, periods: 1, missing: IGNORE },
} as const satisfies Record<string, Signal>;

export type SignalName = keyof typeof SIGNALS;
