import { DatabaseSync, type StatementSync } from "node:sqlite";
import type { Branch, ExecutionRecord, HistoryEvent } from "./records.ts";
import type { Journal, ResourceKind, Resources, Step, Store } from "./store.ts";
import { Transaction } from "./transaction.ts";

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS resources (arn TEXT PRIMARY KEY, kind TEXT NOT NULL, body TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS executions (sequence INTEGER PRIMARY KEY, arn TEXT NOT NULL UNIQUE, machine TEXT NOT NULL,
    status TEXT NOT NULL, told INTEGER NOT NULL, body TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS executions_of_machine ON executions (machine, sequence);
  CREATE INDEX IF NOT EXISTS executions_open ON executions (status) WHERE status = 'RUNNING' OR told = 0;
  CREATE TABLE IF NOT EXISTS journal (step INTEGER PRIMARY KEY, execution INTEGER NOT NULL, body TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS journal_of_execution ON journal (execution);
`;

/**
 * Writes survive the end of the process at any point; a power failure loses at most the last moments, atomically. A
 * checkpoint waits for the disk: one every 16 MB.
 */
const PRAGMAS = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 4000;";

/** Keeps the state in a file. An execution is its journal, with one row per step. */
export class SqliteStore implements Store {
  readonly #database: DatabaseSync;
  readonly #transaction: Transaction;
  readonly #statements = new Map<string, StatementSync>();

  constructor(file: string) {
    this.#database = new DatabaseSync(file);
    this.#database.exec(PRAGMAS + SCHEMA);
    this.#transaction = new Transaction(this.#database);
  }

  close(): void {
    this.#transaction.end();
    this.#database.close();
  }

  resource<Kind extends ResourceKind>(kind: Kind, arn: string): Resources[Kind] | undefined {
    return this.#one<Resources[Kind]>("SELECT body FROM resources WHERE arn = ? AND kind = ?", arn, kind);
  }

  resources<Kind extends ResourceKind>(kind: Kind): Resources[Kind][] {
    return this.#all<Resources[Kind]>("SELECT body FROM resources WHERE kind = ? ORDER BY arn", kind);
  }

  putResource<Kind extends ResourceKind>(kind: Kind, arn: string, body: Resources[Kind]): void {
    const put = "INSERT OR REPLACE INTO resources (arn, kind, body) VALUES (?, ?, ?)";
    this.#write(put, arn, kind, JSON.stringify(body));
  }

  deleteResource(arn: string): void {
    this.#write("DELETE FROM resources WHERE arn = ?", arn);
  }

  nextSequence(): number {
    const row = this.#prepare("SELECT coalesce(max(sequence), 0) + 1 AS next FROM executions").get();
    return Number(row?.next);
  }

  execution(arn: string): ExecutionRecord | undefined {
    return this.#one<ExecutionRecord>("SELECT body FROM executions WHERE arn = ?", arn);
  }

  executionsOf(machineArn: string): ExecutionRecord[] {
    this.#transaction.end();
    const newestFirst = "SELECT body FROM executions WHERE machine = ? ORDER BY sequence DESC";
    return this.#all<ExecutionRecord>(newestFirst, machineArn);
  }

  openExecutions(): ExecutionRecord[] {
    const open = "SELECT body FROM executions WHERE status = 'RUNNING' OR told = 0 ORDER BY sequence";
    return this.#all<ExecutionRecord>(open);
  }

  #steps(sequence: number): Step[] {
    return this.#all<Step>("SELECT body FROM journal WHERE execution = ? ORDER BY step", sequence);
  }

  /** As with the list of executions, pending writes are committed first. */
  events(sequence: number): HistoryEvent[] {
    this.#transaction.end();
    return this.#steps(sequence).flatMap(({ events }) => events);
  }

  journal(sequence: number): Journal {
    const steps = this.#steps(sequence);
    const branches = new Map<number, Branch>();
    for (const { branches: changed, removed } of steps) {
      for (const id of removed) branches.delete(id);
      for (const branch of changed) branches.set(branch.id, branch);
    }
    const lastEventId = steps.reduce((last, { events }) => events.at(-1)?.id ?? last, 0);
    const inOrder = [...branches.values()].sort((a, b) => a.id - b.id);
    return { branches: inOrder, lastEventId };
  }

  deleteExecution(sequence: number): void {
    this.#write("DELETE FROM journal WHERE execution = ?", sequence);
    this.#write("DELETE FROM executions WHERE sequence = ?", sequence);
  }

  /** Steps that are written in the same turn of the event loop are committed together, at its end. */
  commit({ sequence }: ExecutionRecord, step: Step, changed?: ExecutionRecord): Promise<void> {
    return this.#transaction.add(() => {
      if (changed) this.#putExecution(changed);
      this.#run("INSERT INTO journal (execution, body) VALUES (?, ?)", sequence, JSON.stringify(step));
    });
  }

  #putExecution(execution: ExecutionRecord): void {
    const { sequence, arn, machineArn, status } = execution;
    const put = `INSERT OR REPLACE INTO executions (sequence, arn, machine, status, told, body) VALUES (?, ?, ?, ?, ?, ?)`;
    const told = status === "RUNNING" ? 1 : 0;
    this.#run(put, sequence, arn, machineArn, status, told, JSON.stringify(execution));
  }

  told({ sequence }: ExecutionRecord): void {
    // Nobody waits for it, and an unwritten report is repeated.
    this.#transaction
      .add(() => this.#run("UPDATE executions SET told = 1 WHERE sequence = ?", sequence))
      .catch(() => undefined);
  }

  /** Written on return, including all earlier writes. */
  #write(sql: string, ...values: (string | number)[]): void {
    this.#transaction.end();
    this.#run(sql, ...values);
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  #run(sql: string, ...values: (string | number)[]): void {
    this.#prepare(sql).run(...values);
  }

  #one<T>(sql: string, ...values: (string | number)[]): T | undefined {
    return this.#all<T>(sql, ...values)[0];
  }

  #all<T>(sql: string, ...values: (string | number)[]): T[] {
    const decode: (text: string) => T = JSON.parse;
    return this.#prepare(sql)
      .all(...values)
      .map((row) => decode(String(row.body)));
  }
}
