import { DomUtils, parseDocument } from "htmlparser2";
import { readDate } from "../../../domain/read-typed.ts";
import { FORM_ID } from "./form-id.tsx";

/** A parsed page of the site, into which input is filled. */
export type PageTree = ReturnType<typeof parseDocument>;
type Element = NonNullable<ReturnType<typeof DomUtils.findOne>>;

/** Escaped text of the page stays unchanged; inserted text is escaped in the same way. */
const AS_WRITTEN = { decodeEntities: false, encodeEntities: false } as const;
export const readPage = (html: string): PageTree => parseDocument(html, AS_WRITTEN);
export const writePage = (page: PageTree): string => DomUtils.getOuterHTML(page, AS_WRITTEN);

const allIn = (within: PageTree | Element, ...names: string[]): Element[] =>
  DomUtils.findAll(({ name }) => names.includes(name), within.children);
const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

const controlsOf = (form: Element) => allIn(form, "input", "textarea", "select");
const isHidden = ({ attribs }: Element) => attribs["type"] === "hidden";
/** Each page generates these values anew. */
const isOfPage = ({ attribs }: Element) => attribs["name"] === "csrf" || attribs["name"] === FORM_ID;

const postsTo = (form: Element, address: string): boolean =>
  form.attribs["method"] === "post" &&
  (form.attribs["action"] === address ||
    allIn(form, "button").some(({ attribs }) => attribs["formaction"] === address));

/** Whether a value, as escaped in a page, was posted under a name. */
const isPosted = (posted: URLSearchParams, name: string, written: string): boolean =>
  posted.getAll(name).some((value) => escaped(value) === written);

/** Number of the form's own values that were posted, because a page can have several forms with one address. */
const alike = (form: Element, posted: URLSearchParams): number =>
  [
    ...controlsOf(form).filter((control) => isHidden(control) && !isOfPage(control)),
    ...allIn(form, "button"),
  ].filter(
    ({ attribs }) =>
      attribs["name"] !== undefined && isPosted(posted, attribs["name"], attribs["value"] ?? ""),
  ).length;

/** The form of a page with this address, if it has a field for each of the names. */
export function findForm(
  page: PageTree,
  address: string,
  posted = new URLSearchParams(),
  names: readonly string[] = [],
): Element | undefined {
  const [best] = allIn(page, "form")
    .filter((form) => postsTo(form, address))
    .filter((form) => {
      const known = new Set(controlsOf(form).map(({ attribs }) => attribs["name"]));
      return names.every((name) => known.has(name));
    })
    .sort((one, other) => alike(other, posted) - alike(one, posted));
  return best;
}

function set(element: Element, name: string, isSet: boolean): void {
  if (isSet) element.attribs[name] = "";
  else delete element.attribs[name];
}

/** Fills the input into one control of a form. */
function fillControl(control: Element, posted: URLSearchParams): void {
  const { name = "", type, value = "" } = control.attribs;
  const [text] = posted.getAll(name);
  if (type === "checkbox" || type === "radio") set(control, "checked", isPosted(posted, name, value));
  else if (text === undefined) return;
  else if (control.name === "select")
    for (const option of allIn(control, "option"))
      set(option, "selected", option.attribs["value"] === escaped(text));
  // The first line end of a textarea is not part of its text.
  else if (control.name === "textarea") control.children = readPage(escaped(`\n${text}`)).children;
  else control.attribs["value"] = escaped(type === "date" ? String(readDate(text)) : text);
}

/** Fills the input into a form and expands its parents. `formId`: the id that makes both posts idempotent. */
export function fillIn(form: Element, posted: URLSearchParams, formId: string | undefined): void {
  for (const control of controlsOf(form)) {
    if (!isOfPage(control)) fillControl(control, posted);
    else if (control.attribs["name"] === FORM_ID && formId !== undefined)
      control.attribs["value"] = escaped(formId);
  }
  for (let around = form.parent; around; around = around.parent)
    if ("name" in around && around.name === "details") set(around, "open", true);
}

/** Adds blank fields that the post omitted; returns whether there were any. */
export function fillBlanks(form: Element, posted: URLSearchParams): boolean {
  const blanks = controlsOf(form).filter((control) => {
    const { name = "", type = "text", value = "" } = control.attribs;
    const isText = control.name === "textarea" || (control.name === "input" && TEXTS.includes(type));
    const shown = control.name === "textarea" ? DomUtils.textContent(control) : value;
    return isText && shown.trim() === "" && (posted.get(name) ?? "").trim() !== "";
  });
  for (const control of blanks) fillControl(control, posted);
  return blanks.length > 0;
}
const TEXTS = ["text", "email", "tel", "date"];

const mainOf = (page: PageTree): Element | undefined => allIn(page, "main")[0];

/** Appends to the content of a page. */
export function addToPage(page: PageTree, html: string): void {
  const main = mainOf(page);
  for (const child of main ? readPage(html).children : []) if (main) DomUtils.appendChild(main, child);
}

/** Adds the reason for showing the page again: the text of the answer without its links, and `text`. */
export function sayAgain(page: PageTree, answer: PageTree, text: string): void {
  const [said, main] = [mainOf(answer), mainOf(page)];
  if (!said || !main) return;
  for (const aside of allIn(said, "nav", "form")) DomUtils.removeElement(aside);
  for (const heading of allIn(said, "h1")) heading.name = "h2";
  const words = `${DomUtils.getInnerHTML(said, AS_WRITTEN)}<p>${escaped(text)}</p>`;
  const [summary] = readPage(`<section class="summary" role="alert">${words}</section>`).children;
  const [first] = main.children;
  if (summary && first) DomUtils.prepend(first, summary);
}

/** Prefixes the title, because a screen reader reads it first. */
export function markTitle(page: PageTree, words: string): void {
  const [title] = allIn(page, "title");
  const said = title ? DomUtils.textContent(title) : "";
  if (title && !said.startsWith(words)) title.children = readPage(words + said).children;
}
