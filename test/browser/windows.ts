import type { Browser, Page } from "playwright-core";
import type { Audience } from "../../functions/domain/people.ts";
import type { Cloud } from "../../local/cloud.ts";
import { openWindow } from "./chromium.ts";

/** The local user who signs in for each audience; audiences with a mailed link have none. */
const USERS: Record<Audience, string | undefined> = {
  applicant: undefined,
  signatory: undefined,
  "second-signatory": undefined,
  dpo: undefined,
  "led-team": "tine-team",
  "led-dpo": "dirk-dpo",
  "leading-official": "lea-leidend",
};

/** A window for each party, with separate cookies. Staff sign in when their window opens. */
export class Windows {
  readonly #browser: Browser;
  readonly #cloud: Cloud;
  readonly #pages = new Map<Audience, Page>();

  constructor(browser: Browser, cloud: Cloud) {
    this.#browser = browser;
    this.#cloud = cloud;
  }

  /** Simulates the end of the session: the next window signs in again. */
  leave(audience: Audience): void {
    this.#pages.delete(audience);
  }

  async of(audience: Audience): Promise<Page> {
    const known = this.#pages.get(audience);
    if (known) return known;
    const page = await (await openWindow(this.#browser)).newPage();
    this.#pages.set(audience, page);
    const user = USERS[audience];
    if (user !== undefined) {
      await page.goto(this.#cloud.adminUrl);
      await page.locator(`button[value=${user}]`).click();
    }
    return page;
  }
}
