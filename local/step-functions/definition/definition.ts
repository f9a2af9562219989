import type { Json, JsonObject } from "../values/json.ts";

/** Amazon States Language, JSONata states only. The fields follow the language's specification. */
export type StateMachineDefinition = Program & { TimeoutSeconds?: number };
/** A state machine's states, a branch of a Parallel or the processor of a Map. */
export type Program = { StartAt: string; States: { [name: string]: State } };

export type State = TaskState | PassState | ChoiceState | WaitState | EndState | ParallelState | MapState;
export type StateType = State["Type"];

type Described = { Comment?: string; QueryLanguage?: "JSONPath" | "JSONata" };
type Common = Described & { Output?: Json; Assign?: JsonObject };
type Onward = Common & { Next?: string; End?: boolean };
type Recovering = Onward & { Retry?: Retrier[]; Catch?: Catcher[] };

export type Retrier = {
  ErrorEquals: string[];
  IntervalSeconds?: number;
  MaxAttempts?: number;
  BackoffRate?: number;
  MaxDelaySeconds?: number;
  JitterStrategy?: "FULL" | "NONE";
};
export type Catcher = { ErrorEquals: string[]; Next: string; Output?: Json; Assign?: JsonObject };
export type ChoiceRule = { Condition: Json; Next: string; Output?: Json; Assign?: JsonObject };

export type TaskState = Recovering & {
  Type: "Task";
  Resource: string;
  Arguments?: Json;
  TimeoutSeconds?: Json;
  HeartbeatSeconds?: Json;
  Credentials?: { RoleArn: string };
};
export type PassState = Onward & { Type: "Pass" };
export type ChoiceState = Common & { Type: "Choice"; Choices: ChoiceRule[]; Default?: string };
export type WaitState = Onward & { Type: "Wait"; Seconds?: Json; Timestamp?: string };
export type EndState = SucceedState | FailState;
export type SucceedState = Described & { Type: "Succeed"; Output?: Json };
export type FailState = Described & { Type: "Fail"; Error?: string; Cause?: string };
export type ParallelState = Recovering & { Type: "Parallel"; Branches: Program[]; Arguments?: Json };
export type MapState = Recovering & {
  Type: "Map";
  ItemProcessor: Program;
  Items?: Json;
  ItemSelector?: Json;
  MaxConcurrency?: Json;
  ToleratedFailureCount?: Json;
  ToleratedFailurePercentage?: Json;
};

/** The programs within a state: the branches of a Parallel, the processor of a Map, with their paths. */
export function programsWithin(within: State): { path: string; program: Program }[] {
  if (within.Type === "Map") return [{ path: "/ItemProcessor", program: within.ItemProcessor }];
  if (within.Type !== "Parallel") return [];
  return within.Branches.map((branch, index) => ({ path: `/Branches[${index}]`, program: branch }));
}
