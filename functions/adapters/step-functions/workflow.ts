import {
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  SendTaskFailureCommand,
  SendTaskSuccessCommand,
  type SFNClient,
  StartExecutionCommand,
} from "@aws-sdk/client-sfn";
import { type ExecutionInput, type WorkflowName, workflowOfStage } from "../../../statemachine/contract.ts";
import { GiveUp } from "../../domain/errors.ts";
import type { Delivery, Execution, Workflow } from "../../domain/ports.ts";
import { asOurs } from "../shared/foreign-error.ts";

/** The execution does not, or no longer, wait for this token. */
const STALE = ["TaskTimedOut", "TaskDoesNotExist", "InvalidToken"];

/** Number of events to search for the last successful state: more than all retries of later states produce. */
const EVENTS_BACK = 200;

export function createWorkflow(client: SFNClient, arns: Record<WorkflowName, string>): Workflow {
  const executionName = (dossierId: string, run: number) => `${dossierId}-${run}`;
  const arnOf = ({ dossierId, run, workflow }: Execution) =>
    `${arns[workflow].replace(":stateMachine:", ":execution:")}:${executionName(dossierId, run)}`;
  const isRunning = (execution: Execution) =>
    translated(execution.dossierId, async () => {
      const executionArn = arnOf(execution);
      const { status } = await client.send(new DescribeExecutionCommand({ executionArn }));
      return status === "RUNNING";
    }).catch((error: unknown) => {
      if (error instanceof GiveUp && nameOf(error.cause) === "ExecutionDoesNotExist") return false;
      throw error;
    });

  return {
    isRunning,

    lastStateOf: (execution) =>
      translated(execution.dossierId, async () => {
        const { events = [] } = await client.send(
          new GetExecutionHistoryCommand({
            executionArn: arnOf(execution),
            reverseOrder: true,
            includeExecutionData: false,
            maxResults: EVENTS_BACK,
          }),
        );
        return events.find(({ type }) => type === "TaskStateExited")?.stateExitedEventDetails?.name;
      }),

    start: ({ dossierId, run, resumeFrom }) =>
      translated(dossierId, async () => {
        const input: ExecutionInput = { dossierId, run, resumeFrom };
        const workflow = workflowOfStage(resumeFrom);
        try {
          await client.send(
            new StartExecutionCommand({
              stateMachineArn: arns[workflow],
              name: executionName(dossierId, run),
              input: JSON.stringify(input),
            }),
          );
          return "started";
        } catch (error) {
          if (nameOf(error) !== "ExecutionAlreadyExists") throw error;
          return (await isRunning({ dossierId, run, workflow })) ? "started" : "taken";
        }
      }),

    answer: (taskToken, result) =>
      delivered(result.task, () =>
        client.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(result) })),
      ),

    fail: (taskToken, error) =>
      delivered(error, () => client.send(new SendTaskFailureCommand({ taskToken, error, cause: error }))),
  };
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : "");

async function delivered(key: string, send: () => Promise<unknown>): Promise<Delivery> {
  try {
    await translated(key, send);
    return "accepted";
  } catch (error) {
    if (error instanceof GiveUp && STALE.includes(nameOf(error.cause))) return "stale";
    throw error;
  }
}

/** Runs a command and translates its errors to domain errors, with the key concerned. */
async function translated<Result>(key: string, command: () => Promise<Result>): Promise<Result> {
  try {
    return await command();
  } catch (error) {
    throw asOurs("WORKFLOW", error, { key });
  }
}
