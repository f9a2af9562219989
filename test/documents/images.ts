import { crc32, deflateSync } from "node:zlib";

/** A grey picture of 16 by 8 pixels, as a program writes it. */
export const aJpeg = (): Buffer =>
  Buffer.from(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAFA3PEY8MlBGQUZaVVBfeMiCeG5uePWvuZHI////////////////////////////////////////////////////wAALCAAIABABAREA/8QAFQABAQAAAAAAAAAAAAAAAAAAAAH/xAAeEAEAAQIHAAAAAAAAAAAAAAABEQASAgMhYYGRwf/aAAgBAQAAPwCRlppbh3I9aJbKQnE9A1//2Q==",
    "base64",
  );

/** A segment of a JPG, to put after its first two bytes. */
export const segment = (marker: number, body: string | Buffer): Buffer => {
  const bytes = Buffer.from(body as string, "latin1");
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(bytes.length + 2, 2);
  return Buffer.concat([head, bytes]);
};

/** A JPG with segments after its first two bytes. */
export const aJpegWith = (...segments: Buffer[]): Buffer => {
  const plain = aJpeg();
  return Buffer.concat([plain.subarray(0, 2), ...segments, plain.subarray(2)]);
};

/** What a telephone records: that the picture lies on its side, and where it was taken. */
export const exif = (): Buffer => {
  const tiff = Buffer.alloc(80);
  tiff.write("II", 0, "latin1");
  tiff.writeUInt16LE(42, 2);
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(2, 8);
  for (const [entry, tag, type, value] of [
    [10, 0x8825, 4, 60],
    [22, 0x0112, 3, 6],
  ] as const) {
    tiff.writeUInt16LE(tag, entry);
    tiff.writeUInt16LE(type, entry + 2);
    tiff.writeUInt32LE(1, entry + 4);
    tiff.writeUInt32LE(value, entry + 8);
  }
  tiff.write("N 51.05", 60, "latin1");
  return segment(0xe1, Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff]));
};

export const chunk = (type: string, data: Buffer): Buffer => {
  const whole = Buffer.alloc(data.length + 12);
  whole.writeUInt32BE(data.length, 0);
  whole.write(type, 4, "latin1");
  data.copy(whole, 8);
  whole.writeUInt32BE(crc32(whole.subarray(4, -4)), whole.length - 4);
  return whole;
};

type Png = { width?: number; height?: number; rows?: Buffer; more?: Buffer[] };

/** A grey PNG; `rows` are its unpacked bytes, and `more` its chunks before the picture. */
export function aPng({
  width = 16,
  height = 8,
  rows = Buffer.alloc(8 * 17, 0),
  more = [],
}: Png = {}): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const signature = Buffer.from("89504e470d0a1a0a", "hex");
  const parts = [chunk("IHDR", header), ...more, chunk("IDAT", deflateSync(rows))];
  return Buffer.concat([signature, ...parts, chunk("IEND", Buffer.alloc(0))]);
}
