import sparticuz from "@sparticuz/chromium";
import { type Browser, type BrowserContext, chromium } from "playwright-core";

/** The one platform that the packaged Chromium is made for. */
export const HAS_CHROMIUM = process.platform === "linux" && process.arch === "x64";
/** What a test says where it cannot run. */
export const WHY_SKIPPED = `is skipped: @sparticuz/chromium has no Chromium for ${process.platform} ${process.arch}`;

/** How long a click, a page or the start of the browser may take on a machine with much to do. */
const PATIENCE_MS = 90_000;

/** It fetches nothing by itself: no updates, no reports, no safe-browsing lists. */
const QUIET = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-domain-reliability",
  "--disable-sync",
  "--no-pings",
  "--no-proxy-server",
];

/** A headless Chromium, unpacked from its package; where it should start and cannot, it says so. */
export async function startChromium(): Promise<Browser> {
  try {
    return await chromium.launch({
      executablePath: await sparticuz.executablePath(),
      timeout: PATIENCE_MS,
      args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", ...QUIET],
    });
  } catch (cause) {
    throw new Error(
      "Chromium of @sparticuz/chromium does not start on this machine, so no page was opened in a browser.",
      { cause },
    );
  }
}

/** A person's own window: Belgian Dutch, and no scripts, since every page must work without. */
export async function openWindow(browser: Browser): Promise<BrowserContext> {
  const viewport = { width: 1100, height: 800 };
  const window = await browser.newContext({ javaScriptEnabled: false, locale: "nl-BE", viewport });
  window.setDefaultTimeout(PATIENCE_MS);
  return window;
}
