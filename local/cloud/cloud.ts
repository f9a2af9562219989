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
import type { ReceiptRule } from "../ses/receipt-rules.ts";
import type { Source } from "../template/assembly.ts";

export type CloudOptions = {
  /** Folder of a cloud assembly, or a function that makes the CDK app, which is then synthesized in this process. */
  assembly: Source;
  /** Name of the stack, when the assembly has several. */
  stack?: string;
  /** Folder for the state. Without it, the state is in memory until `stop`. */
  stateFolder?: string;
  /** First of a range of ports; 0, the default, takes any free ones. */
  port?: number;
  clock?: VirtualClock;
  /** Folder for the permissions that the functions used and lacked, written at the end (`npm run permissions`). */
  usesFolder?: string;
  /** While the clock is moved, ticks of one schedule within this many milliseconds become one; a day by default. */
  coalesce?: number;
  /** Whether SES reports each delivered mail. It always reports those to its simulator. */
  deliveries?: boolean;
  /** Maximum number of concurrent invocations; by default twice the number of processors. */
  mostRunning?: number;
  /** Invocations of one function at the same moment; as many as run when left out. */
  mostOfOne?: number;
  /** Certificates of servers elsewhere that functions trust beside the usual ones, as PEM: for webhooks. */
  trusted?: readonly string[];
};

/** A synthesized stack, running on this machine. All addresses are on 127.0.0.1, without a trailing slash. */
export type Cloud = {
  /** The site, including its stage: `http://127.0.0.1:3000/live`. */
  readonly url: string;
  readonly adminUrl: string;
  readonly consoleUrl: string;
  readonly gatewayUrl: string;
  readonly issuerUrl: string;
  /** Port of the server for mail that comes in, on 127.0.0.1. */
  readonly smtpPort: number;
  /** Address of each REST API, including its stage, by name. */
  readonly apis: Readonly<Record<string, string>>;
  readonly clock: VirtualClock;
  /** Moves the clock and runs everything that falls due at its own time. Resolves when all work has finished. */
  advance(milliseconds: number): Promise<void>;
  /** Resolves when no function, execution or event is in progress. */
  settled(): Promise<void>;
  /** Options for an AWS SDK client with all permissions: `new DynamoDBClient(cloud.operator)`. */
  readonly operator: { endpoint: string; region: string; credentials: Credentials };
  /** Options for an AWS SDK client with the permissions of a function. */
  as(functionName: string): Cloud["operator"];
  /** All sent mails, oldest first. */
  mailbox(): Promise<Mail[]>;
  /** The rules for mail that comes in. */
  readonly receiptRules: readonly ReceiptRule[];
  readonly users: readonly LocalUser[];
  /** Client with which people sign in; empty where the template has none. */
  readonly siteClientId: string;
  /** Clients with a secret, which get tokens by client credentials. */
  readonly programs: readonly { name: string; clientId: string; secret: string; scope: string }[];
  /** Signs in one of `users` by the code flow and returns the tokens. */
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
  /** The definition of an execution, as JSON; undefined when the execution does not exist. */
  definition(executionArn: string): Promise<string | undefined>;
  history(executionArn: string): Promise<HistoryEvent[]>;
  /** Names of the template's alarms, which are not evaluated. */
  alarmNames(): string[];
  /** Messages in the (dead-letter) queues, oldest first. */
  messages(queueName?: string): QueueMessage[];
  /** Physical name of a resource, by its type and a part of its logical id. */
  physicalName(type: string, partOfLogicalId?: string): string;
  stop(): Promise<void>;
  /** Ends everything at once, like a power failure: work in progress is neither finished nor rolled back. */
  kill(): Promise<void>;
};
