import { join } from "node:path";
import type { Page } from "playwright-core";

export const FOLDER = join(import.meta.dirname, "../../docs/screens");
/** Width in CSS pixels, and the scale of the picture. */
export type Size = { width: number; scale: number };
/** A telephone, a tablet and a large window, with the scale that keeps a picture small. */
export const WIDTHS: readonly Size[] = [
  { width: 390, scale: 0.6 },
  { width: 768, scale: 0.6 },
  { width: 1280, scale: 0.6 },
];
/** In CSS pixels: the lower part of a long form adds nothing. */
const TALLEST = 2200;

/** File of the picture of a page, below FOLDER. */
export const fileOf = (name: string, width: number): string => `${kebab(name)}-${width}.webp`;
export const kebab = (name: string): string => name.replace(/\W+/g, "-").toLowerCase();

/** A picture of a page as WebP, which only the protocol of the browser offers: a third of the bytes of PNG. */
export async function photograph(page: Page, { width, scale }: Size): Promise<Buffer> {
  await page.setViewportSize({ width, height: 800 });
  const height = Math.min(TALLEST, await page.evaluate(() => document.documentElement.scrollHeight));
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send("Page.captureScreenshot", {
    ...{ format: "webp", quality: 40, captureBeyondViewport: true },
    clip: { x: 0, y: 0, width, height, scale },
  });
  await session.detach();
  return Buffer.from(data, "base64");
}

/**
 * How two pictures differ: in height, as a part of the larger one, and in colour, averaged over a coarse grid so that
 * neither fonts nor single words matter; both from 0 to 1. `page`: a window with scripts.
 */
export function difference(
  page: Page,
  one: Buffer,
  other: Buffer,
): Promise<{ height: number; colour: number }> {
  const addresses = [one, other].map((bytes) => `data:image/webp;base64,${bytes.toString("base64")}`);
  return page.evaluate(async (sources) => {
    const COLUMNS = 24;
    const images = await Promise.all(
      sources.map(async (source) => {
        const image = new Image();
        image.src = source;
        await image.decode();
        return image;
      }),
    );
    const heights = images.map(({ naturalHeight }) => naturalHeight);
    const rows = Math.round((COLUMNS * Math.min(...heights)) / (images[0]?.naturalWidth ?? 1));
    const grids = images.map((image) => {
      const canvas = Object.assign(document.createElement("canvas"), { width: COLUMNS, height: rows });
      const context = canvas.getContext("2d");
      if (!context) return [];
      context.imageSmoothingQuality = "high";
      context.drawImage(image, 0, 0, COLUMNS, rows);
      return [...context.getImageData(0, 0, COLUMNS, rows).data];
    });
    const [first = [], second = []] = grids;
    const total = first.reduce((sum, value, place) => sum + Math.abs(value - (second[place] ?? 0)), 0);
    return {
      height: 1 - Math.min(...heights) / Math.max(...heights),
      colour: total / (first.length * 255),
    };
  }, addresses);
}
