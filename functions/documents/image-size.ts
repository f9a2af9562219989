import { Unreadable } from "./read-package.ts";

/** An A3 at 1,200 dots per inch has 280 million; the camera of a telephone at most 200. */
const MOST_PIXELS = 300_000_000;

/** Refuses a picture without a size, and one that would take its reader's memory. In pixels. */
export function requireSaneSize(width: number, height: number): void {
  if (width < 1 || height < 1) throw new Unreadable("refused-damaged");
  if (width * height > MOST_PIXELS) throw new Unreadable("refused-unpacked");
}
