import { setTimeout as pause } from "node:timers/promises";
import type { TaskDefinition } from "../../functions/domain/task-definition.ts";
import { isConsumerAudience } from "../../functions/domain/people.ts";
import type { TaskKind } from "../../functions/domain/process.ts";
import { TASKS } from "../../functions/application/tasks.ts";
import type { Cloud } from "../../local/cloud.ts";
import { Browser, type File, type Form, type Page } from "./browser.ts";
import { type Answers, asFormValues } from "./flatten.ts";

type Mail = Awaited<ReturnType<Cloud["mailbox"]>>[number];

export type DecisionOfPerson = {
  outcome: string;
  fields?: Answers;
  /** Files by document kind, added before the decision; what a person signs is downloaded from the page. */
  files?: Record<string, File | ((opened: Opened) => Promise<File>)>;
  onBehalfReason?: string;
};

/** A page, in the browser that has it open. */
export type Opened = { browser: Browser; page: Page };

/** Local users who sign in for each role of the LED. */
const STAFF = { "led-team": "tine-team", "led-dpo": "dirk-dpo", "leading-official": "lea-leidend" } as const;
const PATIENCE_MS = 60_000;

export type Habits = {
  /** User agent of these people's browsers. */
  agent?: string;
  /** Called between two checks for a mail or a page: whether the cloud came to rest. By default they wait for that. */
  atRest?: () => Promise<boolean>;
  /** Called when the cloud is at rest and the mail or the page is missing. */
  whenNothingComes?: () => Promise<void>;
};

/**
 * The people of an onboarding on a running local cloud. They read their mails, open links, sign in, fill in the forms
 * on the pages and upload files, as in a browser.
 */
export class Scene {
  readonly cloud: Cloud;
  readonly #habits: Habits;
  /** The user of each browser. */
  readonly #users = new Map<Browser, string>();

  constructor(cloud: Cloud, habits: Habits = {}) {
    this.cloud = cloud;
    this.#habits = habits;
  }

  /** A new browser. */
  newBrowser(): Browser {
    return new Browser(this.#habits.agent);
  }

  /** The newest mail to an address with this subject; waits for it. */
  async mail(to: string, subject: string | RegExp): Promise<Mail> {
    return this.#wait(`mail "${String(subject)}" to ${to}`, async () =>
      (await this.mails(to, subject)).at(-1),
    );
  }

  /** All mails to an address so far, oldest first. */
  async mails(to: string, subject: string | RegExp = ""): Promise<Mail[]> {
    const matches = (text: string) =>
      typeof subject === "string" ? text.includes(subject) : subject.test(text);
    return (await this.cloud.mailbox()).filter((mail) => mail.to.includes(to) && matches(mail.subject));
  }

  /** The personal link in a mail, at the current address of the site. */
  linkIn(mail: Mail): string {
    const [link] = mail.text.match(/https?:\/\/\S+\/(?:taak|dossier|bevestigen)\/[\w-]{43}/) ?? [];
    if (!link) throw new Error(`no personal link in "${mail.subject}"`);
    const { pathname } = new URL(link);
    return new URL(pathname, this.cloud.url).href;
  }

  /** Fills in the contact form; returns the link of the mail to confirm it. */
  async sendContact(email: string, answers: Answers, browser = this.newBrowser()): Promise<string> {
    const form = (await browser.open(`${this.cloud.url}/contact`)).form("organisationName");
    const sent = await browser.submit(form, asFormValues({ ...answers, contactEmail: email }));
    mustBe(sent, 200);
    return this.linkIn(await this.mail(email, /[Bb]evestig/));
  }

  /** Fills in the contact form and confirms by the link in the mail. */
  async makeContact(email: string, answers: Answers): Promise<Page> {
    const browser = this.newBrowser();
    const confirmation = await browser.open(await this.sendContact(email, answers, browser));
    const confirmed = await browser.submit(theOnlyForm(confirmation), {});
    mustBe(confirmed, 200);
    return confirmed;
  }

  /** The page of the newest open task of this kind, by the link mailed to this address. */
  async openByLink(email: string, kind: TaskKind): Promise<Opened> {
    const browser = this.newBrowser();
    const page = await this.#wait(`open task ${kind} for ${email}`, async () => {
      const links = (await this.mails(email)).filter(({ text }) => /\/taak\//.test(text)).reverse();
      for (const mail of links) {
        const page = await browser.open(this.linkIn(mail));
        if (isOpen(page, TASKS[kind])) return page;
      }
      return undefined;
    });
    return { browser, page };
  }

  /** The page of an open task, from the inbox of a person of the LED; `reference` selects the dossier. */
  async openFromInbox(reference: string, kind: TaskKind, as?: string): Promise<Opened> {
    const role = TASKS[kind].audience;
    const user = as ?? STAFF[isConsumerAudience(role) ? "led-team" : role];
    const browser = await this.staffBrowser(user);
    const list = `${this.cloud.adminUrl}${isConsumerAudience(role) ? `?whose=${role}` : ""}`;
    const page = await this.#wait(`open task ${kind} of ${reference} in the inbox of ${user}`, async () => {
      const inbox = await this.openAsStaff(browser, list);
      const hrefs = inbox.root
        .querySelectorAll("tr")
        .filter((row) => row.textContent.includes(reference))
        .flatMap((row) => row.querySelectorAll("a[href]").map((anchor) => anchor.getAttribute("href") ?? ""));
      const href = hrefs.find((address) => address.includes(`/tasks/${kind}-`));
      const task = href && (await this.openAsStaff(browser, new URL(href, inbox.url).href));
      return task && isOpen(task, TASKS[kind]) ? task : undefined;
    });
    return { browser, page };
  }

  /** Adds the documents, fills in the form of the outcome and presses its button; returns the next page. */
  async answer({ browser, page: start }: Opened, kind: TaskKind, decision: DecisionOfPerson): Promise<Page> {
    let page = start;
    for (const [documentKind, made] of Object.entries(decision.files ?? {})) {
      const file = typeof made === "function" ? await made({ browser, page }) : made;
      page = await this.addDocument({ browser, page }, decision.outcome, documentKind, file);
    }
    // Malware is looked for after the upload: a decision waits for the result (DOC-01).
    if (decision.files && !this.#habits.atRest) await this.cloud.settled();
    const button = TASKS[kind].texts.nl.outcomes[decision.outcome]?.button;
    const values = asFormValues({ ...decision.fields, onBehalfReason: decision.onBehalfReason });
    return browser.submit(page.form("outcome", decision.outcome), values, button);
  }

  /** Opens an admin page; signs in when there is no session. */
  async openAsStaff(browser: Browser, address: string): Promise<Page> {
    const page = await browser.open(address);
    if (!page.forms().some((form) => form.element.querySelector("button[name=user]"))) return page;
    const user = this.#users.get(browser);
    const name = this.cloud.users.find(({ id }) => id === user)?.name;
    if (!name) throw new Error(`nobody signs in as ${user ?? "unknown"}`);
    await browser.submit(theOnlyForm(page), {}, name);
    return browser.open(address);
  }

  /** The browser that a person of the LED always uses. */
  async staffBrowser(user: string): Promise<Browser> {
    const [known] = [...this.#users].find(([, owner]) => owner === user) ?? [];
    return known ?? this.anotherBrowserOf(user);
  }

  anotherBrowserOf(user: string): Browser {
    const browser = this.newBrowser();
    this.#users.set(browser, user);
    return browser;
  }

  /** The upload form for one document of an outcome. */
  async uploadForm({ browser, page }: Opened, outcome: string, kind: string): Promise<Form> {
    const form = page.form("outcome", outcome);
    const button = form.element
      .querySelectorAll("button[name=kind]")
      .find((candidate) => candidate.getAttribute("value") === kind);
    if (!button) throw new Error(`the form for ${outcome} on "${page.title}" takes no ${kind}`);
    const uploadPage = await browser.submit(form, {}, button.textContent.trim());
    const upload = uploadPage
      .forms()
      .find((candidate) => candidate.element.querySelector("input[type=file]"));
    if (!upload) throw new Error(`no upload form: ${uploadPage.status} ${uploadPage.text.slice(0, 300)}`);
    return upload;
  }

  /** Uploads a document to the bucket, and returns to the task after the document was judged. */
  async addDocument(opened: Opened, outcome: string, kind: string, file: File): Promise<Page> {
    const { browser, page: before } = opened;
    mustBe(await browser.upload(await this.uploadForm(opened, outcome, kind), file), 200);
    return this.#wait(`document ${kind} on the task`, async () => {
      const page = await browser.open(before.url);
      const arrived = (seen: Page) => documentsIn(seen.form("outcome", outcome));
      return arrived(page) > arrived(before) ? page : undefined;
    });
  }

  async #settled(): Promise<boolean> {
    await this.cloud.settled();
    return true;
  }

  async #wait<Result>(what: string, look: () => Promise<Result | undefined>): Promise<Result> {
    const { atRest = () => this.#settled(), whenNothingComes } = this.#habits;
    let deadline = Date.now() + PATIENCE_MS;
    for (let isAtRest = false; Date.now() < deadline; await pause(50)) {
      const found = await look();
      if (found !== undefined) return found;
      if (!isAtRest || !whenNothingComes) isAtRest = await atRest();
      else {
        const before = Date.now();
        await whenNothingComes();
        deadline += Date.now() - before;
        isAtRest = false;
      }
    }
    throw new Error(`waited in vain for ${what}`);
  }
}

/** Whether a page has the form of a decision of this kind. */
const isOpen = (page: Page, { texts }: TaskDefinition) =>
  page.root.querySelector("h1")?.textContent.trim() === texts.nl.title &&
  page.root.querySelector("[name=outcome]") !== null;

/** Documents that a form shows, including refused ones. */
const documentsIn = (form: Form) =>
  form.element.querySelectorAll("input[name=documents], fieldset .field > p.problem").length;

export function theOnlyForm(page: Page): Form {
  const [form] = page.forms();
  if (!form) throw new Error(`no form on "${page.title}" (${page.status}): ${page.text.slice(0, 300)}`);
  return form;
}

export function mustBe(page: Page, status: number): void {
  if (page.status !== status)
    throw new Error(`${page.url} answered ${page.status}, not ${status}: ${page.text.slice(0, 500)}`);
}
