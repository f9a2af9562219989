import { describe, expect, it } from "vitest";
import { carryOutDpia } from "../../functions/dpia/carry-out-dpia.ts";
import { preAssessDpia } from "../../functions/dpia/pre-assess-dpia.ts";
import { QUESTIONNAIRE, QUESTIONNAIRE_VERSION } from "../../functions/dpia/questionnaire.ts";
import { reviewDpia } from "../../functions/dpia/review-dpia.ts";
import { MAXIMUM_FORM_BYTES } from "../../functions/domain/fields.ts";
import type { Dpia } from "../../functions/domain/facts.ts";
import { aDossier, NOW } from "../builders/dossier.ts";
import { aDecision } from "../builders/task.ts";
import { postedBytes } from "../builders/full-form.ts";
import { expectTexts } from "../builders/task-texts.ts";
import { aPreAssessment } from "./answers.ts";
import { anIntake } from "../builders/intake.ts";

const concluded: Dpia = {
  conclusion: "required",
  suggestion: "required",
  questionnaire: QUESTIONNAIRE_VERSION,
  criteria: ["a2"],
  concludedAt: NOW,
};
const carriedOut = {
  contents: { description: true, necessity: true, risks: true, measures: true },
  residualRisk: "high",
  dpoOpinion: "De maatregelen volstaan.",
};
const tasks = [preAssessDpia, carryOutDpia, reviewDpia];

describe.each(tasks)("$kind", (task) => {
  it("has a text for every field, option and outcome", () => {
    expectTexts(task);
  });

  it.each(Object.entries(task.outcomes))(
    "%s, with every field full, fits in a posted form",
    (_name, schema) => {
      expect(postedBytes(schema)).toBeLessThan(MAXIMUM_FORM_BYTES);
    },
  );
});

describe("PreAssessDpia", () => {
  it("asks 3, 8 and 9 criteria, each by its own id", () => {
    const ids = Object.values(QUESTIONNAIRE).map((part) => part.map(({ id }) => id));

    expect(ids.map((part) => part.length)).toEqual([3, 8, 9]);
    expect(new Set(ids.flat()).size).toBe(20);
  });

  it("needs an answer to every criterion", () => {
    const { a1: _, ...a } = aPreAssessment().a;

    const result = preAssessDpia.outcomes["required"]?.safeParse({ ...aPreAssessment(), a });

    expect(result?.success).toBe(false);
  });

  it("is prefilled with what the intake says", () => {
    const intake = anIntake({ purpose: "Diploma's nakijken" });

    const { header } = preAssessDpia.prefill(aDossier({ intake }), { openedAt: NOW });

    expect(header).toMatchObject({
      controllers: "Gemeente Voorbeeldegem (0999.999.922) en de beheerder van de LED",
      purpose: "Diploma's nakijken",
      channels: ["web-service"],
      dataCategories: intake.dataCategories,
      recipients: intake.recipients,
      retention: intake.retention,
      automatedDecisions: false,
    });
  });

  it("asks the team what an intake of an earlier release did not ask", () => {
    const {
      dataCategories: _,
      recipients: __,
      retention: ___,
      automatedDecisions: ____,
      ...intake
    } = anIntake();

    const { header } = preAssessDpia.prefill(aDossier({ intake }), { openedAt: NOW });

    expect(header).toMatchObject({ recipients: "Gemeente Voorbeeldegem", retention: undefined });
  });

  it("records the conclusion beside the suggestion, without data of an earlier DPIA", () => {
    const dossier = aDossier({ dpia: { ...concluded, residualRisk: "high", acceptedAt: NOW } });
    const fields = aPreAssessment(["a2", "c4"], "De schaal is beperkt.");

    const { dpia } = preAssessDpia.records(dossier, aDecision({ outcome: "not-required", fields }));

    expect(dpia).toEqual({
      conclusion: "not-required",
      suggestion: "required",
      motivation: "De schaal is beperkt.",
      questionnaire: QUESTIONNAIRE_VERSION,
      criteria: ["a2", "c4"],
      concludedAt: NOW,
    });
  });

  it("refuses to depart from the suggestion without a motivation", () => {
    const decision = aDecision({ outcome: "not-required", fields: aPreAssessment(["b5"]) });

    expect(preAssessDpia.mayDecide(aDossier(), decision)).toMatchObject({ reasons: [{ rule: "DPIA-02" }] });
  });
});

describe("CarryOutDpia", () => {
  it("records the residual risk, and requires a new review and consultation", () => {
    const dossier = aDossier({
      dpia: {
        ...concluded,
        acceptedAt: NOW,
        priorConsultation: { outcome: "favourable", date: "2026-11-01" },
      },
    });

    const { dpia } = carryOutDpia.records(dossier, aDecision({ fields: carriedOut }));

    expect(dpia).toEqual({ ...concluded, residualRisk: "high" });
  });

  it("refuses a DPIA without its four parts", () => {
    const fields = { ...carriedOut, contents: { ...carriedOut.contents, risks: false } };

    expect(carryOutDpia.mayDecide(aDossier(), aDecision({ fields }))).toMatchObject({
      reasons: [{ rule: "DPIA-03", field: "contents.risks" }],
    });
  });
});

describe("ReviewDpia", () => {
  it("accepting dates the DPIA; asking for changes removes the acceptance", () => {
    const dossier = aDossier({ dpia: { ...concluded, residualRisk: "low" } });

    expect(reviewDpia.records(dossier, aDecision({ outcome: "accepted" })).dpia).toMatchObject({
      acceptedAt: NOW,
    });
    expect(
      reviewDpia.records(
        dossier,
        aDecision({ outcome: "changes-needed", fields: { remarks: "Niet volledig." } }),
      ).dpia?.acceptedAt,
    ).toBeUndefined();
  });
});
