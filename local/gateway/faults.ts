import type { Dictionary } from "../json.ts";

/** A fault to inject into calls that match. All conditions must hold; one left out holds always. */
export type Fault = {
  /** `dynamodb`, `s3`, `ses`, `states`, `lambda`, `secretsmanager`. */
  service?: string;
  /** The operation's own name, such as `SendTaskSuccess`; `Invoke` for any invocation of a function. */
  operation?: string;
  /** Physical name of the calling function; of the called one for `lambda` `Invoke`. */
  caller?: string;
  /** Judges the request's input: the JSON body, or the named parameters. */
  match?: (input: Dictionary) => boolean;
  /** How often; 1 when left out. */
  times?: number;
} & Effect;

/** Exactly one of: */
export type Effect =
  /** the call fails with this error name and does nothing; */
  | { error: string; status?: number; message?: string }
  /** the calling function's environment ends before the call took effect, or after it, without seeing the answer; */
  | { crash: "before" | "after" }
  /** the answer comes this much later, in real milliseconds; */
  | { latencyMs: number }
  /** the call waits until this resolves. */
  | { until: Promise<unknown> };

export type Occurrence = { service: string; operation: string; caller: string; input: Dictionary };

export class Faults {
  readonly #faults = new Set<{ fault: Fault; left: number }>();

  /** Returns a handle that takes the fault away, and tells how often it still has to occur. */
  add(fault: Fault): { remove(): void; left(): number } {
    const entry = { fault, left: fault.times ?? 1 };
    this.#faults.add(entry);
    return { remove: () => this.#faults.delete(entry), left: () => entry.left };
  }

  clear(): void {
    this.#faults.clear();
  }

  /** The fault that strikes this call, used up once. */
  strike(occurrence: Occurrence): Effect | undefined {
    for (const entry of this.#faults) {
      if (!concerns(entry.fault, occurrence)) continue;
      if (--entry.left <= 0) this.#faults.delete(entry);
      return entry.fault;
    }
    return undefined;
  }
}

function concerns(fault: Fault, { service, operation, caller, input }: Occurrence): boolean {
  return (
    (fault.service ?? service) === service &&
    (fault.operation ?? operation) === operation &&
    (fault.caller ?? caller) === caller &&
    (fault.match?.(input) ?? true)
  );
}
