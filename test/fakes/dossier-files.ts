import { readFile } from "node:fs/promises";
import { RetryLater } from "../../functions/domain/errors.ts";
import type { StoredDocument } from "../../functions/domain/documents.ts";
import type { DossierFiles, ExportFiles } from "../../functions/domain/ports.ts";
import type { FakeArchive } from "./mailer.ts";

/** The bucket for exports and deletion: files of a dossier can be read, and are deleted with it. */
export class FakeDossierFiles implements DossierFiles, ExportFiles {
  readonly #archive: FakeArchive;
  /** Bytes by document id. */
  readonly documents = new Map<string, Uint8Array>();
  /** Finished exports, by `<dossier>/<export>`. */
  readonly exports = new Map<string, Uint8Array>();
  readonly removed: string[] = [];
  /** Ids of documents whose file is missing. */
  readonly gone = new Set<string>();
  isDown = false;

  constructor(archive: FakeArchive) {
    this.#archive = archive;
  }

  async removeAll(dossierId: string): Promise<void> {
    if (this.isDown) throw new RetryLater("BUCKET_UNAVAILABLE");
    for (const path of this.#archive.kept.keys())
      if (path.startsWith(`${dossierId}/`)) this.#archive.kept.delete(path);
    for (const path of this.exports.keys()) if (path.startsWith(`${dossierId}/`)) this.exports.delete(path);
    this.removed.push(dossierId);
  }

  async removeDocument({ id }: StoredDocument): Promise<void> {
    if (this.isDown) throw new RetryLater("BUCKET_UNAVAILABLE");
    this.documents.delete(id);
    this.removed.push(id);
  }

  async readDocument({ id }: StoredDocument): Promise<Uint8Array | undefined> {
    return this.gone.has(id) ? undefined : this.documents.get(id);
  }

  async readMail(dossierId: string, key: string): Promise<Uint8Array | undefined> {
    const text = this.#archive.kept.get(`${dossierId}/${key}`);
    return text === undefined ? undefined : Buffer.from(text);
  }

  async store(dossierId: string, exportId: string, path: string): Promise<void> {
    this.exports.set(`${dossierId}/${exportId}`, await readFile(path));
  }

  async downloadAddress(dossierId: string, exportId: string, name: string): Promise<string> {
    return `https://bucket.example/exports/${dossierId}/${exportId}.zip?name=${encodeURIComponent(name)}`;
  }
}
