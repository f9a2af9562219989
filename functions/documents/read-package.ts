import { crc32, inflateRawSync } from "node:zlib";
import { configure, type FileEntry, Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from "@zip.js/zip.js";
import type { FileRefusal } from "../domain/documents.ts";

configure({ useWebWorkers: false });

/** Maximum contents of a package of 25 MB: far more than a person's document contains. */
const MOST = { parts: 2000, bytes: 200 * 1024 * 1024 };

/** Remaining unpacked size, shared by all packages nested in a document. */
export class Room {
  #parts = MOST.parts;
  #bytes = MOST.bytes;

  take(parts: number, bytes: number): void {
    this.#parts -= parts;
    this.#bytes -= bytes;
    if (this.#parts < 0 || this.#bytes < 0) throw new Unreadable("refused-unpacked");
  }
}
const STORED = 0;
const DEFLATED = 8;

/** The package cannot be read completely; carries the reason for the person. */
export class Unreadable extends Error {
  readonly refusal: FileRefusal;

  constructor(refusal: FileRefusal) {
    super(refusal);
    this.refusal = refusal;
  }
}

/** A part of a package. `read` unpacks it up to the size in the directory. */
export type Part = { name: string; read: () => Promise<Uint8Array> };

/** The parts of a zip according to its central directory, which every program uses. */
export async function readPackage(bytes: Uint8Array, room = new Room()): Promise<Part[]> {
  const entries = await new ZipReader(new Uint8ArrayReader(bytes)).getEntries().catch(() => {
    throw new Unreadable("refused-damaged");
  });
  if (entries.some(({ encrypted }) => encrypted)) throw new Unreadable("refused-password");
  const size = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  room.take(entries.length, size);
  const names = entries.map(({ filename }) => filename.toLowerCase());
  // An attribute can make a part look like a folder; programs that open the document still read it.
  const isHidden = entries.some((entry) => entry.directory && !isFolder(entry));
  if (isHidden || new Set(names).size !== names.length) throw new Unreadable("refused-damaged");
  return entries.flatMap((entry) =>
    entry.directory ? [] : [{ name: entry.filename, read: () => unpack(entry) }],
  );
}

const isFolder = ({ filename, uncompressedSize }: { filename: string; uncompressedSize: number }): boolean =>
  filename.endsWith("/") && uncompressedSize === 0;

async function unpack(entry: FileEntry): Promise<Uint8Array> {
  const { compressionMethod, uncompressedSize, signature } = entry;
  const packed = await entry.getData(new Uint8ArrayWriter(), { passThrough: true }).catch(() => {
    throw new Unreadable("refused-damaged");
  });
  const plain = compressionMethod === STORED ? packed : inflate(packed, compressionMethod, uncompressedSize);
  if (plain.length !== uncompressedSize || crc32(plain) !== (signature ?? 0) >>> 0)
    throw new Unreadable("refused-damaged");
  return plain;
}

/** Output beyond the declared size indicates a zip bomb or a broken file. */
function inflate(packed: Uint8Array, method: number, size: number): Uint8Array {
  if (method !== DEFLATED) throw new Unreadable("refused-damaged");
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
  } catch (error) {
    const isTooLarge = error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    throw new Unreadable(isTooLarge ? "refused-unpacked" : "refused-damaged");
  }
}

/** First bytes of a program, another package, and a compound file of Office. */
const FOREIGN = ["MZ", "PK\u0003\u0004", "\u007fELF", "\u00d0\u00cf\u0011\u00e0", "Rar!", "7z\u00bc\u00af"];

/** Whether a part is something that no document contains: a program, another package or an embedded object. */
export const isForeign = (bytes: Uint8Array): boolean => {
  const head = Buffer.from(bytes.subarray(0, 8)).toString("latin1");
  return FOREIGN.some((start) => head.startsWith(start));
};
