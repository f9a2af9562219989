import type { Delivery, Execution, Workflow } from "../../functions/domain/ports.ts";
import { GiveUp, RetryLater } from "../../functions/domain/errors.ts";

/**
 * Step Functions as the acts use it: names stay reserved, and a token can be answered once, while a task waits for it.
 */
export class FakeWorkflow implements Workflow {
  readonly executions = new Map<string, "running" | "ended">();
  readonly waiting = new Set<string>();
  readonly answers: { task: string; outcome: string }[] = [];
  readonly failures: string[] = [];
  /** Last state of each execution, by name. */
  readonly lastStates = new Map<string, string>();
  isDown = false;
  /** Ids of dossiers whose executions do not start. */
  readonly refused = new Set<string>();

  async start({ dossierId, run }: { dossierId: string; run: number }): Promise<"started" | "taken"> {
    this.#mustBeUp();
    if (this.refused.has(dossierId)) throw new GiveUp("WORKFLOW_REFUSED", { key: dossierId });
    const name = `${dossierId}-${run}`;
    if (this.executions.get(name) === "ended") return "taken";
    this.executions.set(name, "running");
    return "started";
  }

  async isRunning({ dossierId, run }: Execution): Promise<boolean> {
    this.#mustBeUp();
    return this.executions.get(`${dossierId}-${run}`) === "running";
  }

  async lastStateOf({ dossierId, run }: Execution): Promise<string | undefined> {
    this.#mustBeUp();
    const name = `${dossierId}-${run}`;
    if (!this.executions.has(name)) throw new GiveUp("WORKFLOW_REFUSED", { key: dossierId });
    return this.lastStates.get(name);
  }

  async answer(taskToken: string, result: { task: string; outcome: string }): Promise<Delivery> {
    this.#mustBeUp();
    if (!this.waiting.delete(taskToken)) return "stale";
    this.answers.push(result);
    return "accepted";
  }

  async fail(taskToken: string, error: string): Promise<Delivery> {
    this.#mustBeUp();
    if (!this.waiting.delete(taskToken)) return "stale";
    this.failures.push(error);
    return "accepted";
  }

  #mustBeUp(): void {
    if (this.isDown) throw new RetryLater("WORKFLOW_UNAVAILABLE");
  }
}
