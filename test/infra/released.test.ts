import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DELETABLE, isRetained } from "../../infra/what-stays.ts";
import { optionsOf } from "./prod.ts";
import { changedIndexes, nextRelease, pinnedIn, type Release, replacedBy } from "./released.ts";
import { REPLACED } from "./replaced.ts";
import { synthesized } from "./synthesized.ts";

const released = JSON.parse(
  readFileSync(new URL("../fixtures/released.json", import.meta.url), "utf8"),
) as Release;
const next = pinnedIn(synthesized(optionsOf("prod")).template);

describe("what is released", () => {
  it("is neither deleted nor replaced, unless it is named in test/infra/replaced.ts", () => {
    const unnamed = [...replacedBy(released, next)].filter(([id]) => !(id in REPLACED));

    expect(unnamed.map(([, what]) => what)).toEqual([]);
  });

  it("is listed in full: npm run generate adds what is new", () => {
    expect(Object.keys(nextRelease(released, next, Object.keys(REPLACED)))).toEqual(Object.keys(released));
  });

  it("changes one index at most, which is all that a deployment can", () => {
    const table = (from: Release) => from["DossiersTable"] ?? { type: "", fixed: {} };

    expect(changedIndexes(table(released), table(next)).length).toBeLessThanOrEqual(1);
  });

  it("has the names that links, executions and restored data hold on to", () => {
    const types = new Set(Object.values(released).map(({ type }) => type));

    for (const id of ["DossiersTable", "DocumentsBucket", "LogDigestsBucket", "DataKey", "UserPool"])
      expect(released).toHaveProperty(id);
    for (const type of ["RestApi", "Stage", "DomainName"])
      expect(types).toContain(`AWS::ApiGateway::${type}`);
    expect(released["DossiersTable"]?.indexes).toHaveLength(4);
  });
});

describe("a change", () => {
  const table = (fixed: Record<string, unknown>, ...indexes: string[]) => ({
    type: "AWS::DynamoDB::Table",
    fixed,
    indexes: indexes.map((IndexName) => ({ IndexName })),
  });

  it("that deletes, renames or retypes is told by what it does", () => {
    const before = { A: table({ TableName: "a" }), B: table({}), C: table({}) };
    const after = { A: table({ TableName: "b" }), C: { ...table({}), type: "AWS::S3::Bucket" } };

    expect([...replacedBy(before, after).values()]).toEqual([
      "A (AWS::DynamoDB::Table) would be replaced: TableName changed",
      "B (AWS::DynamoDB::Table) would be deleted",
      "C would become AWS::S3::Bucket",
    ]);
  });

  it("of indexes is counted by name", () => {
    expect(changedIndexes(table({}, "one", "two"), table({}, "two", "three"))).toEqual(["one", "three"]);
  });

  it("enters the release when it adds something, or is named", () => {
    const before = { A: table({ TableName: "a" }), B: table({}) };
    const after = { A: table({ TableName: "b" }), N: table({}) };

    expect(Object.keys(nextRelease(before, after, []))).toEqual(["A", "B", "N"]);
    expect(nextRelease(before, after, [])["A"]?.fixed).toEqual({ TableName: "a" });
    expect(nextRelease(before, after, ["A", "B"])).toEqual(after);
  });
});

it("what stays when a stack is deleted has a command that deletes it", () => {
  const { Resources } = synthesized(optionsOf("prod")).template;
  const retained = Object.values(Resources).filter(({ DeletionPolicy }) => isRetained(DeletionPolicy));

  expect(retained.map(({ Type }) => Type).filter((type) => !DELETABLE.includes(type))).toEqual([]);
});
