import type { ExecutionRecord, ExecutionStatus } from "../store/records.ts";

/** The fields of EventBridge's "Step Functions Execution Status Change". Times are epoch milliseconds. */
export type StatusChange = {
  executionArn: string;
  stateMachineArn: string;
  name: string;
  status: ExecutionStatus;
  startDate: number;
  stopDate: number | null;
  input: string;
  output: string | null;
  error?: string;
  cause?: string;
};

/** The event of a start omits later values. */
export function statusChange(record: ExecutionRecord, status: ExecutionStatus): StatusChange {
  const { arn, machineArn, name, startDate, stopDate, input, output, error, cause } = record;
  const isEnd = status !== "RUNNING";
  return {
    ...{ executionArn: arn, stateMachineArn: machineArn, name, status, startDate, input },
    stopDate: isEnd ? stopDate : null,
    output: isEnd ? output : null,
    ...(isEnd && error !== undefined ? { error } : {}),
    ...(isEnd && cause !== undefined ? { cause } : {}),
  };
}
