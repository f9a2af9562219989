import { Duration } from "aws-cdk-lib";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import * as sfn from "aws-cdk-lib/aws-stepfunctions";
import { LambdaInvoke, type LambdaInvokeJsonataProps } from "aws-cdk-lib/aws-stepfunctions-tasks";
import type { Construct } from "constructs";
import { ERRORS, type RaiseRoundPayload, type StateName } from "./contract.ts";

export type StateFunctions = Record<StateName, IFunction>;
type Assignments = Record<string, string>;
type Next<Name extends string> = Record<Name, sfn.IChainable>;

/** A net only: reminders and expiry are clocks in the table, and an execution may last a year. */
const HUMAN_TIMEOUT = Duration.days(330);

const outside = {
  errors: [
    ERRORS.RetryLater,
    "Lambda.ServiceException",
    "Lambda.AWSLambdaException",
    "Lambda.SdkClientException",
    "Lambda.TooManyRequestsException",
    "Lambda.ClientExecutionTimeoutException",
  ],
  interval: Duration.seconds(5),
  backoffRate: 2,
  maxAttempts: 8,
  maxDelay: Duration.minutes(5),
  jitterStrategy: sfn.JitterType.FULL,
};
/** The function ended under way or ran out of time: every step is idempotent, so it may simply run again. */
const lost = {
  errors: ["Lambda.Unknown", "Sandbox.Timedout", "Runtime.ExitError"],
  interval: Duration.seconds(10),
  backoffRate: 2,
  maxAttempts: 3,
  jitterStrategy: sfn.JitterType.FULL,
};
const conflict = {
  errors: [ERRORS.Conflict],
  interval: Duration.seconds(1),
  backoffRate: 2,
  maxAttempts: 5,
  jitterStrategy: sfn.JitterType.FULL,
};

/** What every state hands to its function inside the branch, where the variables live: `StatePayload`. */
const payload = (state: StateName) => ({
  state,
  dossierId: "{% $dossierId %}",
  run: "{% $run %}",
  previous: "{% $previous %}",
});

/** The same outside the branch: its variables are gone there, the execution's input is not. */
const payloadOutside = (state: StateName) => ({
  state,
  dossierId: "{% $states.context.Execution.Input.dossierId %}",
  run: "{% $states.context.Execution.Input.run %}",
  previous: "{% null %}",
});

/** A state behind which a function stands. Never retries `States.ALL`: that would retry `Withdrawn`. */
export class FunctionState extends LambdaInvoke {
  constructor(scope: Construct, id: string, props: LambdaInvokeJsonataProps) {
    super(scope, id, {
      queryLanguage: sfn.QueryLanguage.JSONATA,
      retryOnServiceExceptions: false,
      outputs: {},
      ...props,
    });
    this.addRetry(outside);
    this.addRetry(lost);
    this.addRetry(conflict);
  }
}

/** Enters a stage; goes to the state at which the stage's current round starts. */
export class EnterState extends FunctionState {
  readonly #scope: Construct;
  readonly #name: string;
  readonly #unknown: sfn.IChainable;

  constructor(scope: Construct, name: StateName, props: LambdaInvokeJsonataProps, unknown: sfn.IChainable) {
    super(scope, name, {
      ...props,
      assign: { entry: "{% $states.result.Payload.entry %}", ...props.assign },
    });
    this.#scope = scope;
    this.#name = name;
    this.#unknown = unknown;
  }

  startsAt(entries: Partial<Next<StateName>>): void {
    this.next(choose(this.#scope, `${this.#name}Where?`, "$entry", entries, this.#unknown));
  }
}

/** Waits for a person, then branches on the outcome of the decision. */
export class HumanState extends FunctionState {
  readonly #scope: Construct;
  readonly #choice: string;
  readonly #unknown: sfn.IChainable;

  constructor(
    scope: Construct,
    names: { state: StateName; choice: string },
    props: LambdaInvokeJsonataProps,
    unknown: sfn.IChainable,
  ) {
    super(scope, names.state, {
      integrationPattern: sfn.IntegrationPattern.WAIT_FOR_TASK_TOKEN,
      taskTimeout: sfn.Timeout.duration(HUMAN_TIMEOUT),
      outputs: { task: "{% $states.result.task %}", outcome: "{% $states.result.outcome %}" },
      ...props,
      assign: {
        previous: "{% $states.result.task %}",
        outcome: "{% $states.result.outcome %}",
        ...props.assign,
      },
    });
    this.#scope = scope;
    this.#choice = names.choice;
    this.#unknown = unknown;
  }

  decides(outcomes: Next<string>): void {
    this.next(choose(this.#scope, this.#choice, "$outcome", outcomes, this.#unknown));
  }
}

/** A Choice on one value; what the process does not know goes to `otherwise`. */
export function choose(
  scope: Construct,
  id: string,
  value: string,
  options: Partial<Next<string>>,
  otherwise: sfn.IChainable,
): sfn.Choice {
  const choice = sfn.Choice.jsonata(scope, id);
  for (const [option, next] of Object.entries(options))
    if (next) choice.when(sfn.Condition.jsonata(`{% ${value} = '${option}' %}`), next);
  return choice.otherwise(otherwise);
}

/** Builds the states of one workflow; the step files name them, onboarding.ts connects them. */
export class StateBuilder {
  readonly #scope: Construct;
  readonly #functions: StateFunctions;
  /** The functions that this workflow calls. */
  readonly used = new Set<StateName>();
  /** An outcome that no branch knows: caught by the Parallel, and the dossier is parked. */
  readonly unknown: sfn.Fail;

  constructor(scope: Construct, functions: StateFunctions) {
    this.#scope = scope;
    this.#functions = functions;
    this.unknown = sfn.Fail.jsonata(scope, "UnknownOutcome", {
      error: ERRORS.UnknownOutcome,
      cause: "The workflow has no branch for what the last state answered",
    });
  }

  enter(name: StateName, assign: Assignments = {}): EnterState {
    return new EnterState(this.#scope, name, { ...this.#invoke(name, payload(name)), assign }, this.unknown);
  }

  human(state: StateName, choice: string, assign: Assignments = {}): HumanState {
    const input = { ...payload(state), taskToken: "{% $states.context.Task.Token %}" };
    const props = { ...this.#invoke(state, input), assign };
    return new HumanState(this.#scope, { state, choice }, props, this.unknown);
  }

  /** A step of the system. */
  system(name: StateName): FunctionState {
    return new FunctionState(this.#scope, name, this.#invoke(name, payload(name)));
  }

  /** A loop: the stages named get their next round, each from the state named. */
  nextRound(id: string, restarts: RaiseRoundPayload["restarts"]): FunctionState {
    const input = { ...payload("RaiseRound"), restarts };
    return new FunctionState(this.#scope, id, this.#invoke("RaiseRound", input));
  }

  /** A state outside the branch, reached by its Catch. */
  afterwards(id: string, name: StateName, more: Assignments = {}): FunctionState {
    return new FunctionState(this.#scope, id, this.#invoke(name, { ...payloadOutside(name), ...more }));
  }

  #invoke(name: StateName, input: object): LambdaInvokeJsonataProps {
    this.used.add(name);
    return { lambdaFunction: this.#functions[name], payload: sfn.TaskInput.fromObject(input) };
  }
}
