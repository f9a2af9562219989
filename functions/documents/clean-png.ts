import { crc32, inflateSync } from "node:zlib";
import { requireSaneSize } from "./image-size.ts";
import { Unreadable } from "./read-package.ts";

export const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const NONE = { channels: 0, depths: [] as number[] };
/** Values per pixel and permitted bits per value, by kind of colour (ISO/IEC 15948, table 11.1). */
const COLOURS: Record<number, { channels: number; depths: number[] }> = {
  0: { channels: 1, depths: [1, 2, 4, 8, 16] },
  2: { channels: 3, depths: [8, 16] },
  3: { channels: 1, depths: [1, 2, 4, 8] },
  4: { channels: 2, depths: [8, 16] },
  6: { channels: 4, depths: [8, 16] },
};
/** The parts of an interlaced picture: first column, first row, and the steps between. */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;
/** What a picture is made of. Texts, times, profiles and animations are left out. */
const KEPT = ["IHDR", "PLTE", "tRNS", "pHYs", "IDAT", "IEND"];
/** Unpacked picture, in bytes; the thread that reads it has little more (scan-apart.ts). */
const MOST_UNPACKED = 200 * 1024 * 1024;

type Chunk = { type: string; data: Buffer; whole: Buffer };

/** DOC-09, for a PNG: the parts of its picture, complete and in order, and nothing else. */
export function cleanPng(bytes: Uint8Array): Uint8Array {
  const chunks = chunksOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  const [header] = chunks;
  const kept = chunks.filter(({ type }) => KEPT.includes(type));
  const count = (wanted: string) => kept.filter(({ type }) => type === wanted).length;
  if (header?.type !== "IHDR" || header.data.length !== 13) throw new Unreadable("refused-damaged");
  if (["IHDR", "PLTE", "tRNS", "pHYs"].some((type) => count(type) > 1))
    throw new Unreadable("refused-damaged");
  const packed = kept.filter(({ type }) => type === "IDAT").map(({ data }) => data);
  if (unpack(Buffer.concat(packed), unpackedSize(header.data)) === undefined)
    throw new Unreadable("refused-damaged");
  return Buffer.concat([PNG_SIGNATURE, ...kept.map(({ whole }) => whole)]);
}

function chunksOf(source: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  let at = PNG_SIGNATURE.length;
  while (chunks.at(-1)?.type !== "IEND") {
    if (at + 12 > source.length) throw new Unreadable("refused-damaged");
    const end = at + 12 + source.readUInt32BE(at);
    if (end > source.length) throw new Unreadable("refused-damaged");
    const type = source.toString("latin1", at + 4, at + 8);
    if (crc32(source.subarray(at + 4, end - 4)) !== source.readUInt32BE(end - 4))
      throw new Unreadable("refused-damaged");
    // A capital says that a picture cannot be shown without the part.
    if (/^[A-Z]/.test(type) && !KEPT.includes(type)) throw new Unreadable("refused-damaged");
    chunks.push({ type, data: source.subarray(at + 8, end - 4), whole: source.subarray(at, end) });
    at = end;
  }
  return chunks;
}

/** Bytes of the unpacked picture, by its header. */
function unpackedSize(header: Buffer): number {
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [depth = 0, colour = -1, packing, filter, interlace = 2] = header.subarray(8);
  const { channels, depths } = COLOURS[colour] ?? NONE;
  if (!depths.includes(depth) || packing !== 0 || filter !== 0 || interlace > 1)
    throw new Unreadable("refused-damaged");
  requireSaneSize(width, height);
  const sizeOf = (columns: number, rows: number) =>
    columns === 0 ? 0 : rows * (1 + Math.ceil((columns * channels * depth) / 8));
  const size =
    interlace === 0
      ? sizeOf(width, height)
      : PASSES.reduce((sum, [x, y, right, down]) => {
          const columns = Math.max(0, Math.ceil((width - x) / right));
          return sum + sizeOf(columns, Math.max(0, Math.ceil((height - y) / down)));
        }, 0);
  if (size > MOST_UNPACKED) throw new Unreadable("refused-unpacked");
  return size;
}

/** Undefined for another size than the header says. */
function unpack(packed: Buffer, size: number): Buffer | undefined {
  try {
    const plain = inflateSync(packed, { maxOutputLength: size });
    return plain.length === size ? plain : undefined;
  } catch {
    return undefined;
  }
}
