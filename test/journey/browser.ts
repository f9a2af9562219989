import { type HTMLElement, parse } from "node-html-parser";
import { CookieJar } from "tough-cookie";
import { LOOKED } from "../../functions/web/ui/form/look-fields.ts";
import { CONFIRMATION } from "../../functions/domain/decision-is-confirmed.ts";

/** Entries of a form; names may be repeated. */
export type Entries = [name: string, value: string][];
export type File = { name: string; type: string; bytes: Uint8Array };

/**
 * A browser without scripts: opens addresses, follows redirects, keeps cookies, and posts the forms of pages with only
 * the values that those forms can send.
 */
export class Browser {
  readonly #cookies = new CookieJar();
  readonly #agent: string | undefined;

  /** `agent`: its user agent. */
  constructor(agent?: string) {
    this.#agent = agent;
  }

  async open(address: string): Promise<Page> {
    return this.#request(new URL(address), { method: "GET" });
  }

  async follow(page: Page, label: string | RegExp): Promise<Page> {
    return this.open(page.link(label));
  }

  /** Posts a form with its own values overridden by `values`, with the button of this name or text if given. */
  async submit(
    form: Form,
    values: Record<string, string | string[] | undefined>,
    button?: string,
  ): Promise<Page> {
    const origin = new URL(form.page.url).origin;
    const page = await this.post(form.actionOf(button), [...form.filledIn(values), ...form.pressed(button)], {
      origin,
    });
    const looked = lookedOver(page);
    return looked ? this.submit(looked, {}) : page;
  }

  /** Posts any entries, regardless of the forms of the page. */
  async post(address: string | URL, entries: Entries, headers: Record<string, string> = {}): Promise<Page> {
    return this.request(address, {
      method: "POST",
      body: new URLSearchParams(entries).toString(),
      headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
    });
  }

  /** Any request, with the current cookies. */
  async request(
    address: string | URL,
    init: RequestInit & { headers?: Record<string, string> },
  ): Promise<Page> {
    return this.#request(new URL(address), init);
  }

  /** Posts a form with a file, in the position that the form has. */
  async upload(form: Form, file: File): Promise<Page> {
    const body = new FormData();
    for (const input of form.controls()) {
      const name = input.getAttribute("name");
      if (!name) continue;
      if (input.getAttribute("type") !== "file") body.append(name, input.getAttribute("value") ?? "");
      else body.append(name, new Blob([Uint8Array.from(file.bytes)], { type: file.type }), file.name);
    }
    return this.#request(form.actionOf(), { method: "POST", body });
  }

  async #request(
    url: URL,
    init: RequestInit & { headers?: Record<string, string> },
    hops = 0,
  ): Promise<Page> {
    if (hops > 10) throw new Error(`too many redirects, last to ${url.pathname}`);
    const cookie = await this.#cookies.getCookieString(url.href);
    const headers = {
      accept: "text/html",
      ...(this.#agent === undefined ? undefined : { "user-agent": this.#agent }),
      ...init.headers,
      ...(cookie ? { cookie } : undefined),
    };
    const response = await fetch(url, { ...init, headers, redirect: "manual" });
    for (const set of response.headers.getSetCookie()) await this.#cookies.setCookie(set, url.href);
    const location = response.headers.get("location");
    if (response.status >= 300 && response.status < 400 && location) {
      await response.body?.cancel();
      return this.#request(new URL(location, url), { method: "GET" }, hops + 1);
    }
    return new Page(
      url.href,
      response.status,
      new Uint8Array(await response.arrayBuffer()),
      response.headers,
    );
  }
}

export class Page {
  readonly url: string;
  readonly status: number;
  readonly bytes: Uint8Array;
  readonly headers: Headers;
  #root: HTMLElement | undefined;

  constructor(url: string, status: number, bytes: Uint8Array, headers: Headers) {
    this.url = url;
    this.status = status;
    this.bytes = bytes;
    this.headers = headers;
  }

  get html(): string {
    return new TextDecoder().decode(this.bytes);
  }

  get root(): HTMLElement {
    this.#root ??= parse(this.html);
    return this.#root;
  }

  /** The visible text, in one line. */
  get text(): string {
    return this.root.textContent.replace(/\s+/g, " ").trim();
  }

  get title(): string {
    return this.root.querySelector("title")?.textContent.trim() ?? "";
  }

  /** Address of the link with this text. */
  link(label: string | RegExp): string {
    const matches = (text: string) => (typeof label === "string" ? text.includes(label) : label.test(text));
    const found = this.root.querySelectorAll("a[href]").find((anchor) => matches(anchor.textContent.trim()));
    if (!found) throw new Error(`no link ${String(label)} on ${this.title} (${this.status})`);
    return new URL(found.getAttribute("href") ?? "", this.url).href;
  }

  forms(): Form[] {
    return this.root.querySelectorAll("form").map((element) => new Form(this, element));
  }

  /** The form with a control or a button of this name, and this value if given. */
  form(name: string, value?: string): Form {
    const found = this.forms().find((form) => form.has(name, value));
    if (!found)
      throw new Error(
        `no form with ${name}=${value ?? "…"} on "${this.title}" (${this.status}): ${this.text.slice(0, 400)}`,
      );
    return found;
  }

  /** The form whose address ends with this text. */
  formTo(end: string): Form {
    const found = this.forms().find((form) => form.actionOf().pathname.endsWith(end));
    if (!found) throw new Error(`no form to ${end} on "${this.title}" (${this.status}): ${this.text}`);
    return found;
  }
}

/** The form of a page that shows all answers before they are sent; a person looks at them and sends. */
export const lookedOver = (page: Page): Form | undefined => page.forms().find((form) => form.has(LOOKED));

export class Form {
  readonly page: Page;
  readonly element: HTMLElement;

  constructor(page: Page, element: HTMLElement) {
    this.page = page;
    this.element = element;
  }

  controls(): HTMLElement[] {
    return this.element.querySelectorAll("input, textarea, select");
  }

  has(name: string, value?: string): boolean {
    return [...this.controls(), ...this.element.querySelectorAll("button")].some(
      (control) =>
        control.getAttribute("name") === name &&
        (value === undefined || control.getAttribute("value") === value),
    );
  }

  /** The target address: a button can override that of the form. */
  actionOf(button?: string): URL {
    const own = this.element.getAttribute("action") ?? this.page.url;
    return new URL(this.#button(button)?.getAttribute("formaction") ?? own, this.page.url);
  }

  /** The entry of the button itself. */
  pressed(button?: string): Entries {
    const pressed = this.#button(button);
    const name = pressed?.getAttribute("name");
    return name ? [[name, pressed?.getAttribute("value") ?? ""]] : [];
  }

  #button(text: string | undefined): HTMLElement | undefined {
    if (text === undefined) return undefined;
    const found = this.element.querySelectorAll("button").find((button) => button.textContent.includes(text));
    if (!found) throw new Error(`no button "${text}" in the form on ${this.page.title}`);
    return found;
  }

  /** Its own values with these overrides; an unknown name is a mistake of the test. */
  filledIn(values: Record<string, string | string[] | undefined>): Entries {
    const names = new Set(this.controls().map((control) => control.getAttribute("name")));
    const unknown = Object.keys(values).filter((name) => values[name] !== undefined && !names.has(name));
    if (unknown.length > 0) throw new Error(`the form on "${this.page.title}" has no ${unknown.join(", ")}`);
    const kept = this.controls().flatMap((control) =>
      ownEntry(control).filter(([name]) => values[name] === undefined),
    );
    const changed = Object.entries(values).flatMap(([name, value]): Entries => {
      if (value === undefined) return [];
      return (Array.isArray(value) ? value : [value]).map((one) => [name, one]);
    });
    // A person ticks a requested confirmation (TASK-02).
    const isAsked = names.has(CONFIRMATION) && values[CONFIRMATION] === undefined;
    return [...kept, ...changed, ...(isAsked ? [[CONFIRMATION, "true"] satisfies [string, string]] : [])];
  }
}

/** The entry of an untouched control. */
function ownEntry(control: HTMLElement): Entries {
  const name = control.getAttribute("name");
  const type = control.getAttribute("type");
  if (!name || type === "file" || type === "submit") return [];
  if ((type === "checkbox" || type === "radio") && !control.hasAttribute("checked")) return [];
  if (control.tagName === "TEXTAREA") return [[name, control.textContent.replace(/^\n/, "")]];
  if (control.tagName === "SELECT") {
    const chosen = control.querySelector("option[selected]") ?? control.querySelector("option");
    return [[name, chosen?.getAttribute("value") ?? chosen?.textContent ?? ""]];
  }
  return [[name, control.getAttribute("value") ?? (type === "checkbox" ? "on" : "")]];
}
