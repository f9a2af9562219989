import { AwsError } from "../foundation/aws-error.ts";

export type Form = {
  fields: Map<string, string>;
  file: { name: string; type: string; bytes: AsyncGenerator<Buffer> };
};

/** S3 ignores everything after the file, and accepts at most 20 KB before it. */
const MOST_BEFORE_FILE = 20 * 1024;

/** Reads a multipart/form-data body up to the part named `file`, whose bytes then stream. */
export async function readForm(contentType: string, body: AsyncIterable<Buffer>): Promise<Form> {
  const [, quoted, plain] = /boundary=(?:"([^"]+)"|([^;]+))/.exec(contentType) ?? [];
  const delimiter = Buffer.from(`\r\n--${quoted ?? plain ?? ""}`);
  const source = new Source(body);
  source.prepend(Buffer.from("\r\n"));
  const fields = new Map<string, string>();
  await source.until(delimiter);
  for (;;) {
    const head = (await source.until(Buffer.from("\r\n\r\n"))).toString();
    const [, name = ""] = /[; ]name="([^"]*)"/.exec(head) ?? [];
    const [, fileName = ""] = /filename="([^"]*)"/.exec(head) ?? [];
    const [, type = ""] = /content-type:\s*(\S+)/i.exec(head) ?? [];
    if (name === "file") return { fields, file: { name: fileName, type, bytes: source.stream(delimiter) } };
    fields.set(name.toLowerCase(), (await source.until(delimiter)).toString());
  }
}

/** Bytes that arrive in chunks, read up to a delimiter. */
class Source {
  readonly #parts: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);
  #read = 0;

  constructor(body: AsyncIterable<Buffer>) {
    this.#parts = body[Symbol.asyncIterator]();
  }

  prepend(bytes: Buffer): void {
    this.#rest = Buffer.concat([bytes, this.#rest]);
  }

  /** Everything before the next delimiter, which is consumed too. */
  async until(mark: Buffer): Promise<Buffer> {
    for (;;) {
      const at = this.#rest.indexOf(mark);
      if (at >= 0) return this.#take(at, mark.length);
      if (this.#read > MOST_BEFORE_FILE)
        throw new AwsError(
          "MaxPostPreDataLengthExceeded",
          "Your POST request fields preceding the upload file were too large.",
        );
      await this.#more();
    }
  }

  /** The bytes before the delimiter as they arrive; buffers at most one chunk and a delimiter. */
  async *stream(mark: Buffer): AsyncGenerator<Buffer> {
    for (;;) {
      const at = this.#rest.indexOf(mark);
      if (at >= 0) {
        yield this.#take(at, mark.length);
        return;
      }
      const certain = this.#rest.length - mark.length;
      if (certain > 0) yield this.#take(certain, 0);
      await this.#more();
    }
  }

  #take(length: number, skip: number): Buffer {
    const taken = this.#rest.subarray(0, length);
    this.#rest = this.#rest.subarray(length + skip);
    return taken;
  }

  async #more(): Promise<void> {
    const next = await this.#parts.next();
    if (next.done)
      throw new AwsError(
        "MalformedPOSTRequest",
        "The body of your POST request is not well-formed multipart/form-data.",
      );
    this.#read += next.value.length;
    this.#rest = Buffer.concat([this.#rest, next.value]);
  }
}
