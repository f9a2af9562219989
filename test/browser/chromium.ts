import sparticuz from "@sparticuz/chromium";
import { type Browser, type BrowserContext, chromium } from "playwright-core";

/** The only platform of the packaged Chromium. */
export const HAS_CHROMIUM = process.platform === "linux" && process.arch === "x64";
/** Reason for skipping a test. */
export const WHY_SKIPPED = `is skipped: @sparticuz/chromium has no Chromium for ${process.platform} ${process.arch}`;

/** Time limit for a click, a page or the start of the browser on a busy machine. */
const PATIENCE_MS = 90_000;

/** Disables background requests: updates, reports and safe-browsing lists. */
const QUIET = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-domain-reliability",
  "--disable-sync",
  "--no-pings",
  "--no-proxy-server",
];

/** A headless Chromium from its package; throws where it should start and cannot. */
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

/** A window of one person: Belgian Dutch, without scripts, because every page must work without them. */
export async function openWindow(browser: Browser): Promise<BrowserContext> {
  const viewport = { width: 1100, height: 800 };
  const window = await browser.newContext({ javaScriptEnabled: false, locale: "nl-BE", viewport });
  window.setDefaultTimeout(PATIENCE_MS);
  return window;
}
