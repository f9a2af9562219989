import * as z from "zod";
import type { ExecutionRecord } from "../store/records.ts";
import { redriveStatus } from "../integrations/start-execution.ts";
import { Run } from "../run/run.ts";
import { historyOf } from "./history.ts";
import { operation, page, paging, reason, toSeconds } from "./input.ts";
import { describeRevision } from "./machines.ts";

const executionArn = z.string().min(1).max(256);
const included = { included: true };
const startInput = z.object({
  stateMachineArn: z.string(),
  name: z.string().optional(),
  input: z.string().default("{}"),
  traceHeader: z.string().optional(),
});
const STATUSES = ["RUNNING", "SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED", "PENDING_REDRIVE"] as const;

export const EXECUTIONS = {
  StartExecution: operation(startInput, async ({ machines, executions }, { stateMachineArn, ...start }) => {
    const started = await executions.start(machines.current(stateMachineArn), start);
    const { arn, startDate } = started instanceof Run ? started.record : started;
    return { executionArn: arn, startDate: toSeconds(startDate) };
  }),

  StopExecution: operation(
    z.object({ executionArn, ...reason }),
    async ({ executions }, { executionArn: arn, error, cause }) => {
      const { stopDate } = await executions.stop(arn, { error, cause });
      return { stopDate: toSeconds(stopDate ?? 0) };
    },
  ),

  DescribeExecution: operation(z.object({ executionArn }), (service, { executionArn: arn }) =>
    describe(service.executions.get(arn), service.options.clock.now()),
  ),

  DescribeStateMachineForExecution: operation(
    z.object({ executionArn }),
    (service, { executionArn: arn }) => {
      const { revisionId } = service.executions.get(arn);
      const revision = service.machines.revision(revisionId);
      return { ...describeRevision(revision), updateDate: toSeconds(revision.updatedAt) };
    },
  ),

  GetExecutionHistory: operation(
    z.object({
      ...{ executionArn, ...paging },
      reverseOrder: z.boolean().default(false),
      includeExecutionData: z.boolean().default(true),
    }),
    (service, input) => {
      const { sequence } = service.executions.get(input.executionArn);
      const events = historyOf(service.store.events(sequence), input);
      const { items, next } = page(events, input);
      return { events: items, ...next };
    },
  ),

  ListExecutions: operation(
    z.object({
      ...{ stateMachineArn: z.string(), ...paging },
      statusFilter: z.enum(STATUSES).optional(),
    }),
    (service, { stateMachineArn, statusFilter, ...wanted }) => {
      const { items, next } = page(
        service.store
          .executionsOf(service.machines.get(stateMachineArn).arn)
          .filter(({ status }) => statusFilter === undefined || status === statusFilter),
        wanted,
      );
      return { executions: items.map(summarize), ...next };
    },
  ),
};

function summarize(record: ExecutionRecord) {
  const { arn, machineArn, name, status, startDate, stopDate } = record;
  return {
    ...{ executionArn: arn, stateMachineArn: machineArn, name, status, startDate: toSeconds(startDate) },
    ...(stopDate === null ? {} : { stopDate: toSeconds(stopDate) }),
    redriveCount: 0,
  };
}

const data = ({ input, output, error, cause, traceHeader }: ExecutionRecord) => ({
  ...{ input, inputDetails: included },
  ...(output === null ? {} : { output, outputDetails: included }),
  ...{ error, cause, traceHeader },
});

const describe = (record: ExecutionRecord, now: number) => ({
  ...summarize(record),
  ...data(record),
  ...redriveStatus(record, now),
});
