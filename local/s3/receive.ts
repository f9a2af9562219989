import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { unlink } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { crc32 } from "node:zlib";
import { AwsError } from "../foundation/aws-error.ts";

/** Size and checksums, computed while the bytes were written. Checksums are in base64, as in S3's headers. */
export type Received = { size: number; etag: string; checksums: Record<string, string> };

/** Maximum size of a single upload: 5 GB. */
const LARGEST = 5 * 1024 ** 3;

/** Writes bytes to a file as they arrive; deletes it when they are interrupted or too many. */
export async function receive(
  bytes: AsyncIterable<Buffer>,
  file: string,
  atMost = LARGEST,
): Promise<Received> {
  const hashes = { md5: createHash("md5"), sha1: createHash("sha1"), sha256: createHash("sha256") };
  let crc = 0;
  let size = 0;
  const measured = async function* () {
    for await (const chunk of bytes) {
      size += chunk.length;
      if (size > atMost) throw tooLarge();
      for (const hash of Object.values(hashes)) hash.update(chunk);
      crc = crc32(chunk, crc);
      yield chunk;
    }
  };
  try {
    await pipeline(measured, createWriteStream(file));
  } catch (error) {
    await unlink(file).catch(() => undefined);
    throw error;
  }
  const crcBytes = Buffer.alloc(4);
  crcBytes.writeUInt32BE(crc);
  return {
    size,
    etag: hashes.md5.digest("hex"),
    checksums: {
      "x-amz-checksum-crc32": crcBytes.toString("base64"),
      "x-amz-checksum-sha1": hashes.sha1.digest("base64"),
      "x-amz-checksum-sha256": hashes.sha256.digest("base64"),
    },
  };
}

export const tooLarge = () =>
  new AwsError("EntityTooLarge", "Your proposed upload exceeds the maximum allowed size", 400);

const KNOWN = /^x-amz-checksum-(crc32|sha1|sha256)$/;

/** Compares the checksums of a request with the bytes; returns the matching ones. */
export function verifyChecksums(
  given: ReadonlyMap<string, string>,
  received: Received,
): Record<string, string> {
  const verified: Record<string, string> = {};
  for (const [name, value] of given) {
    if (!name.startsWith("x-amz-checksum-") || /-(algorithm|mode|type)$/.test(name)) continue;
    if (!KNOWN.test(name))
      throw new AwsError("NotImplemented", `${name} is not supported by the local cloud`, 501);
    if (received.checksums[name] !== value)
      throw new AwsError(
        "BadDigest",
        `The ${name.slice(15).toUpperCase()} you specified did not match the calculated checksum.`,
      );
    verified[name] = value;
  }
  return verified;
}
