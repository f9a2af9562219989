import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** Rules of WCAG 2.1, levels A and AA. */
const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];
/** The narrowest window: 1280 pixels at 400 percent (WCAG 1.4.10). */
const NARROW = 320;
const MOST_TABS = 40;

/** What is wrong with a page, in words; nothing when it is in order. `copy`: a window that runs scripts. */
export async function examine(page: Page, copy: Page): Promise<string[]> {
  return [
    ...(await violations(page, copy)),
    ...(await outlineOf(page)),
    ...(await widthOf(page)),
    ...(await focusOn(page)),
  ];
}

/**
 * Axe needs scripts, which pages are opened without: so it judges the very same document, with the style of its own
 * address, in a window that runs them. No page has a frame, so the simple mode of axe sees all of it.
 */
async function violations(page: Page, copy: Page): Promise<string[]> {
  const body = await page.content();
  await copy.route(page.url(), (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body }));
  await copy.goto(page.url());
  await copy.unroute(page.url());
  const result = await new AxeBuilder({ page: copy }).withTags(WCAG).setLegacyMode(true).analyze();
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}

async function outlineOf(page: Page): Promise<string[]> {
  const headings = await page.locator("h1").count();
  const scripts = await page.locator("script").count();
  const language = await page.locator("html").getAttribute("lang");
  return [
    ...(headings === 1 ? [] : [`${headings} h1`]),
    ...(scripts === 0 ? [] : [`${scripts} scripts`]),
    ...(language === "nl-BE" ? [] : [`lang is ${language}`]),
  ];
}

async function widthOf(page: Page): Promise<string[]> {
  const usual = page.viewportSize();
  await page.setViewportSize({ width: NARROW, height: 640 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  if (usual) await page.setViewportSize(usual);
  return width <= NARROW ? [] : [`scrolls sideways: ${width} pixels at ${NARROW}`];
}

/** Where the focus is: its outline is drawn, and it stands inside the window. Undefined when it is on nothing. */
const focused = () => {
  const element = document.activeElement;
  if (!element || element === document.body) return undefined;
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const { top, bottom } = element.getBoundingClientRect();
  const isInside = bottom > 0 && top < window.innerHeight;
  return {
    what: element.outerHTML.slice(0, 120),
    isVisible: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && isInside,
  };
};

/** Tabs through the page as who has no mouse does. */
async function focusOn(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(focused);
    if (!at) return tabs === 0 ? ["no stop for the keyboard"] : found;
    if (!at.isVisible) found.push(`focus is not visible on ${at.what}`);
  }
  return found;
}
