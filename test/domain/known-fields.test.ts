import { describe, expect, it } from "vitest";
import { judgeDecision } from "../../functions/domain/decide.ts";
import { knownFields, validFields } from "../../functions/domain/known-fields.ts";
import { allOf, refused } from "../../functions/domain/verdict.ts";
import { IntakeForm, submitIntake } from "../../functions/intake/submit-intake.ts";
import { aDossier, NOW } from "../builders/dossier.ts";
import { anIntakeForm } from "../builders/intake.ts";
import { aTask } from "../builders/task.ts";

const TYPED = {
  ...anIntakeForm({ channels: ["web-application"], needsMutations: true }),
  purpose: undefined,
  connectionDate: "2020-01-01",
  dpo: { name: "Dirk Privacy", email: "geen adres" },
};

describe("a form of which some fields are wrong", () => {
  it("has the values that are valid by themselves, field by field in a group", () => {
    const valid = validFields(IntakeForm, TYPED);

    expect(valid["purpose"]).toBeUndefined();
    expect(valid["dpo"]).toEqual({ name: "Dirk Privacy" });
    expect(valid["needsMutations"]).toBe(true);
  });

  it("has rules that are judged, and rules that wait for a wrong field", () => {
    const form = knownFields(IntakeForm, TYPED);

    const verdict = allOf(
      () => (form.purpose ? refused("A", "nooit") : refused("B", "nooit")),
      () => (form.mutations === undefined ? refused("C", "gezegd") : refused("D", "nooit")),
    );

    expect(verdict).toEqual({
      allowed: false,
      reasons: [{ rule: "C", message: "gezegd", field: undefined }],
    });
  });

  it("is told everything at once: its shape, its kinds of field and the rules of its task", () => {
    const organisation = { ...aDossier().organisation, type: "other-public-body" as const };
    const by = { role: "applicant" as const, id: "person-contact", name: "An Voorbeeld" };
    const judged = judgeDecision(
      submitIntake,
      { task: aTask({}), dossier: aDossier({ organisation }), documents: [] },
      { outcome: "submitted", fields: TYPED, documents: [], by },
      NOW,
      (kind) => kind,
    );

    if (judged.accepted) throw new Error("accepted");
    expect(judged.problems.map(({ path }) => path.join("."))).toEqual(["purpose", "dpo.email"]);
    expect(judged.reasons.map(({ rule }) => rule).toSorted()).toEqual(["DATE-02", "INTAKE-01", "INTAKE-02"]);
  });
});
