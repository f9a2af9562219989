import { orientationOf, withOrientation } from "./jpeg-orientation.ts";
import { requireSaneSize } from "./image-size.ts";
import { Unreadable } from "./read-package.ts";

/** Markers of ISO/IEC 10918-1, table B.1. */
const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP14 = 0xee;
/** Start of a frame that programs show: baseline, extended, progressive. */
const FRAMES = [0xc0, 0xc1, 0xc2];
/** Tables: Huffman codes, quantisation, restart interval. */
const TABLES = [0xc4, 0xdb, 0xdd];
/** Far more than any program writes. */
const MOST_SCANS = 200;

/** Bytes of the header without a preview picture, which follows it. */
const JFIF_BYTES = 12;
const ADOBE_BYTES = 12;

/**
 * DOC-09: an image of a scan is a JPG that can be read completely, or a PNG. It is rewritten with its picture only: what a
 * camera adds (place, time, device, preview), colour profiles and whatever follows the picture are left out. The way up
 * stays, because a telephone records it apart from the picture.
 * Source: GDPR 5(1)(c), data minimisation; OWASP File Upload (image rewriting); ISO/IEC 10918-1, annex B; ISO/IEC 15948.
 */
export function cleanJpeg(bytes: Uint8Array): Uint8Array {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const kept: Buffer[] = [segmentless(SOI)];
  let at = 2;
  let scans = 0;
  let hasFrame = false;
  for (;;) {
    const { marker, body, next } = segmentAt(source, at);
    if (marker === EOI) break;
    at = next;
    if (FRAMES.includes(marker)) {
      if (hasFrame || body.length < 6) throw new Unreadable("refused-damaged");
      requireSaneSize(body.readUInt16BE(3), body.readUInt16BE(1));
      hasFrame = true;
    } else if (marker === SOS) {
      scans += 1;
      if (!hasFrame) throw new Unreadable("refused-damaged");
      if (scans > MOST_SCANS) throw new Unreadable("refused-unpacked");
    }
    kept.push(...keptOf(marker, body));
    if (marker !== SOS) continue;
    at = endOfScan(source, next);
    kept.push(source.subarray(next, at));
  }
  if (scans === 0) throw new Unreadable("refused-damaged");
  return Buffer.concat([...kept, segmentless(EOI)]);
}

const segmentless = (marker: number) => Buffer.from([0xff, marker]);

function segment(marker: number, body: Uint8Array): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** What is kept of a segment: frames, tables and scans as they are; of the rest what the colours and the way up need. */
function keptOf(marker: number, body: Buffer): Buffer[] {
  if (FRAMES.includes(marker) || TABLES.includes(marker) || marker === SOS) return [segment(marker, body)];
  if (marker === APP0 && startsWith(body, "JFIF\0") && body.length >= JFIF_BYTES)
    return [segment(marker, Buffer.concat([body.subarray(0, JFIF_BYTES), Buffer.alloc(2)]))];
  if (marker === APP14 && startsWith(body, "Adobe") && body.length >= ADOBE_BYTES)
    return [segment(marker, body.subarray(0, ADOBE_BYTES))];
  const orientation = marker === APP1 ? orientationOf(body) : undefined;
  if (orientation !== undefined) return [segment(marker, withOrientation(orientation))];
  if (isOfOtherPicture(marker)) throw new Unreadable("refused-damaged");
  return [];
}

const startsWith = (body: Buffer, text: string) => body.toString("latin1", 0, text.length) === text;

/** Kinds of picture that browsers do not show: lossless, hierarchical, arithmetic; and markers without a place here. */
const isOfOtherPicture = (marker: number) => marker < APP0 || (marker >= 0xf0 && marker !== 0xfe);

function segmentAt(source: Buffer, start: number): { marker: number; body: Buffer; next: number } {
  let at = start;
  if (source[at] !== 0xff) throw new Unreadable("refused-damaged");
  // Any number of these bytes may precede a marker.
  while (source[at] === 0xff) at += 1;
  const marker = source[at] ?? 0;
  at += 1;
  if (marker === EOI) return { marker, body: Buffer.alloc(0), next: at };
  const length = at + 2 <= source.length ? source.readUInt16BE(at) : 0;
  if (length < 2 || at + length > source.length) throw new Unreadable("refused-damaged");
  return { marker, body: source.subarray(at + 2, at + length), next: at + length };
}

/** A scan ends at the first marker; within it, a zero or the number of a restart follows 0xFF. */
function endOfScan(source: Buffer, start: number): number {
  for (let at = source.indexOf(0xff, start); at >= 0; at = source.indexOf(0xff, at + 1)) {
    const next = source[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  throw new Unreadable("refused-damaged");
}
