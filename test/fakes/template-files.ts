import type { FileRefusal } from "../../functions/domain/documents.ts";
import { GiveUp } from "../../functions/domain/errors.ts";
import type { TemplateFiles, UploadForm } from "../../functions/domain/ports.ts";

/** Files of templates in memory. */
export class FakeTemplateFiles implements TemplateFiles {
  readonly uploaded = new Map<string, Uint8Array | FileRefusal>();
  readonly accepted = new Map<string, Uint8Array>();

  async prepareUpload(id: string, returnTo: string): Promise<UploadForm> {
    return { url: "https://bucket.example/", fields: { key: id, success_action_redirect: returnTo } };
  }

  async readUpload(id: string): Promise<Uint8Array | FileRefusal | undefined> {
    return this.uploaded.get(id);
  }

  async read(sha256: string): Promise<Uint8Array> {
    const bytes = this.accepted.get(sha256);
    if (!bytes) throw new GiveUp("TEMPLATE_MISSING", { template: sha256 });
    return bytes;
  }

  async store(sha256: string, bytes: Uint8Array): Promise<void> {
    this.accepted.set(sha256, bytes);
  }
}
