import * as z from "zod";
import { dictionaryOf, stringOf } from "../foundation/json.ts";
import type { StepFunctions } from "../step-functions/engine.ts";
import type { StateMachine } from "./state-machines.ts";

const Page = z.looseObject({
  executions: z.array(
    z.looseObject({
      executionArn: z.string(),
      stateMachineArn: z.string(),
      name: z.string(),
      status: z.string(),
      startDate: z.number(),
      stopDate: z.number().nullish(),
    }),
  ),
  nextToken: z.string().nullish(),
});
const History = z.looseObject({
  events: z.array(z.looseObject({ id: z.number(), timestamp: z.number(), type: z.string() })),
  nextToken: z.string().nullish(),
});

/** An execution; dates are in epoch seconds, as the API gives them. */
export type Execution = z.infer<typeof Page>["executions"][number];
export type HistoryEvent = z.infer<typeof History>["events"][number];

/** Executions of the given state machines, newest first. */
export async function listExecutions(
  engine: StepFunctions,
  machines: readonly StateMachine[],
  status?: string,
): Promise<Execution[]> {
  const found: Execution[] = [];
  for (const { arn } of machines) {
    let nextToken: string | null | undefined;
    do {
      const { body } = await engine.handle("ListExecutions", {
        stateMachineArn: arn,
        ...(status && { statusFilter: status }),
        ...(nextToken && { nextToken }),
      });
      const page = Page.parse(body);
      found.push(...page.executions);
      nextToken = page.nextToken;
    } while (nextToken);
  }
  return found.sort((left, right) => right.startDate - left.startDate);
}

/** The definition that an execution was started with. */
export async function definitionOf(engine: StepFunctions, executionArn: string): Promise<string | undefined> {
  const { status, body } = await engine.handle("DescribeStateMachineForExecution", { executionArn });
  return status === 200 ? stringOf(dictionaryOf(body)["definition"]) : undefined;
}

export async function historyOf(engine: StepFunctions, executionArn: string): Promise<HistoryEvent[]> {
  const events: HistoryEvent[] = [];
  let nextToken: string | null | undefined;
  do {
    const { body } = await engine.handle("GetExecutionHistory", {
      executionArn,
      ...(nextToken && { nextToken }),
    });
    const page = History.parse(body);
    events.push(...page.events);
    nextToken = page.nextToken;
  } while (nextToken);
  return events;
}
