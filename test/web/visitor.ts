import { randomUUID } from "node:crypto";
import { CookieJar } from "tough-cookie";
import { mustBeDescribed } from "../journey/as-described.ts";
import { type Form, lookedOver, Page } from "../journey/browser.ts";

/** An app of the site, which answers requests. */
export type App = { request: (address: string, init?: RequestInit) => Response | Promise<Response> };

export const SITE = "https://led.example/live";
const API = `${SITE}/api/admin/v1`;

/** A person with a browser, connected to an app without a network. Redirects are returned, not followed. */
export class Visitor {
  readonly #app: App;
  readonly #cookies: CookieJar;

  constructor(app: App, cookies = new CookieJar()) {
    this.#app = app;
    this.#cookies = cookies;
  }

  /** The same person, with the same cookies, on another app. */
  before(app: App): Visitor {
    return new Visitor(app, this.#cookies);
  }

  /** `path` from the base of the site, or an absolute address. A call of the API has a new key unless given. */
  async open(path: string, init: { method?: string; body?: string; headers?: Record<string, string> } = {}) {
    const url = path.startsWith("https:") ? path : SITE + path;
    const cookie = await this.#cookies.getCookieString(url);
    const isCall = url.startsWith(API) && init.method === "POST";
    const headers = {
      ...(isCall && { "idempotency-key": randomUUID() }),
      ...init.headers,
      ...(cookie ? { cookie } : {}),
    };
    const response = await this.#app.request(url, { ...init, headers });
    for (const set of response.headers.getSetCookie()) await this.#cookies.setCookie(set, url);
    const page = new Page(
      url,
      response.status,
      new Uint8Array(await response.arrayBuffer()),
      response.headers,
    );
    const [, asked] = url.split(API);
    if (asked !== undefined)
      mustBeDescribed({ method: init.method ?? "GET", path: asked, status: page.status, text: page.html });
    return page;
  }

  post(path: string, values: Record<string, string | string[]> | [string, string][], headers = {}) {
    const entries = Array.isArray(values)
      ? values
      : Object.entries(values).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
    return this.open(path, {
      method: "POST",
      body: new URLSearchParams(entries).toString(),
      headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
    });
  }

  /** Posts a form of a page with these overrides, by the button with this text. */
  /** Posts a form as its reader does, who also sends what a page asks to look over. */
  async submit(
    form: Form,
    values: Record<string, string | string[] | undefined> = {},
    button?: string,
  ): Promise<Page> {
    const entries = [...form.filledIn(values), ...form.pressed(button)];
    const page = await this.post(form.actionOf(button).href, entries);
    const looked = lookedOver(page);
    return looked ? this.submit(looked) : page;
  }

  /** Opens the target of a redirect. */
  follow(page: Page) {
    const to = page.headers.get("location");
    if (!to) throw new Error(`${page.url} (${page.status}) leads nowhere`);
    return this.open(new URL(to, page.url).href);
  }

  async keep(cookie: string) {
    await this.#cookies.setCookie(cookie, SITE);
  }
}
