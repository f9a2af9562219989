import type { State } from "../definition/definition.ts";
import type { Bindings } from "../expressions/direct-expressions.ts";
import { isExpression, unexpectedType } from "../expressions/expressions.ts";
import { dataLimitExceeded, StateFailure } from "../values/failures.ts";
import { isTooLarge, type Json, type JsonObject } from "../values/json.ts";
import type { Branch, Visit } from "../store/records.ts";
import type { Run } from "./run.ts";
import { writeTimestamp } from "../values/timestamps.ts";

/** Parts of `$states` that only some fields can read. */
export type Seen = { result?: Json; errorOutput?: JsonObject };

/** The current state of a branch: its definition, its data, and the context for its expressions. */
export class ActiveState<S extends State = State> {
  readonly run: Run;
  readonly branch: Branch;
  readonly visit: Visit;
  readonly state: S;

  constructor(run: Run, branch: Branch, visit: Visit, state: S) {
    this.run = run;
    this.branch = branch;
    this.visit = visit;
    this.state = state;
  }

  /** The same with a known state type. */
  as<T extends State>(state: T): ActiveState<T> {
    return new ActiveState(this.run, this.branch, this.visit, state);
  }

  /** Replaces all expressions in a field by their values. Throws EvaluationError. */
  evaluate(template: Json, location: string, seen: Seen = {}, item?: Branch): Json | Promise<Json> {
    const context = () => this.context(item);
    const states: JsonObject = {
      input: this.visit.input,
      // Built only when an expression reads it.
      get context() {
        return context();
      },
    };
    const bindings: Bindings = {
      ...this.run.branches.variablesOf(this.branch),
      states: Object.assign(states, seen),
    };
    return this.run.services.expressions.evaluate(template, location, bindings);
  }

  /** A numeric field, literal or by expression; undefined when absent. */
  number(field: Json | undefined, location: string, integer = true): number | undefined | Promise<number> {
    if (field === undefined || typeof field === "number") return field;
    return this.#number(field, location, integer);
  }

  async #number(field: Json, location: string, integer: boolean): Promise<number> {
    const value = await this.evaluate(field, location);
    if (typeof value !== "number") throw unexpectedType(field, location, "number", value);
    if (integer && !Number.isInteger(value)) throw unexpectedType(field, location, "integer", value);
    return value;
  }

  /** A text field, literal or by expression. */
  text(field: string | undefined, location: string): string | undefined | Promise<string> {
    return field === undefined || !isExpression(field) ? field : this.#text(field, location);
  }

  async #text(field: string, location: string): Promise<string> {
    const value = await this.evaluate(field, location);
    if (typeof value !== "string") throw unexpectedType(field, location, "string", value);
    return value;
  }

  /** Throws where the JSON text of the state's data exceeds the service's limit. */
  checkSize(text: string): void {
    if (isTooLarge(text)) throw new StateFailure({ ...dataLimitExceeded(this.visit.state), terminal: true });
  }

  /** Adds an event; the next event of this branch refers to it. */
  record(type: string, details?: { [field: string]: unknown }): void {
    this.branch.previous = this.run.write(type, this.branch.previous, details);
    this.run.branches.keep(this.branch);
  }

  /** `$states.context`; `item`: an iteration that is about to start. */
  context(item?: Branch): JsonObject {
    const { record, revision, input } = this.run;
    const { visit, state } = this;
    const execution: JsonObject = {
      Id: record.arn,
      Input: input,
      StartTime: writeTimestamp(record.startDate),
      Name: record.name,
      RoleArn: record.roleArn,
      RedriveCount: 0,
    };
    const entered: JsonObject = { Name: visit.state, EnteredTime: writeTimestamp(visit.enteredAt) };
    if ("Retry" in state || state.Type === "Task") entered.RetryCount = visit.retryCount;
    const context: JsonObject = {
      Execution: execution,
      StateMachine: { Id: revision.machineArn, Name: revision.machineName },
      State: entered,
    };
    if (visit.task?.token) context.Task = { Token: visit.task.token };
    const iteration = item ?? this.#iteration();
    if (iteration) context.Map = { Item: { Index: iteration.index, Value: iteration.item ?? null } };
    return context;
  }

  /** The enclosing Map iteration, at any depth. */
  #iteration(): Branch | undefined {
    let branch: Branch | undefined = this.branch;
    while (branch && branch.item === undefined) branch = this.run.branches.parentOf(branch);
    return branch;
  }
}
