import { contactAnswers, peopleOf, usualDecision } from "../journey/answers.ts";
import { Browser, type Page } from "../journey/browser.ts";
import { asFormValues } from "../journey/flatten.ts";
import { pdf } from "../journey/files.ts";
import { theOnlyForm } from "../journey/scene.ts";
import { checkAlarm, type Ear } from "./alarm.ts";
import { type Look, must, SmokeFailed, until } from "./checks.ts";

export type SmokeOptions = {
  /** Address of the site, with its stage if it has one. */
  url: string;
  /** Whoever runs this, to play a dossier, which is withdrawn at the end. Without it only what needs no mail is checked. */
  person?: Person;
  /** Whoever hears its alarms, to ring one. */
  ear?: Ear;
  say: (line: string) => void;
  look?: Look;
};

/** A mailbox, and the personal link in its newest mail of a kind. */
export type Person = { mailbox: string; linkFrom: (mail: "confirmation" | "intake") => Promise<string> };
type Dossier = SmokeOptions & { person: Person; look: Look };

const LOOK: Look = { every: 3_000, times: 60 };

const PURPOSE = "Rooktest na een installatie: dit dossier wordt meteen ingetrokken.";
const DATE =
  /\b\d{1,2} (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december) \d{4}\b/;

/**
 * Checks a deployed stack from outside, as an applicant: the site, the sign-in, the API, then a whole beginning of an
 * onboarding (contact, confirmation, a document, the intake) and its withdrawal. Throws `SmokeFailed` at the first fault.
 */
export async function smoke(options: SmokeOptions): Promise<void> {
  const { url, person, ear, say, look = LOOK } = options;
  await checkSite(url);
  say("site: answers, in Dutch, with its security headers");
  await checkSignIn(url);
  say("sign-in: the admin pages lead to the issuer, whose page answers");
  await checkApi(url);
  say("API: its document is public, the rest asks for a token");
  if (person) await playDossier({ ...options, person, look });
  if (!ear) return;
  await checkAlarm(ear, look);
  say("alarm: rung, mailed, heard");
}

async function playDossier(options: Dossier): Promise<void> {
  const { url, person, say } = options;
  const browser = new Browser("led-smoke");
  await makeContact(browser, options);
  say("contact: sent, mailed, confirmed");
  const task = await browser.open(onSite(url, await person.linkFrom("intake")));
  must(task.status === 200, `the link to the intake answers ${task.status}`);
  must(
    DATE.test(task.text),
    "the page of the intake has no date in Dutch: the functions lack their ICU data",
  );
  say("mail and dates: the link to the intake opens, with its deadline in Dutch");
  const dossier = await decideIntake(browser, task, options);
  say("workflow: the intake was delivered, the dossier moved");
  await addDocument(browser, dossier, options);
  say("documents: a PDF was uploaded, checked and accepted");
  await withdraw(browser, dossier, options);
  say("end: the dossier is withdrawn");
}

/** The same path on the site under test: a mail may name another address of it. */
const onSite = (url: string, link: string): string => {
  const { pathname } = new URL(link);
  return new URL(pathname, url).href;
};

async function checkSite(url: string): Promise<void> {
  const home = await new Browser("led-smoke").open(url);
  must(home.status === 200, `${url} answers ${home.status}`);
  must(/<html[^>]* lang="nl/.test(home.html), "the start page is not in Dutch");
  for (const name of ["content-security-policy", "x-content-type-options"])
    must(home.headers.has(name), `the start page lacks the header ${name}`);
}

async function checkSignIn(url: string): Promise<void> {
  const page = await new Browser("led-smoke").open(`${url}/admin`);
  must(page.status === 200, `the sign-in page answers ${page.status}`);
  must(new URL(page.url).origin !== new URL(url).origin, "the admin pages do not lead to the issuer");
}

async function checkApi(url: string): Promise<void> {
  const described = await fetch(`${url}/api/admin/v1/openapi.json`);
  must(described.ok, `the document of the API answers ${described.status}`);
  const { status } = await fetch(`${url}/api/admin/v1/tasks`);
  must(status === 401, `the API answers ${status} without a token, not 401`);
}

async function makeContact(browser: Browser, { url, person }: Dossier): Promise<void> {
  const form = (await browser.open(`${url}/contact`)).form("organisationName");
  const answers = contactAnswers({ organisationName: "Rooktest", contactName: "Rooktest", message: PURPOSE });
  const sent = await browser.submit(form, asFormValues({ ...answers, contactEmail: person.mailbox }));
  must(sent.status === 200, `the contact form answers ${sent.status}: ${sent.text.slice(0, 300)}`);
  const asked = await browser.open(onSite(url, await person.linkFrom("confirmation")));
  const confirmed = await browser.submit(theOnlyForm(asked), {});
  must(
    /LED-\d{4}-\d+/.test(confirmed.text),
    `the confirmation gives no reference: ${confirmed.text.slice(0, 300)}`,
  );
}

/** Decides the intake; returns the address of the dossier's page once the workflow took the decision. */
async function decideIntake(browser: Browser, task: Page, options: Dossier): Promise<string> {
  const [local = "", domain = ""] = options.person.mailbox.split("@");
  const people = peopleOf(domain);
  for (const [part, person] of Object.entries(people)) person.email = `${local}+${part}@${domain}`;
  const { outcome, fields } = await usualDecision("SubmitIntake", Date.now(), people);
  const decided = await browser.submit(task.form("outcome", outcome), asFormValues(fields ?? {}));
  must(decided.status === 200, `the intake answers ${decided.status}: ${decided.text.slice(0, 500)}`);
  const address = decided.link("Bekijk het dossier");
  await until("the workflow takes the intake", options.look, async () =>
    (await browser.open(address)).text.includes("Wacht op: LED-team"),
  );
  return address;
}

async function addDocument(browser: Browser, dossier: string, options: Dossier): Promise<void> {
  const title = "Bestand van de rooktest";
  const asked = await browser.open(`${dossier}/document`);
  const page = await browser.submit(asked.form("title"), { title });
  const upload = page.forms().find((form) => form.element.querySelector("input[type=file]"));
  if (!upload) throw new SmokeFailed(`no upload form on "${page.title}" (${page.status})`);
  const received = await browser.upload(upload, await pdf("Rooktest"));
  must(received.status === 200, `the upload answers ${received.status}`);
  await until("the document is accepted", options.look, async () =>
    (await browser.open(dossier)).text.includes(`voegde een document toe: ${title}`),
  );
}

async function withdraw(browser: Browser, dossier: string, options: Dossier): Promise<void> {
  const asked = await browser.open(`${dossier}/intrekken`);
  const done = await browser.submit(asked.form("reason"), { reason: PURPOSE });
  must(done.status === 200, `the withdrawal answers ${done.status}: ${done.text.slice(0, 300)}`);
  await until("the dossier closes", options.look, async () =>
    /ingetrokken/i.test((await browser.open(dossier)).text),
  );
}
