import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Engine } from "mrml";

/** The parts of mail.mjml, each from its mark to the next. */
const PARTS = ["start", "text", "quote", "button", "end"] as const;

/** Compiles the mail of mail.mjml to HTML, and cuts it at its marks. */
function buildParts(): [string, string][] {
  const result = new Engine().toHtml(readFileSync(join(import.meta.dirname, "mail.mjml"), "utf8"));
  if (result.type === "error") throw new Error(result.message);
  const [start = "", ...others] = result.content.split(/<!-- (?:text|quote|button|end) -->/);
  const contents = [start, ...others].map((part) => part.trim());
  if (contents.length !== PARTS.length) throw new Error("mail.mjml lacks a mark");
  return PARTS.map((name, place) => [name, contents[place] ?? ""]);
}

/** One line of HTML per line, so that a change is read as one. */
const asLines = (part: string): string =>
  part
    .split("\n")
    .map((line) => JSON.stringify(line))
    .join(" +\n    ");

export const renderMailParts =
  (): string => `/** The HTML of a mail, made from look/mail.mjml by \`npm run generate\`. */
export const MAIL_PARTS = {
${buildParts()
  .map(([name, part]) => `  ${name}:\n    ${asLines(part)},`)
  .join("\n")}
};
`;
