import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Zip, ZipDeflate, ZipPassThrough } from "fflate";

/** A file in a zip. `isPacked`: the file is already compressed, so the zip stores it unchanged. */
export type ZipEntry = { name: string; bytes: Uint8Array; at: Date; isPacked: boolean };

/** Writes a zip to a file, one entry at a time: memory holds one entry at most. */
export const writeZip = (path: string, entries: AsyncIterable<ZipEntry>): Promise<void> =>
  pipeline(Readable.from(zipped(entries), { objectMode: false }), createWriteStream(path));

async function* zipped(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  let made: Uint8Array[] = [];
  let failure: Error | undefined;
  const zip = new Zip((error, part) => {
    if (error) failure = error;
    else made.push(part);
  });
  const taken = () => {
    if (failure) throw failure;
    const parts = made;
    made = [];
    return parts;
  };
  for await (const { name, bytes, at, isPacked } of entries) {
    const file = isPacked ? new ZipPassThrough(name) : new ZipDeflate(name);
    file.mtime = at;
    zip.add(file);
    file.push(bytes, true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}
