import { describe, expect, it } from "vitest";
import { departureIsMotivated } from "../../functions/dpia/departure-is-motivated.ts";
import { DPIA_CONTENTS, dpiaIsComplete } from "../../functions/dpia/dpia-is-complete.ts";
import { dpiaIsRequired } from "../../functions/dpia/dpia-is-required.ts";
import { QUESTIONNAIRE } from "../../functions/dpia/questionnaire.ts";

describe("DPIA-01", () => {
  it.each([...QUESTIONNAIRE.a, ...QUESTIONNAIRE.b])("$id alone suggests a DPIA", ({ id }) => {
    expect(dpiaIsRequired([id])).toBe(true);
  });

  it.each(QUESTIONNAIRE.c)("$id suggests a DPIA together with another of part C, not alone", ({ id }) => {
    const other = id === "c1" ? "c2" : "c1";

    expect(dpiaIsRequired([id])).toBe(false);
    expect(dpiaIsRequired([id, other])).toBe(true);
  });

  it("no criteria suggest no DPIA", () => {
    expect(dpiaIsRequired([])).toBe(false);
  });
});

describe("DPIA-02", () => {
  it("a conclusion that follows the suggestion needs no motivation", () => {
    expect(departureIsMotivated("required", ["a2"], undefined)).toEqual({ allowed: true });
    expect(departureIsMotivated("not-required", ["c1"], undefined)).toEqual({ allowed: true });
  });

  it.each([
    ["not-required", ["a2"]],
    ["required", []],
  ])("%s against the suggestion needs a motivation", (conclusion, criteria) => {
    expect(departureIsMotivated(conclusion, criteria, undefined)).toMatchObject({
      reasons: [{ rule: "DPIA-02", field: "motivation" }],
    });
    expect(departureIsMotivated(conclusion, criteria, "Het gaat om vijf mensen.")).toEqual({ allowed: true });
  });
});

describe("DPIA-03", () => {
  const complete = { description: true, necessity: true, risks: true, measures: true };

  it("a DPIA with the four parts is complete", () => {
    expect(dpiaIsComplete(complete)).toEqual({ allowed: true });
  });

  it.each(DPIA_CONTENTS)("without its %s it is incomplete, and the refusal names that part", (part) => {
    expect(dpiaIsComplete({ ...complete, [part]: false })).toMatchObject({
      reasons: [{ rule: "DPIA-03", field: `contents.${part}` }],
    });
  });
});
