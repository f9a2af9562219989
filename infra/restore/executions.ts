import {
  ListStateMachinesCommand,
  paginateGetExecutionHistory,
  paginateListExecutions,
  type SFNClient,
  StopExecutionCommand,
} from "@aws-sdk/client-sfn";
import * as z from "zod";
import { stateMachineName, WORKFLOWS } from "../../statemachine/contract.ts";

export type Execution = { arn: string; dossierId: string; run: number; isRunning: boolean };
/** A decision that an execution consumed. */
export type Decided = { dossierId: string; task: string; outcome: string; at: string };

/** Executions that run, or ended from `since` on. Their name is `<dossier id>-<run>`. */
export async function executionsSince(
  client: SFNClient,
  environment: string,
  since: string,
): Promise<Execution[]> {
  const names = WORKFLOWS.map((workflow) => stateMachineName(environment, workflow));
  const { stateMachines = [] } = await client.send(new ListStateMachinesCommand({ maxResults: 1000 }));
  const found: Execution[] = [];
  for (const { name: machine = "", stateMachineArn } of stateMachines)
    if (names.includes(machine))
      for await (const { executions = [] } of paginateListExecutions({ client }, { stateMachineArn }))
        for (const { executionArn: arn = "", name = "", status, stopDate } of executions) {
          const isRunning = status === "RUNNING";
          if (isRunning || (stopDate && stopDate.toISOString() >= since)) {
            const [, dossierId = "", number] = /^(.+)-(\d+)$/.exec(name) ?? [];
            found.push({ arn, dossierId, run: Number(number), isRunning });
          }
        }
  return found;
}

const Output = z.object({ task: z.string(), outcome: z.string() });

/** The decisions that an execution consumed from `since` on, oldest first. */
export async function decidedSince(
  client: SFNClient,
  { arn, dossierId }: Execution,
  since: string,
): Promise<Decided[]> {
  const decided: Decided[] = [];
  const query = { executionArn: arn, reverseOrder: true, includeExecutionData: true };
  for await (const { events = [] } of paginateGetExecutionHistory({ client }, query))
    for (const { timestamp, taskSucceededEventDetails } of events) {
      const at = timestamp?.toISOString() ?? "";
      if (at < since) return decided.reverse();
      const output = outputOf(taskSucceededEventDetails?.output);
      if (output.success) decided.push({ dossierId, at, ...output.data });
    }
  return decided.reverse();
}

function outputOf(json = "null") {
  try {
    return Output.safeParse(JSON.parse(json));
  } catch {
    return Output.safeParse(undefined);
  }
}

export const stopExecution = async (client: SFNClient, { arn }: Execution): Promise<void> => {
  await client.send(
    new StopExecutionCommand({ executionArn: arn, error: "Restored", cause: "The table was restored" }),
  );
};
