import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

export type Rule = { id: string; text: string; source: string; file: string };

/** A doc comment that starts with an id such as `DPIA-01:` and contains a source. */
const RULE_COMMENT =
  /\/\*\*\s*\n \* ([A-Z]+(?:-[A-Z]+)*-\d{2}): ([\s\S]*?)\n \*\/|\/\*\* ([A-Z]+(?:-[A-Z]+)*-\d{2}): (.*?) \*\//g;

/** All business rules, from their doc comments. */
export function collectRules(root: string): Rule[] {
  const files = globSync("functions/**/*.{ts,tsx}", { cwd: root }).sort();
  const rules = files.flatMap((file) => {
    const code = readFileSync(join(root, file), "utf8");
    return [...code.matchAll(RULE_COMMENT)].map(([, id = "", comment = "", shortId = "", short = ""]) => {
      const [text = "", source = ""] = oneLine(comment || short).split(/\s*Source: /);
      return { id: id || shortId, text, source, file: file.replaceAll("\\", "/") };
    });
  });
  return rules.sort((a, b) => a.id.localeCompare(b.id));
}

const oneLine = (comment: string) =>
  comment
    .replace(/\n \*\s?/g, " ")
    .replace(/\s+/g, " ")
    .trim();

export const renderRules = (rules: Rule[]): string =>
  [
    "# Rules",
    "",
    "Every business rule, its source and its file: one rule, one function. Made by `npm run generate` from the comments",
    'above the rules; a refusal carries the id to the people who get it. As sources, "the process" is [process.md](process.md),',
    '"domain" [domain.md](domain.md) and "design" [design.md](design.md); the rest is public.',
    "",
    "| rule | what it says | source | where |",
    "|---|---|---|---|",
    ...rules.map(
      ({ id, text, source, file }) =>
        `| ${id} | ${cell(text)} | ${cell(source)} | [${nameOf(file)}](../${file}) |`,
    ),
    "",
  ].join("\n");

const cell = (text: string) => text.replaceAll("|", "\\|");
const nameOf = (file: string) => file.split("/").slice(1).join("/");
