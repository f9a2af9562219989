import { appendFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";

/** One log line of a function; `at` is virtual time in epoch milliseconds. */
export type LogEntry = { at: number; functionName: string; text: string };

const KEPT_PER_FUNCTION = 2000;

/** Logs of functions: the newest lines of each in memory, all lines in a file per function when there is a folder. */
export class Logs {
  readonly #lines = new Map<string, LogEntry[]>();
  readonly #folder: string | undefined;
  #unfinished = new Map<string, string>();

  constructor(folder?: string) {
    this.#folder = folder;
    if (folder !== undefined) mkdirSync(folder, { recursive: true });
  }

  /** Adds written text; an incomplete last line waits for the rest. */
  write(functionName: string, text: string, at: number): void {
    const lines = `${this.#unfinished.get(functionName) ?? ""}${text}`.split("\n");
    this.#unfinished.set(functionName, lines.pop() ?? "");
    const kept = this.#lines.get(functionName) ?? [];
    kept.push(...lines.map((line) => ({ at, functionName, text: line })));
    this.#lines.set(functionName, kept.slice(-KEPT_PER_FUNCTION));
    if (this.#folder === undefined || lines.length === 0) return;
    const file = join(this.#folder, `${functionName.replace(/[^\w.-]/g, "_")}.log`);
    appendFileSync(file, lines.map((line) => `${new Date(at).toISOString()} ${line}\n`).join(""));
  }

  /** Lines of one function, or of all functions, in order of time. */
  read(functionName?: string): LogEntry[] {
    if (functionName !== undefined) return [...(this.#lines.get(functionName) ?? [])];
    return [...this.#lines.values()].flat().sort((left, right) => left.at - right.at);
  }
}
