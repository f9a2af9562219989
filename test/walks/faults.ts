import { RetryLater } from "../../functions/domain/errors.ts";

/** A transient error of a service, or a crash of the calling function. */
export const FAULT_KINDS = ["transient", "crash"] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];
/** Before the call, or after the call when its answer is lost. */
export type Fault = { kind: FaultKind; moment: "before" | "after" };

/** Makes one call of the ports fail, after a number of calls. */
export class Faults {
  #armed: (Fault & { left: number }) | undefined;
  /** The ports that failed so far, as `port.method`. */
  readonly struck: string[] = [];

  arm(fault: Fault, calls: number): void {
    this.#armed = { ...fault, left: calls };
  }

  /** Whether a fault is pending. */
  get isArmed(): boolean {
    return this.#armed !== undefined;
  }

  disarm(): void {
    this.#armed = undefined;
  }

  /** The same port, whose calls can fail. */
  on<Port extends object>(name: string, port: Port): Port {
    return new Proxy(port, {
      get: (target, key): unknown => {
        const member: unknown = Reflect.get(target, key);
        if (typeof member !== "function") return member;
        const call = (given: unknown[]): unknown => Reflect.apply(member, target, given);
        return async (...given: unknown[]): Promise<unknown> => {
          const fault = this.#strikes(`${name}.${String(key)}`);
          if (fault?.moment === "before") throw errorOf(fault);
          const answer = await call(given);
          if (fault) throw errorOf(fault);
          return answer;
        };
      },
    });
  }

  #strikes(call: string): Fault | undefined {
    const fault = this.#armed;
    if (!fault || --fault.left > 0) return undefined;
    this.#armed = undefined;
    this.struck.push(call);
    return fault;
  }
}

/** A crashed function takes everything with it; Lambda reports this name to Step Functions. */
export class FunctionEnded extends Error {
  override name = "Runtime.ExitError";
}

const errorOf = ({ kind }: Fault): Error =>
  kind === "crash" ? new FunctionEnded("the function ended") : new RetryLater("SERVICE_UNAVAILABLE");

/** Whether a call failed only because of an injected fault. */
export const isOfFault = (error: unknown): boolean =>
  error instanceof FunctionEnded || (error instanceof RetryLater && error.message === "SERVICE_UNAVAILABLE");
