import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const docs = join(import.meta.dirname, "../../docs");
const page = readFileSync(join(docs, "security.md"), "utf8");
const [, ...parts] = page.split("\n## ");
const protections = parts.filter((part) => part.includes("**Protected**"));

describe("docs/security.md", () => {
  it("links to existing files", () => {
    const links = [...page.matchAll(/\]\(([^)#]+)\)/g)].map(([, path = ""]) => path);

    expect(links.length).toBeGreaterThan(30);
    expect(links.filter((path) => !existsSync(join(docs, path)))).toEqual([]);
  });

  it.each(protections.map((part) => [part.split("\n")[0], part]))(
    "says of %s how it is protected, which test shows it, and what is left open",
    (_title, part) => {
      expect(part).toContain("**How**");
      expect(part).toContain("**Left open**");
      expect(part).toMatch(/\*\*Shown by\*\*[^*]*\]\(\.\.\/test\//);
    },
  );

  it("contains only existing rules", () => {
    const rules = readFileSync(join(docs, "rules.md"), "utf8");
    const named = [...page.matchAll(/\b[A-Z]+-\d\d\b/g)].map(([id]) => id);

    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((id) => !rules.includes(`| ${id} |`))).toEqual([]);
  });
});
