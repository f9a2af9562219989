import { AwsError } from "../foundation/aws-error.ts";

/**
 * The bytes of a body with content encoding `aws-chunked`, and its trailers, such as `x-amz-checksum-crc32`. A chunk is
 * `size in hexadecimal[;chunk-signature=…]\r\n bytes \r\n`; trailers follow the chunk of size 0.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html
 */
export async function* unchunk(
  body: AsyncIterable<Buffer>,
  trailers: Map<string, string>,
): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  let left = -1;
  let ended = false;
  for await (const part of body) {
    rest = Buffer.concat([rest, part]);
    while (!ended && rest.length > 0) {
      if (left > 0) {
        const bytes = rest.subarray(0, left);
        rest = rest.subarray(bytes.length);
        left -= bytes.length;
        yield bytes;
        continue;
      }
      const line = takeLine(rest);
      if (line === undefined) break;
      rest = rest.subarray(line.length + 2);
      if (line === "") continue;
      left = sizeOf(line);
      ended = left === 0;
    }
  }
  if (!ended) throw new AwsError("IncompleteBody", "The request body terminated unexpectedly");
  for (const line of rest.toString().split("\r\n")) {
    const [name = "", ...value] = line.split(":");
    if (value.length > 0) trailers.set(name.trim().toLowerCase(), value.join(":").trim());
  }
}

function takeLine(bytes: Buffer): string | undefined {
  const end = bytes.indexOf("\r\n");
  return end < 0 ? undefined : bytes.subarray(0, end).toString();
}

function sizeOf(line: string): number {
  const size = parseInt(line.split(";")[0] ?? "", 16);
  if (Number.isNaN(size)) throw new AwsError("InvalidRequest", "The body is not aws-chunked");
  return size;
}
