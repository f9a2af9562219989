import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TASK_KINDS } from "../../functions/domain/process.ts";
import { createApp } from "../../infra/app.ts";
import { openScene } from "../end-to-end/scene.ts";
import type { Scene } from "../journey/scene.ts";
import { HAS_CHROMIUM, startChromium, WHY_SKIPPED } from "./chromium.ts";
import { examine } from "./examine.ts";
import { Tour, TOURED } from "./tour.ts";
import { Windows } from "./windows.ts";

describe.runIf(HAS_CHROMIUM)("every page, in a browser without scripts,", () => {
  let browser: Browser | undefined;
  let scene: Scene | undefined;
  const seen = new Map<string, string[]>();

  beforeAll(async () => {
    const chromium = (browser = await startChromium());
    const opened = (scene = await openScene({
      ...{ assembly: () => createApp(TOURED), coalesce: 30 * 86_400_000 },
    }));
    const copy = await chromium.newPage({ locale: "nl-BE" });
    const look = async (name: string, page: Page) => {
      seen.set(name, await examine(page, copy));
    };
    await new Tour(opened, new Windows(chromium, opened.cloud), look).go();
  }, 900_000);

  afterAll(async () => {
    await browser?.close();
    await scene?.cloud.stop();
  });

  it("is opened, including every task", () => {
    expect(TASK_KINDS.filter((kind) => !seen.has(kind))).toEqual([]);
    expect(seen.size).toBeGreaterThan(TASK_KINDS.length + 15);
  });

  it("meets WCAG 2.1 AA, fits in 320 pixels, has one heading, its language and a visible focus", () => {
    const wrong = [...seen].filter(([, findings]) => findings.length > 0);

    expect(Object.fromEntries(wrong)).toEqual({});
  });
});

it.skipIf(HAS_CHROMIUM)(`the browser test of the pages ${WHY_SKIPPED}`, ({ skip }) => skip(WHY_SKIPPED));
