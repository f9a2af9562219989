import { randomUUID } from "node:crypto";
import type { ArrivedFiles, ArrivedObject } from "../../functions/adapters/s3/arrived-files.ts";
import { GiveUp } from "../../functions/domain/errors.ts";
import type { Actor } from "../../functions/domain/people.ts";

type Version = { versionId: string; size: number; by: Actor; bytes: Uint8Array };

/** The bucket as the arrival of documents sees it: it keeps versions, and a removed key shows nothing. */
export class FakeArrivedFiles implements ArrivedFiles {
  readonly #versions = new Map<string, Version[]>();
  readonly removed: string[] = [];
  readonly removedVersions: string[] = [];
  /** Keys whose bytes were read. */
  readonly opened: string[] = [];

  /** As a browser or the system stores an object; `size` where the bytes are too many for a test. */
  add(key: string, bytes: Uint8Array, by: Actor, size = bytes.length): { key: string; versionId: string } {
    const versionId = randomUUID();
    this.#versions.set(key, [...(this.#versions.get(key) ?? []), { versionId, size, by, bytes }]);
    return { key, versionId };
  }

  async describe(object: ArrivedObject): Promise<{ size: number; by: Actor }> {
    const { size, by } = this.#find(object);
    return { size, by };
  }

  async read(object: ArrivedObject): Promise<Uint8Array> {
    this.opened.push(object.key);
    return this.#find(object).bytes;
  }

  async remove({ key }: ArrivedObject): Promise<void> {
    this.removed.push(key);
  }

  async removeVersion({ key, versionId }: { key: string; versionId: string }): Promise<void> {
    this.removedVersions.push(versionId);
    const left = (this.#versions.get(key) ?? []).filter((version) => version.versionId !== versionId);
    this.#versions.set(key, left);
  }

  #find({ id, key, versionId }: ArrivedObject): Version {
    const versions = this.#versions.get(key) ?? [];
    const isHidden = versionId === undefined && this.removed.includes(key);
    const found = versions.findLast((version) => versionId === undefined || version.versionId === versionId);
    if (!found || isHidden) throw new GiveUp("BUCKET_REFUSED", { key: id, error: "NoSuchKey" });
    return found;
  }
}
