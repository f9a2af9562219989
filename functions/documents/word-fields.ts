import type { FileRefusal } from "../domain/documents.ts";
import { isElsewhere } from "./addresses.ts";

/** The code of a field is split over runs at will, and fields stand within fields: each is put together again. */
export class FieldCodes {
  readonly #open: string[] = [""];
  readonly #codes: string[] = [];

  mark(type: string): void {
    if (type === "begin") this.#open.push("");
    else if (type === "end" && this.#open.length > 1) this.whole(this.#open.pop() ?? "");
  }

  add(text: string): void {
    this.#open.push(`${this.#open.pop() ?? ""}${text}`);
  }

  whole(code: string): void {
    this.#codes.push(code);
  }

  refusal(): FileRefusal | undefined {
    const codes = [...this.#codes, ...this.#open].map((code) => code.replace(/[\s"]+/g, " ").trim());
    // A keyword that nested fields make stands in one of them.
    if (codes.some((code) => /^DDE(AUTO)?\b/i.test(code) || /DDEAUTO/i.test(code))) return "refused-dde";
    return codes.some(fetches) ? "refused-remote" : undefined;
  }
}

/** Fields that take in something from elsewhere; a picture only where it is not beside the document. */
const fetches = (code: string): boolean => {
  const [keyword = "", ...rest] = code.split(" ");
  if (/^(LINK|INCLUDETEXT|IMPORT|INCLUDE|DATABASE|RD)$/i.test(keyword)) return true;
  return /^INCLUDEPICTURE$/i.test(keyword) && rest.some(isElsewhere);
};
