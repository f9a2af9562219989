import type { VirtualClock } from "../foundation/clock.ts";
import type { Execution, HistoryEvent } from "./executions.ts";
import type { QueueMessage } from "../events/queues.ts";
import type { Credentials } from "../gateway/callers.ts";
import type { Counts } from "../gateway/counts.ts";
import type { Faults } from "../gateway/faults.ts";
import type { FunctionRecord, LambdaAnswer } from "../lambda/lambda.ts";
import type { LogEntry } from "../lambda/logs.ts";
import type { Tokens } from "../oidc/sign-in.ts";
import type { LocalUser } from "../oidc/users.ts";
import type { Mail } from "../ses/mailbox.ts";
import type { Source } from "../template/assembly.ts";

export type CloudOptions = {
  /** Folder of a cloud assembly, or a function that makes the CDK app, which is then synthesized in this process. */
  assembly: Source;
  /** Name of the stack, where the assembly has several. */
  stack?: string;
  /** Where everything is kept; left out, everything is in memory and gone after `stop`. */
  stateFolder?: string;
  /** First of the ports in a row; 0, the default, takes any free ones. */
  port?: number;
  clock?: VirtualClock;
  /** Folder where it writes, when it ends, which rights the functions used and lacked (`npm run permissions`). */
  usesFolder?: string;
  /** Ticks of one schedule closer together than this, in milliseconds, become one while the clock is moved; a day. */
  coalesce?: number;
  /** Invocations that run at the same moment, where many wait for something; twice the processors when left out. */
  mostRunning?: number;
  /** Invocations of one function at the same moment; as many as run when left out. */
  mostOfOne?: number;
};

/** A synthesized stack, running on this machine. All addresses are on 127.0.0.1, without a trailing slash. */
export type Cloud = {
  /** The site, with its stage: `http://127.0.0.1:3000/live`. */
  readonly url: string;
  readonly adminUrl: string;
  readonly consoleUrl: string;
  readonly gatewayUrl: string;
  readonly issuerUrl: string;
  /** Every REST API's address with its stage, by the API's name. */
  readonly apis: Readonly<Record<string, string>>;
  readonly clock: VirtualClock;
  /** Moves the clock; what falls due on the way runs at its own time. Resolves when nothing is under way any more. */
  advance(milliseconds: number): Promise<void>;
  /** Resolves when no function, execution or event is under way. */
  settled(): Promise<void>;
  /** Options for any AWS SDK client, of one who may do everything: `new DynamoDBClient(cloud.operator)`. */
  readonly operator: { endpoint: string; region: string; credentials: Credentials };
  /** The same, of a function: with its rights and no more. */
  as(functionName: string): Cloud["operator"];
  /** Every mail sent, oldest first. */
  mailbox(): Promise<Mail[]>;
  readonly users: readonly LocalUser[];
  /** Signs a user of `users` in by the code flow and returns the tokens. */
  signIn(userId: string): Promise<Tokens>;
  readonly faults: Faults;
  readonly counts: Counts;
  logs(functionName?: string): LogEntry[];
  functionNames(): string[];
  functionRecord(functionName: string): FunctionRecord;
  /** Invokes a function by its physical name. `payload` is the event. */
  invoke(functionName: string, payload: unknown): Promise<LambdaAnswer>;
  /** Executions of all state machines, newest first; `status` as in ListExecutions. */
  executions(status?: string): Promise<Execution[]>;
  /** The definition that an execution runs, as JSON; undefined when there is no such execution. */
  definition(executionArn: string): Promise<string | undefined>;
  history(executionArn: string): Promise<HistoryEvent[]>;
  /** Names of the template's alarms, which are not evaluated. */
  alarmNames(): string[];
  /** Messages in the (dead-letter) queues, oldest first. */
  messages(queueName?: string): QueueMessage[];
  /** Physical name of a resource, by its type and a part of its logical id. */
  physicalName(type: string, partOfLogicalId?: string): string;
  stop(): Promise<void>;
  /** Ends everything at once, as when the machine loses power: what was under way is not finished, nor rolled back. */
  kill(): Promise<void>;
};
