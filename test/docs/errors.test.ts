import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { METRICS } from "../../functions/adapters/shared/observability.ts";
import { ERRORS } from "../../statemachine/contract.ts";

const root = join(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const code = globSync("functions/**/*.{ts,tsx}", { cwd: root }).map(read).join("\n");
const service = read("functions/adapters/shared/foreign-error.ts");

/** The names in backticks in the first column of the table below a heading of docs/errors.md. */
const namesIn = (section: string): string[] => {
  const [, text = ""] = read("docs/errors.md").split(`\n## ${section}\n`);
  const rows = (text.split("\n## ")[0] ?? "").split("\n").filter((line) => line.startsWith("|"));
  return rows.flatMap((row) =>
    [...(row.split("|")[1] ?? "").matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name),
  );
};
const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name = ""]) => name);
const sorted = (names: Iterable<string>) => [...new Set(names)].sort();

/**
 * A failure is constructed with its code as a literal, or with the name of a service before `_UNAVAILABLE` or
 * `_REFUSED`.
 */
const THROWN = /new (?:RetryLater|InProgress|Conflict|GiveUp)\(\s*/g;
const LITERAL = /new (?:RetryLater|InProgress|Conflict|GiveUp)\(\s*"([A-Z_]+)"/g;
const BY_SERVICE = /new (?:RetryLater|GiveUp)\(`\$\{service\}_([A-Z]+)`/g;
/** Codes of classes with only one code. */
const OF_CLASS = /super\((?:"[A-Z]\w+", )?"([A-Z_]+)"/g;

describe("docs/errors.md names", () => {
  it("every code of a failure, and no other", () => {
    const services = found(service.split("export type Service =")[1]?.split(";")[0] ?? "", /"([A-Z]+)"/g);
    const ofServices = found(code, BY_SERVICE).flatMap((ending) =>
      services.map((name) => `${name}_${ending}`),
    );
    const codes = [...found(code, LITERAL), ...found(code, OF_CLASS), ...ofServices];

    // No failure is constructed in another way, which this test would miss.
    expect(code.match(THROWN)).toHaveLength(found(code, LITERAL).length + found(code, BY_SERVICE).length);
    expect(services.length).toBeGreaterThan(3);
    expect(sorted(namesIn("Codes"))).toEqual(sorted(codes));
  });

  it("every name of a failure", () => {
    expect(sorted(namesIn("Names"))).toEqual(sorted(Object.values(ERRORS)));
  });

  it("every cause for which a dossier is parked without a failure", () => {
    const causes = found(code, /\berror: "([A-Z_]+)"/g);
    const ended = found(read("infra/constructs/parking.ts").split("ENDED_BADLY")[1] ?? "", /"([A-Z_]+)"/g);

    expect(sorted(namesIn("Causes of a parked dossier"))).toEqual(sorted([...causes, ...ended]));
  });

  it("every line that a function logs", () => {
    const lines = found(code, /logger\.\w+\("([A-Z_]+)"/g);

    expect(code.match(/logger\.(info|warn|error|critical|debug)\(/g)).toHaveLength(lines.length + 1);
    expect(sorted(namesIn("Lines in the logs"))).toEqual(sorted([...lines, METRICS.itemUnreadable]));
  });
});
