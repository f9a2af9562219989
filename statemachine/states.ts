import { Duration } from "aws-cdk-lib";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import * as sfn from "aws-cdk-lib/aws-stepfunctions";
import { LambdaInvoke, type LambdaInvokeJsonataProps } from "aws-cdk-lib/aws-stepfunctions-tasks";
import type { Construct } from "constructs";
import {
  ERRORS,
  type HumanStateName,
  type RaiseRoundPayload,
  type StateName,
  type SystemStateName,
} from "./contract.ts";

export type StateFunctions = Record<StateName, IFunction>;
type Assignments = Record<string, string>;
type Next<Name extends string> = Record<Name, sfn.IChainable>;

/** Safety net only: clocks in the table handle reminders and expiry, and an execution may last a year. */
const HUMAN_TIMEOUT = Duration.days(330);

/**
 * No jitter: the pauses must outlast the claim on a mail whose sender died (claim-mail.ts). Drawn at random, all of them
 * together can be shorter.
 */
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
};
/** The function crashed or timed out. Every step is idempotent, so the workflow retries it. */
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

/** `StatePayload` of a state inside the branch, where the variables exist. */
const payload = (state: StateName) => ({
  state,
  dossierId: "{% $dossierId %}",
  run: "{% $run %}",
  previous: "{% $previous %}",
});

/** `StatePayload` of a state outside the branch. The variables do not exist there; the execution's input does. */
const payloadOutside = (state: StateName) => ({
  state,
  dossierId: "{% $states.context.Execution.Input.dossierId %}",
  run: "{% $states.context.Execution.Input.run %}",
  previous: "{% null %}",
});

/** A state that invokes a function. It never retries `States.ALL`: that would retry `Withdrawn`. */
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

/** Enters a stage and continues at the state where the stage's current round starts. */
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

/** A Choice on one value; an unknown value continues at `otherwise`. */
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

/** Builds the states of one workflow. The step files name the states; onboarding.ts and out-of-use.ts connect them. */
export class StateBuilder {
  readonly #scope: Construct;
  readonly #functions: StateFunctions;
  /** Functions that this workflow invokes. */
  readonly used = new Set<StateName>();
  /** Fails on an outcome without a branch. The Parallel catches the error, and the dossier is parked. */
  readonly unknown: sfn.Fail;

  constructor(scope: Construct, functions: StateFunctions) {
    this.#scope = scope;
    this.#functions = functions;
    this.unknown = sfn.Fail.jsonata(scope, "UnknownOutcome", {
      error: ERRORS.UnknownOutcome,
      cause: "The workflow has no branch for what the last state answered",
    });
  }

  enter(name: SystemStateName, assign: Assignments = {}): EnterState {
    return new EnterState(this.#scope, name, { ...this.#invoke(name, payload(name)), assign }, this.unknown);
  }

  human(state: HumanStateName, choice: string, assign: Assignments = {}): HumanState {
    const input = { ...payload(state), taskToken: "{% $states.context.Task.Token %}" };
    const props = { ...this.#invoke(state, input), assign };
    return new HumanState(this.#scope, { state, choice }, props, this.unknown);
  }

  /** A system state: its function answers without a person. */
  system(name: SystemStateName, assign?: Assignments): FunctionState {
    return new FunctionState(this.#scope, name, {
      ...this.#invoke(name, payload(name)),
      ...(assign && { assign }),
    });
  }

  /** A loop: each named stage gets a next round, which starts at the given state. */
  nextRound(id: string, restarts: RaiseRoundPayload["restarts"]): FunctionState {
    const input = { ...payload("RaiseRound"), restarts };
    return new FunctionState(this.#scope, id, this.#invoke("RaiseRound", input));
  }

  /** A state outside the branch, reached through its Catch. */
  afterwards(id: string, name: StateName, more: Assignments = {}): FunctionState {
    return new FunctionState(this.#scope, id, this.#invoke(name, { ...payloadOutside(name), ...more }));
  }

  #invoke(name: StateName, input: object): LambdaInvokeJsonataProps {
    this.used.add(name);
    return { lambdaFunction: this.#functions[name], payload: sfn.TaskInput.fromObject(input) };
  }
}
