import type { Dictionary } from "../foundation/json.ts";

/** A fault to inject into calls that match. All conditions must hold; one left out holds always. */
export type Fault = {
  /** `dynamodb`, `s3`, `ses`, `states`, `lambda`, `secretsmanager`. */
  service?: string;
  /** The operation's own name, such as `SendTaskSuccess`; `Invoke` for any invocation of a function. */
  operation?: string;
  /** Physical name of the calling function; of the called one for `lambda` `Invoke`. */
  caller?: string;
  /** Judges the call, such as by its input: the JSON body, or the named parameters. */
  match?: (input: Dictionary, occurrence: Occurrence) => boolean;
  /** How many calls that match pass first; 0 when left out. */
  skip?: number;
  /** How often; 1 when left out. */
  times?: number;
} & Effect;

/** Whether a fault comes before the call took effect, or after it, when its answer is lost. */
export type Moment = "before" | "after";

/** Exactly one of: */
export type Effect =
  /** the call fails with this error name, and does nothing unless it is to fail after it took effect; */
  | { error: string; status?: number; message?: string; moment?: Moment }
  /** the connection ends without an answer; */
  | { reset: Moment }
  /** no answer comes until the time of the calling function is over, which is at once; */
  | { timeout: Moment }
  /** the calling function's environment ends; */
  | { crash: Moment }
  /** the answer comes this much later, in real milliseconds; */
  | { latencyMs: number }
  /** the call waits until this resolves. */
  | { until: Promise<unknown> };

export type Occurrence = {
  service: string;
  operation: string;
  caller: string;
  input: Dictionary;
  /** The event, as JSON, that the calling function works on. */
  event: string;
};

type Entry = { fault: Fault; skip: number; left: number; struck: Occurrence[] };

export class Faults {
  readonly #faults = new Set<Entry>();

  /** Returns a handle that takes the fault away, and tells how often it still has to occur and what it struck. */
  add(fault: Fault): { remove(): void; left(): number; struck: readonly Occurrence[] } {
    const entry: Entry = { fault, skip: fault.skip ?? 0, left: fault.times ?? 1, struck: [] };
    this.#faults.add(entry);
    return { remove: () => this.#faults.delete(entry), left: () => entry.left, struck: entry.struck };
  }

  clear(): void {
    this.#faults.clear();
  }

  /** The fault that strikes this call, used up once. */
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
