import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Access } from "../../functions/domain/access.ts";
import { Dossier } from "../../functions/domain/dossier.ts";
import { HumanTask } from "../../functions/domain/human-task.ts";
import { DOCUMENT_CLOCKS, DOSSIER_CLOCKS, TASK_CLOCKS } from "../../functions/domain/clocks.ts";
import { DELETION_CLOCK } from "../../functions/domain/tombstone.ts";
import { timelineTexts } from "../../functions/web/ui/timeline.nl.ts";

const root = join(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");

/** The names in backticks in the first column of the tables of a section of docs/data-model.md. */
const namesIn = (section: string): string[] => {
  const [, text = ""] = read("docs/data-model.md").split(`\n## ${section}\n`);
  const rows = (text.split("\n## ")[0] ?? "").split("\n").filter((line) => line.startsWith("|"));
  return rows.flatMap((row) =>
    [...(row.split("|")[1] ?? "").matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name),
  );
};

const sorted = (names: Iterable<string>) => [...new Set(names)].sort();

describe("docs/data-model.md names", () => {
  it("every field of a dossier, a task and an access, and no other", () => {
    const ofDossier = Dossier.options.flatMap((option) =>
      "options" in option
        ? option.options.flatMap(({ shape }) => Object.keys(shape))
        : Object.keys(option.shape),
    );

    expect(sorted(namesIn("The dossier"))).toEqual(sorted(ofDossier));
    expect(sorted(namesIn("A task"))).toEqual(sorted(Object.keys(HumanTask.shape)));
    expect(sorted(namesIn("An access"))).toEqual(sorted(Object.keys(Access.shape)));
  });

  it("every clock that follow-up acts on, and no other", () => {
    const all = [...Object.keys(DOSSIER_CLOCKS), ...Object.keys(TASK_CLOCKS), DELETION_CLOCK].concat(
      Object.keys(DOCUMENT_CLOCKS),
    );

    expect(sorted(namesIn("Clocks"))).toEqual(sorted(all));
  });

  it("everything that a change can record, and no other", () => {
    const kinds = Object.keys(timelineTexts.changes).map((what) =>
      what.replace(/^people\..+/, "people.<part>").replace(/^(assignee|handler)\..+/, "$1.<act>"),
    );
    const files = globSync("functions/**/*.ts", { cwd: root, exclude: ["functions/domain/access.ts"] });
    const code = files.map(read).join("\n");
    const written = [...code.matchAll(/\bby\b[^\n]*\bwhat: "([\w-]+)"/g)].map(([, what = ""]) => what);

    expect(written.length).toBeGreaterThan(5);
    expect(sorted(namesIn("Changes"))).toEqual(sorted(kinds));
    expect(written.filter((what) => !namesIn("Changes").includes(what))).toEqual([]);
  });
});
