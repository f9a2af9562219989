import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** Rules of WCAG 2.1, levels A and AA. */
const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];
/** 1280 pixels at 400 percent (WCAG 1.4.10), a telephone, a tablet and a desktop. */
const WIDTHS = [320, 390, 768, 1280];
const MOST_TABS = 40;

/** Problems of a page, in words; empty when there are none. `copy`: a window with scripts. */
export async function examine(page: Page, copy: Page): Promise<string[]> {
  return [
    ...(await violations(page, copy)),
    ...(await outlineOf(page)),
    ...(await widthOf(page)),
    ...(await focusOn(page)),
  ];
}

/**
 * Axe needs scripts, which are disabled in the pages' windows. So it checks the same document, with the style of its
 * own address, in a window with scripts. No page has a frame, so the simple mode of axe is complete.
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
  // The site's own file is the only one; every page works without it.
  const scripts = await page.locator('script:not([type="module"][src*="/assets/"])').count();
  const language = await page.locator("html").getAttribute("lang");
  return [
    ...(headings === 1 ? [] : [`${headings} h1`]),
    ...(scripts === 0 ? [] : [`${scripts} scripts`]),
    ...(language === "nl-BE" ? [] : [`lang is ${language}`]),
  ];
}

async function widthOf(page: Page): Promise<string[]> {
  const usual = page.viewportSize();
  const found: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 640 });
    const needed = await page.evaluate(() => document.documentElement.scrollWidth);
    if (needed > width) found.push(`scrolls sideways: ${needed} pixels at ${width}`);
  }
  if (usual) await page.setViewportSize(usual);
  return found;
}

/** The focused element, with a visible outline inside the window. Undefined without focus. */
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

/** Tabs through the page without a mouse. */
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
