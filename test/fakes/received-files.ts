import type { ReceivedFiles } from "../../functions/adapters/s3/received-mails.ts";

/** The bucket for mails that come in. */
export class FakeReceivedFiles implements ReceivedFiles {
  readonly arrived = new Map<string, Uint8Array | "too-large">();
  readonly kept: string[] = [];
  readonly taken: Parameters<ReceivedFiles["takeIn"]>[0][] = [];

  async read(id: string): ReturnType<ReceivedFiles["read"]> {
    return this.arrived.get(id) ?? "gone";
  }

  async keep(dossierId: string, id: string): Promise<void> {
    this.kept.push(`${dossierId}/${id}`);
  }

  async takeIn(arriving: Parameters<ReceivedFiles["takeIn"]>[0]): Promise<void> {
    this.taken.push(arriving);
  }

  async forget(id: string): Promise<void> {
    this.arrived.delete(id);
  }
}
