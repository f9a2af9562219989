import { RetryLater } from "../../functions/domain/errors.ts";

/** A transient error of a service, or the end of the function that calls it. */
export const FAULT_KINDS = ["transient", "crash"] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];
/** Strikes before the call was made, or after it was made, when its answer is lost. */
export type Fault = { kind: FaultKind; moment: "before" | "after" };

/** Makes one call of the ports fail, some calls from now. */
export class Faults {
  #armed: (Fault & { left: number }) | undefined;
  /** The ports that were struck so far, as `port.method`. */
  readonly struck: string[] = [];

  arm(fault: Fault, calls: number): void {
    this.#armed = { ...fault, left: calls };
  }

  /** Whether one is still to strike. */
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

/** A function that ends takes everything with it; Lambda tells Step Functions so by this name. */
export class FunctionEnded extends Error {
  override name = "Runtime.ExitError";
}

const errorOf = ({ kind }: Fault): Error =>
  kind === "crash" ? new FunctionEnded("the function ended") : new RetryLater("SERVICE_UNAVAILABLE");

/** Whether a call failed because a fault struck it, and nothing else. */
export const isOfFault = (error: unknown): boolean =>
  error instanceof FunctionEnded || (error instanceof RetryLater && error.message === "SERVICE_UNAVAILABLE");
