/** Usage since the start or the last reset. Keys are `service:Operation`, such as `dynamodb:UpdateItem`. */
export type Usage = {
  calls: Record<string, number>;
  /** Calls per function, then per operation. */
  callsBy: Record<string, Record<string, number>>;
  invocations: Record<string, number>;
  /** Capacity units per function, then per operation and kinds of items: `PutItem MAIL`. */
  unitsBy: Record<string, Record<string, { read: number; write: number; calls: number }>>;
  /** Capacity units as DynamoDB reports them. */
  readUnits: number;
  writeUnits: number;
  /** State transitions of Step Functions, as they are billed. */
  transitions: number;
  mails: number;
};

export class Counts {
  #usage = empty();
  #transitionsBefore = 0;
  /** State transitions since the engine was opened. */
  transitions: () => number = () => 0;

  call(caller: string, operation: string): void {
    add(this.#usage.calls, operation);
    add((this.#usage.callsBy[caller] ??= {}), operation);
  }

  invocation(functionName: string): void {
    add(this.#usage.invocations, functionName);
  }

  units(caller: string, what: string, { read, write }: { read: number; write: number }): void {
    this.#usage.readUnits += read;
    this.#usage.writeUnits += write;
    const sum = ((this.#usage.unitsBy[caller] ??= {})[what] ??= { read: 0, write: 0, calls: 0 });
    sum.read += read;
    sum.write += write;
    sum.calls += 1;
  }

  mail(): void {
    this.#usage.mails++;
  }

  snapshot(): Usage {
    return structuredClone({ ...this.#usage, transitions: this.transitions() - this.#transitionsBefore });
  }

  reset(): void {
    this.#usage = empty();
    this.#transitionsBefore = this.transitions();
  }
}

const empty = (): Usage => ({
  calls: {},
  callsBy: {},
  invocations: {},
  unitsBy: {},
  readUnits: 0,
  writeUnits: 0,
  transitions: 0,
  mails: 0,
});

function add(counts: Record<string, number>, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1;
}
