import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { unlink } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { parseJson } from "../foundation/json.ts";
import type { State } from "../foundation/state.ts";

const Row = z.object({
  sequence: z.number(),
  bucket: z.string(),
  key: z.string(),
  version: z.string(),
  /** Null for a delete marker. */
  file: z.string().nullable(),
  size: z.number(),
  /** MD5 in hexadecimal, without quotes. */
  etag: z.string(),
  modified: z.number(),
  headers: z.string().transform((text) => z.record(z.string(), z.string()).parse(parseJson(text))),
});
/** One version of an object; the newest has the highest sequence. `headers` are repeated in answers. */
export type StoredObject = z.infer<typeof Row>;
export type NewObject = Pick<StoredObject, "bucket" | "key" | "size" | "etag" | "modified" | "headers"> & {
  file: string;
};

/** The version id of an object in a bucket without versions. */
const NO_VERSION = "null";

/** Objects on the file system: the bytes in one file per version, the metadata in a table. */
export class Objects {
  readonly #state: State;
  readonly #folder: string;

  constructor(state: State) {
    this.#state = state;
    this.#folder = state.path("objects");
    mkdirSync(this.#folder, { recursive: true });
  }

  /** A path for bytes that are being received; unreferenced until `add`. */
  newFile(): string {
    return join(this.#folder, randomUUID());
  }

  path(object: StoredObject): string {
    return join(this.#folder, object.file ?? "");
  }

  async add(object: NewObject, versioned: boolean): Promise<StoredObject> {
    if (!versioned) await this.#forget(this.versions(object.bucket, object.key));
    return this.#insert({ ...object, version: versioned ? newVersion() : NO_VERSION });
  }

  /** The newest or the requested version; a delete marker hides older ones. */
  find(bucket: string, key: string, version?: string): StoredObject | undefined {
    const versions = this.versions(bucket, key);
    return version === undefined ? versions[0] : versions.find((object) => object.version === version);
  }

  /** All versions of a key, newest first. */
  versions(bucket: string, key: string): StoredObject[] {
    const rows = this.#state.database
      .prepare("SELECT * FROM object WHERE bucket = ? AND key = ? ORDER BY sequence DESC")
      .all(bucket, key);
    return rows.map((row) => Row.parse(row));
  }

  /** All versions in a bucket whose key starts with `prefix`: by key, then newest first. */
  list(bucket: string, prefix: string): StoredObject[] {
    const rows = this.#state.database
      .prepare("SELECT * FROM object WHERE bucket = ? AND substr(key, 1, ?) = ? ORDER BY key, sequence DESC")
      .all(bucket, prefix.length, prefix);
    return rows.map((row) => Row.parse(row));
  }

  /** Permanently deletes one version, or adds a delete marker. Returns the marker or the deleted version. */
  async remove(bucket: string, key: string, modified: number, versioned: boolean, version?: string) {
    if (version !== undefined || !versioned) {
      const gone = this.versions(bucket, key).filter((object) => !version || object.version === version);
      await this.#forget(gone);
      return gone[0];
    }
    const marker = {
      bucket,
      key,
      version: newVersion(),
      file: null,
      size: 0,
      etag: "",
      modified,
      headers: {},
    };
    return this.#insert(marker);
  }

  #insert(object: Omit<StoredObject, "sequence">): StoredObject {
    const row = this.#state.database
      .prepare(
        `INSERT INTO object (bucket, key, version, file, size, etag, modified, headers)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING *`,
      )
      .get(
        ...[object.bucket, object.key, object.version, object.file, object.size],
        ...[object.etag, object.modified, JSON.stringify(object.headers)],
      );
    return Row.parse(row);
  }

  async #forget(objects: StoredObject[]): Promise<void> {
    for (const object of objects) {
      this.#state.database.prepare("DELETE FROM object WHERE sequence = ?").run(object.sequence);
      if (object.file !== null) await unlink(this.path(object)).catch(() => undefined);
    }
  }
}

const newVersion = () => randomUUID().replaceAll("-", "");
