import type { FileRefusal } from "../domain/documents.ts";
import { isElsewhere, isPlainLink } from "./addresses.ts";

/** Placeholder for a nested field in the code of a field: its result is unknown. */
const NESTED = "\uFFFC";

/** Reassembles the codes of fields: Word splits a code over runs, and fields can be nested. */
export class FieldCodes {
  readonly #open: { code: string; isShown: boolean }[] = [{ code: "", isShown: true }];
  readonly #codes: string[] = [];

  mark(type: string): void {
    const field = this.#open.at(-1);
    if (type === "begin") this.#open.push({ code: "", isShown: false });
    // The text after the separator is the field's last result, not its code.
    else if (type === "separate" && field) field.isShown = true;
    else if (type === "end" && this.#open.length > 1) {
      this.whole(this.#open.pop()?.code ?? "");
      const around = this.#open.at(-1);
      if (around && !around.isShown) this.add(NESTED);
    }
  }

  add(text: string): void {
    const field = this.#open.at(-1);
    if (field) field.code += text;
  }

  whole(code: string): void {
    this.#codes.push(code);
  }

  refusal(): FileRefusal | undefined {
    const codes = [...this.#codes, ...this.#open.map(({ code }) => code)].map((code) => code.trim());
    if (codes.some(isDde)) return "refused-dde";
    return codes.some(fetches) ? "refused-remote" : undefined;
  }
}

/** Also matches where nested fields may form the keyword or a part of it. */
const isDde = (code: string): boolean =>
  /^["\s]*DDE(AUTO)?\b/i.test(code) || /DDEAUTO/i.test(code) || /^["\s]*D?D?E?\uFFFC\S*\s+\S/i.test(code);

const SWITCH_WITH_TEXT = /^\\[lmost]$/i;

/** Words of a code without the switches and their arguments. */
function targetsIn(code: string): string[] {
  const words = [...code.matchAll(/"([^"]*)"|[^\s"]+/g)].map(([word, quoted]) => quoted ?? word);
  return words.slice(1).filter((_word, at) => !SWITCH_WITH_TEXT.test(words[at] ?? ""));
}

/** Whether a field fetches external content; a picture counts only where it is outside the document. */
function fetches(code: string): boolean {
  const [keyword = ""] = code.replaceAll('"', " ").trim().split(/\s+/);
  // Fields within it make the keyword, which may be any; of a sum they make the numbers.
  if (keyword.includes(NESTED) && !keyword.startsWith("=")) return true;
  if (/^(LINK|INCLUDETEXT|IMPORT|INCLUDE|DATABASE|RD)$/i.test(keyword)) return true;
  if (/^HYPERLINK$/i.test(keyword))
    return targetsIn(code).some((target) => !isPlainLink(target) || target.includes(NESTED));
  if (!/^INCLUDEPICTURE/i.test(keyword)) return false;
  return code.includes(NESTED) || code.split(/[\s"]+/).some(isElsewhere);
}
