import { randomUUID } from "node:crypto";
import type { ArrivedFiles, ArrivedObject } from "../../functions/adapters/s3/arrived-files.ts";
import { documentKey, quarantineKey } from "../../functions/adapters/s3/document-key.ts";
import type { UploadFacts } from "../../functions/adapters/s3/object-metadata.ts";
import type { Unstored } from "../../functions/adapters/s3/store-document.ts";
import type { StoredDocument } from "../../functions/domain/documents.ts";
import { GiveUp } from "../../functions/domain/errors.ts";

type Version = UploadFacts & { versionId: string; size: number; bytes: Uint8Array };
type Uploaded = Pick<Version, "by" | "bytes"> & Partial<Pick<Version, "name" | "title" | "size">>;

/** The bucket for arriving documents: it keeps versions until each is removed. */
export class FakeArrivedFiles implements ArrivedFiles {
  readonly #versions = new Map<string, Version[]>();
  /** Keys that were read. */
  readonly opened: string[] = [];
  /** Called once before a document is stored. */
  beforeStoring: (() => Promise<void>) | undefined;
  /** Called once before a document goes to quarantine. */
  beforeQuarantine: (() => Promise<void>) | undefined;

  /** Stores an object as a browser does; `size` overrides the number of bytes. */
  add(key: string, { by, bytes, title, name = "protocol.pdf", size = bytes.length }: Uploaded) {
    const versionId = randomUUID();
    this.#versions.set(key, [...this.#at(key), { versionId, size, by, bytes, title, name }]);
    return { key, versionId };
  }

  /** The content of the bucket: one key per version. */
  get keys(): string[] {
    return [...this.#versions].flatMap(([key, versions]) => versions.map(() => key));
  }

  async describe(object: ArrivedObject): Promise<(UploadFacts & { size: number }) | undefined> {
    const found = this.#at(object.key).find(({ versionId }) => versionId === object.versionId);
    if (!found) return undefined;
    const { size, by, name, title } = found;
    return { size, by, title, name: object.name ?? name };
  }

  async read(object: ArrivedObject): Promise<Uint8Array> {
    this.opened.push(object.key);
    return this.#find(object).bytes;
  }

  async store(document: Unstored, bytes: Uint8Array): Promise<StoredDocument> {
    const before = this.beforeStoring;
    this.beforeStoring = undefined;
    await before?.();
    const { key, versionId } = this.add(documentKey(document), { ...document, bytes });
    return { ...document, s3Key: key, s3VersionId: versionId };
  }

  async quarantine(document: Unstored, bytes: Uint8Array): Promise<void> {
    const before = this.beforeQuarantine;
    this.beforeQuarantine = undefined;
    await before?.();
    this.add(quarantineKey(document), { ...document, bytes });
  }

  /** The newest version under a key. */
  latest(key: string): { key: string; versionId?: string } {
    return { key, versionId: this.#at(key).at(-1)?.versionId };
  }

  async remove({ key, versionId }: ArrivedObject): Promise<void> {
    this.#versions.set(
      key,
      this.#at(key).filter((version) => version.versionId !== versionId),
    );
  }

  async removeAll({ key }: Pick<ArrivedObject, "key">): Promise<void> {
    for (const known of this.#versions.keys()) if (known.startsWith(key)) this.#versions.delete(known);
  }

  #at = (key: string): Version[] => this.#versions.get(key) ?? [];

  #find({ id, key, versionId }: ArrivedObject): Version {
    const found = this.#at(key).find((version) => version.versionId === versionId);
    if (!found) throw new GiveUp("BUCKET_REFUSED", { key: id, error: "NoSuchVersion" });
    return found;
  }
}
