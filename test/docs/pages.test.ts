import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const PAGES = globSync(["*.md", "docs/**/*.md", ".github/**/*.md", "local/**/*.md"], { cwd: root });

/** A page without its code examples. */
const prose = (path: string) => read(path).replace(/```[\s\S]*?```/g, "");

/** Anchors of headings, in GitHub's format. */
const anchorsOf = (path: string): string[] =>
  prose(path)
    .split("\n")
    .filter((line) => /^#+ /.test(line))
    .map((line) =>
      line
        .replace(/^#+ /, "")
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, "")
        .replaceAll(" ", "-"),
    );

/** The links of a page within the project: the file from the root, and the heading if any. */
const linksOf = (page: string) =>
  [...prose(page).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)].map(
    ([link, path = "", anchor]) => ({
      link: `${page}: ${link}`,
      path: path === "" ? page : join(dirname(page), path),
      anchor,
    }),
  );

describe("a page", () => {
  const links = PAGES.flatMap(linksOf);

  it("links to existing files and folders", () => {
    expect(links.length).toBeGreaterThan(200);
    expect(links.filter(({ path }) => !existsSync(join(root, path))).map(({ link }) => link)).toEqual([]);
  });

  it("links to existing headings", () => {
    const toHeadings = links.filter(({ anchor, path }) => anchor !== undefined && path.endsWith(".md"));
    const lost = toHeadings.filter(({ anchor = "", path }) => !anchorsOf(path).includes(anchor));

    expect(toHeadings.length).toBeGreaterThan(5);
    expect(lost.map(({ link }) => link)).toEqual([]);
  });

  it("contains existing paths of the project", () => {
    const named = PAGES.filter((page) => page !== "CHANGELOG.md").flatMap((page) =>
      [...prose(page).matchAll(/`((?:functions|infra|statemachine|local|test|docs)\/[\w./-]*\w)\/?`/g)].map(
        ([, path = ""]) => ({ page, path }),
      ),
    );

    expect(named.length).toBeGreaterThan(30);
    expect(named.filter(({ path }) => !existsSync(join(root, path)))).toEqual([]);
  });
});

describe('a row of README\'s "Where do I find"', () => {
  const [, text = ""] = read("README.md").split("\n## Where do I find …\n");
  const rows = (text.split("\n## ")[0] ?? "")
    .split("\n")
    .filter((line) => /^\| (?![-*]|question)/.test(line));

  it("leads to a file, or to a folder of pages", () => {
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter((row) => !/\]\([\w./-]+(#[\w-]+)?\)/.test(row))).toEqual([]);
  });

  it("contains only names that the file has", () => {
    const named = rows.flatMap((row) =>
      [...row.matchAll(/((?:`\w+`|[A-Z]+-\d\d)(?: and `\w+`)?) in \[[^\]]+\]\(([^)]+)\)/g)].flatMap(
        ([, names = "", path = ""]) => [...names.matchAll(/[\w-]{4,}/g)].map(([name]) => ({ name, path })),
      ),
    );

    expect(named.length).toBeGreaterThan(7);
    expect(named.filter(({ name, path }) => !read(path).includes(name))).toEqual([]);
  });
});
