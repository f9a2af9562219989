import type { Dictionary } from "../foundation/json.ts";

/** A fault to inject into matching calls. All conditions must hold; missing ones always hold. */
export type Fault = {
  /** `dynamodb`, `s3`, `ses`, `states`, `lambda`, `secretsmanager`. */
  service?: string;
  /** The operation's own name, such as `SendTaskSuccess`; `Invoke` for any invocation of a function. */
  operation?: string;
  /** Physical name of the calling function; of the called one for `lambda` `Invoke`. */
  caller?: string;
  /** Matches by the content of the call: the JSON body, or the named parameters. */
  match?: (input: Dictionary, occurrence: Occurrence) => boolean;
  /** Number of matching calls that pass first; 0 by default. */
  skip?: number;
  /** Number of faults; 1 by default. */
  times?: number;
} & Effect;

/** Whether a fault occurs before the call takes effect, or after it, when the answer is lost. */
export type Moment = "before" | "after";

/** Exactly one of: */
export type Effect =
  /** the call fails with this error name, without effect unless `moment` is "after"; */
  | { error: string; status?: number; message?: string; moment?: Moment }
  /** the connection ends without an answer; */
  | { reset: Moment }
  /** no answer arrives before the calling function times out, which happens at once; */
  | { timeout: Moment }
  /** the calling function's environment ends; */
  | { crash: Moment }
  /** the answer is delayed, in real milliseconds; */
  | { latencyMs: number }
  /** the call waits until this resolves. */
  | { until: Promise<unknown> };

export type Occurrence = {
  service: string;
  operation: string;
  caller: string;
  input: Dictionary;
  /** The event of the calling function, as JSON. */
  event: string;
};

type Entry = { fault: Fault; skip: number; left: number; struck: Occurrence[] };

export class Faults {
  readonly #faults = new Set<Entry>();

  /** Returns a handle that removes the fault, and reports how often it still has to occur and which calls it hit. */
  add(fault: Fault): { remove(): void; left(): number; struck: readonly Occurrence[] } {
    const entry: Entry = { fault, skip: fault.skip ?? 0, left: fault.times ?? 1, struck: [] };
    this.#faults.add(entry);
    return { remove: () => this.#faults.delete(entry), left: () => entry.left, struck: entry.struck };
  }

  clear(): void {
    this.#faults.clear();
  }

  /** The fault for this call, if any; counts one use. */
  strike(occurrence: Occurrence): Effect | undefined {
    for (const entry of this.#faults) {
      if (!concerns(entry.fault, occurrence) || --entry.skip >= 0) continue;
      entry.struck.push(occurrence);
      if (--entry.left <= 0) this.#faults.delete(entry);
      return entry.fault;
    }
    return undefined;
  }
}

function concerns(fault: Fault, occurrence: Occurrence): boolean {
  const { service, operation, caller, input } = occurrence;
  return (
    (fault.service ?? service) === service &&
    (fault.operation ?? operation) === operation &&
    (fault.caller ?? caller) === caller &&
    (fault.match?.(input, occurrence) ?? true)
  );
}
