import { parse } from "node-html-parser";
import { cleanText } from "../../functions/domain/clean-text.ts";
import { MARK } from "./hostile.ts";
import type { MadeUp } from "./requests.ts";

const FORM = /^application\/x-www-form-urlencoded *(;|$)/i;
/** In bytes and in fields: a larger body is no form of the site. */
const LARGEST = 1024 * 1024;
const MOST_FIELDS = 1000;

const asRead = (text: string) => cleanText(text).replace(/\s+/g, " ").trim();

/** The values in the inputs of a page, by name, as a person reads them. */
function shownOn(html: string): Map<string, string[]> {
  const shown = new Map<string, string[]>();
  for (const control of parse(html).querySelectorAll(
    "input:not([type=radio]):not([type=checkbox]), textarea",
  )) {
    const [name = "", value] = [
      control.getAttribute("name"),
      control.tagName === "TEXTAREA" ? control.textContent : control.getAttribute("value"),
    ];
    shown.set(name, [...(shown.get(name) ?? []), asRead(value ?? "")]);
  }
  return shown;
}

/**
 * Names of a posted form whose input the page does not show again. After a failure all names count, otherwise those on
 * the page, because another form may be posted to its address.
 */
export function lostWords({ body, headers, method }: MadeUp, status: number, html: string): string[] {
  const isOurs = (headers["sec-fetch-site"] ?? "same-origin") === "same-origin";
  if (method !== "POST" || !body || !FORM.test(body.type) || !isOurs || !html.startsWith("<!")) return [];
  const posted = new URLSearchParams(new TextDecoder().decode(body.bytes));
  if (body.bytes.length > LARGEST || posted.size > MOST_FIELDS) return [];
  const shown = shownOn(html);
  /** Fields that are not typed. */
  const isChoice = (name: string) => html.includes(`name="${name}"`);
  // A text with a blank was typed by a person; of repeated names the first counts.
  const typed = [...new Set(posted.keys())]
    .map((name) => [name, asRead(posted.get(name) ?? "")] as const)
    .filter(([, text]) => text.includes(MARK) && text.includes(" "));
  // A person whom somebody else changed meanwhile is shown with current values (PEOPLE-06).
  const isRenewed = html.includes("Iemand wijzigde deze persoon intussen");
  return typed
    .filter(([name]) => !isRenewed || !/^(dpo|signatory)\.|^(name|capacity)$/.test(name))
    .filter(([name]) => shown.has(name) || (status === 503 && !isChoice(name)))
    .filter(([name, text]) => !shown.get(name)?.includes(text))
    .map(([name]) => name);
}
