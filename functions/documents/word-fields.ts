import type { FileRefusal } from "../domain/documents.ts";
import { isElsewhere, isPlainLink } from "./addresses.ts";

/** What stands in the code of a field for a field within it: what that will say is not known. */
const NESTED = "\uFFFC";

/** The code of a field is split over runs at will, and fields stand within fields: each is put together again. */
export class FieldCodes {
  readonly #open: { code: string; isShown: boolean }[] = [{ code: "", isShown: true }];
  readonly #codes: string[] = [];

  mark(type: string): void {
    const field = this.#open.at(-1);
    if (type === "begin") this.#open.push({ code: "", isShown: false });
    // What follows is what the field showed last: no part of its code.
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

/** Also where fields within it make the keyword, or a part of it. */
const isDde = (code: string): boolean =>
  /^["\s]*DDE(AUTO)?\b/i.test(code) || /DDEAUTO/i.test(code) || /^["\s]*D?D?E?\uFFFC\S*\s+\S/i.test(code);

const SWITCH_WITH_TEXT = /^\\[lmost]$/i;

/** The words of a code, without its switches and what belongs to them. */
function targetsIn(code: string): string[] {
  const words = [...code.matchAll(/"([^"]*)"|[^\s"]+/g)].map(([word, quoted]) => quoted ?? word);
  return words.slice(1).filter((_word, at) => !SWITCH_WITH_TEXT.test(words[at] ?? ""));
}

/** Fields that take in something from elsewhere; a picture only where it is not beside the document. */
function fetches(code: string): boolean {
  const [keyword = ""] = code.replaceAll('"', " ").trim().split(/\s+/);
  // Fields within it make the keyword, which may be any; of a sum they make the numbers.
  if (keyword.includes(NESTED) && !keyword.startsWith("=")) return true;
  if (/^(LINK|INCLUDETEXT|IMPORT|INCLUDE|DATABASE|RD)$/i.test(keyword)) return true;
  if (/^HYPERLINK$/i.test(keyword)) return !targetsIn(code).every(isPlainLink);
  if (!/^INCLUDEPICTURE/i.test(keyword)) return false;
  return code.includes(NESTED) || code.split(/[\s"]+/).some(isElsewhere);
}
