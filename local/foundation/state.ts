import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** Raised whenever the format of the state changes: a folder of another version is not read. */
const STATE_VERSION = "1";

const TABLES = `
  CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS mail (
    id TEXT PRIMARY KEY, at INTEGER NOT NULL, source TEXT NOT NULL, destinations TEXT NOT NULL, raw BLOB NOT NULL);
  CREATE TABLE IF NOT EXISTS mail_tags (id TEXT PRIMARY KEY, tags TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS suppressed (address TEXT PRIMARY KEY);
  CREATE TABLE IF NOT EXISTS message (
    id TEXT PRIMARY KEY, queue TEXT NOT NULL, at INTEGER NOT NULL, body TEXT NOT NULL, attributes TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS invocation (
    id TEXT PRIMARY KEY, function TEXT NOT NULL, payload TEXT NOT NULL, attempts INTEGER NOT NULL,
    accepted INTEGER NOT NULL, due INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS object (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT, bucket TEXT NOT NULL, key TEXT NOT NULL, version TEXT NOT NULL,
    file TEXT, size INTEGER NOT NULL, etag TEXT NOT NULL, modified INTEGER NOT NULL, headers TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS object_by_key ON object (bucket, key, sequence);
`;

/** A state folder that cannot be used; the message contains the remedy. */
export class UnusableState extends Error {
  override name = "UnusableState";
}

/**
 * State of the local cloud itself: settings, mails, queues, pending events and the list of S3 objects, in one SQLite
 * file. Without a folder it is in memory and in a temporary folder, which is deleted on closing.
 */
export class State {
  readonly folder: string;
  readonly database: DatabaseSync;
  readonly #temporary: boolean;

  constructor(folder?: string) {
    this.#temporary = folder === undefined;
    this.folder = folder ?? mkdtempSync(join(tmpdir(), "led-local-cloud-"));
    this.database = this.#open();
  }

  get inMemory(): boolean {
    return this.#temporary;
  }

  /** Path of a file or folder of this name in the state folder. */
  path(...names: string[]): string {
    return join(this.folder, ...names);
  }

  setting(name: string): string | undefined {
    const value = this.database.prepare("SELECT value FROM setting WHERE name = ?").get(name)?.["value"];
    return typeof value === "string" ? value : undefined;
  }

  keep(name: string, value: string): void {
    this.database.prepare("INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)").run(name, value);
  }

  /** The stored value of this name; generated and stored the first time. */
  once(name: string, make: () => string): string {
    const kept = this.setting(name);
    if (kept !== undefined) return kept;
    const value = make();
    this.keep(name, value);
    return value;
  }

  /** A random secret that remains the same for this state folder. */
  secret(name: string): string {
    return this.once(`secret:${name}`, () => randomBytes(30).toString("base64url"));
  }

  /** The error for an unreadable part of the state; in memory, the cause itself. */
  unusable(cause: unknown): unknown {
    if (this.#temporary || cause instanceof UnusableState) return cause;
    return new UnusableState(`The state in ${this.folder} cannot be read (${String(cause)}).`, { cause });
  }

  close(): void {
    this.database.close();
    if (this.#temporary) rmSync(this.folder, { recursive: true, force: true });
  }

  #open(): DatabaseSync {
    try {
      mkdirSync(this.folder, { recursive: true });
      const database = new DatabaseSync(this.#temporary ? ":memory:" : this.path("cloud.sqlite"));
      database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 2000;");
      database.exec(TABLES);
      database
        .prepare("INSERT OR IGNORE INTO setting (name, value) VALUES ('version', ?)")
        .run(STATE_VERSION);
      requireVersion(database, this.folder);
      return database;
    } catch (cause) {
      throw this.unusable(cause);
    }
  }
}

function requireVersion(database: DatabaseSync, folder: string): void {
  const version = database.prepare("SELECT value FROM setting WHERE name = 'version'").get()?.["value"];
  if (version === STATE_VERSION) return;
  throw new UnusableState(
    `The state in ${folder} is of version ${String(version)}; this is version ${STATE_VERSION}.`,
  );
}
