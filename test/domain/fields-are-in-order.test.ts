import { describe, expect, it } from "vitest";
import { PERSON_FORMS } from "../../functions/people/person-form.ts";
import { judgeDecision } from "../../functions/domain/decide.ts";
import { fieldsAreInOrder } from "../../functions/domain/fields-are-in-order.ts";
import { connectMagda } from "../../functions/magda/connect-magda.ts";
import { ProtocolForm } from "../../functions/protocol/protocol-form.ts";
import { Published } from "../../functions/protocol/publication.ts";
import { termIsNotOver } from "../../functions/protocol/term-is-not-over.ts";
import { signForAuthority } from "../../functions/protocol/sign-for-authority.ts";
import { IntakeForm } from "../../functions/intake/submit-intake.ts";
import { aDossier, NOW } from "../builders/dossier.ts";
import { aDecision, aTask } from "../builders/task.ts";
import { aProtocol, APPLICANT_SIGNATURE, FORM, INTAKE } from "../protocol/answers.ts";

const rulesOf = (verdict: ReturnType<typeof fieldsAreInOrder>) =>
  verdict.allowed ? [] : verdict.reasons.map(({ rule, field }) => `${rule} ${field}`);
const moment = { now: NOW, opening: NOW };

describe("the values of a form, by the kind of each field", () => {
  it("of a protocol from 0026 to 0031 with an advice of 0026 are refused at each of its dates", () => {
    const fields = {
      ...FORM,
      controllers: {
        ...FORM.controllers,
        councilDecisionDate: "0026-01-01",
        representedBy: "www.evil.example",
      },
      term: { start: "0026-01-01", end: "0031-01-01" },
      advice: { ...FORM.advice, date: "0026-11-23", name: "Dirk\nPrivacy" },
    };

    expect(rulesOf(fieldsAreInOrder(ProtocolForm, ProtocolForm.parse(fields), moment))).toEqual([
      "NAME-01 controllers.representedBy",
      "DATE-02 controllers.councilDecisionDate",
      "DATE-02 term.start",
      "DATE-02 term.end",
      "DATE-02 advice.date",
      "NAME-01 advice.name",
    ]);
    expect(rulesOf(fieldsAreInOrder(ProtocolForm, ProtocolForm.parse(FORM), moment))).toEqual([]);
  });

  it("with a term that ended last year and a connection in 2025 are refused", () => {
    const ended = { ...FORM, term: { start: "2025-01-01", end: "2025-12-31" } };
    const person = { name: "Dirk Privacy", email: "dpo@voorbeeldegem.example" };
    const intake = {
      ...INTAKE,
      needsMutations: false,
      connectionDate: "2025-03-01",
      dpo: person,
      signatory: { ...person, capacity: "Zie https://evil.example" },
    };

    expect(rulesOf(fieldsAreInOrder(ProtocolForm, ended, moment))).toEqual([
      "DATE-02 term.start",
      "DATE-02 term.end",
    ]);
    expect(rulesOf(fieldsAreInOrder(IntakeForm, IntakeForm.parse(intake), moment))).toEqual([
      "DATE-02 connectionDate",
      "NAME-01 signatory.capacity",
    ]);
  });

  it("are judged with the decision", () => {
    const fields = {
      channel: "web-service",
      reference: "TAN",
      productionDate: "2025-11-23",
    };
    const judged = judgeDecision(
      connectMagda,
      {
        task: aTask({ kind: "ConnectMagda", stage: "MAGDA" }),
        dossier: aDossier({ intake: INTAKE }),
        documents: [],
      },
      { outcome: "connected", fields, documents: [], by: aDecision().by },
      NOW,
      (kind) => kind,
    );

    expect(judged.accepted ? [] : judged.reasons.map(({ rule, field }) => `${rule} ${field}`)).toEqual([
      "DATE-02 productionDate",
    ]);
  });

  it("are judged by the current request: a connection from before an amendment is refused", () => {
    const asked = { kind: "amendment", from: "INTAKE", of: 1, reason: "x", by: aDecision().by } as const;
    const dossier = aDossier({
      intake: INTAKE,
      openedAt: "2024-01-08T09:00:00.000Z",
      pass: 2,
      request: { laterPass: { ...asked, at: NOW } },
    });
    const judged = judgeDecision(
      connectMagda,
      { task: aTask({ kind: "ConnectMagda", stage: "MAGDA", pass: 2 }), dossier, documents: [] },
      {
        outcome: "connected",
        fields: {
          channel: "web-service",
          reference: "TAN",
          productionDate: "2025-11-23",
        },
        documents: [],
        by: aDecision().by,
      },
      NOW,
      (kind) => kind,
    );

    expect(judged.accepted ? [] : judged.reasons.map(({ rule, field }) => `${rule} ${field}`)).toEqual([
      "DATE-02 productionDate",
    ]);
  });

  it.each(["contact", "secondContact", "dpo", "signatory"] as const)("a %s has a name", (part) => {
    const person = {
      name: "Jan www.evil.example",
      capacity: "directeur",
      email: "jan@voorbeeldegem.example",
    };
    const values = PERSON_FORMS[part].parse({ change: "someone-else", person });

    expect(rulesOf(fieldsAreInOrder(PERSON_FORMS[part], values, moment))).toEqual(["NAME-01 person.name"]);
  });

  it("are never judged in stored items: a decision from before the bounds remains readable", () => {
    const stored = { date: "0026-01-01", url: "https://www.voorbeeldegem.example/protocol" };

    expect(Published.parse(stored)).toEqual(stored);
    expect(
      ProtocolForm.safeParse({ ...FORM, term: { start: "0026-01-01", end: "0031-01-01" } }).success,
    ).toBe(true);
  });
});

describe("a term that has ended (PROTOCOL-10)", () => {
  const signed = (end: string) =>
    aDossier({
      protocol: aProtocol({
        term: { start: "2026-01-01", end },
        ledDpoAdvice: { outcome: "positive", at: NOW, by: "Lena Dpo" },
        signatures: { applicant: APPLICANT_SIGNATURE },
      }),
    });
  const who = { name: "Lea Leidend", capacity: "administrateur-generaal" };
  const signature = aDecision({
    outcome: "signed",
    fields: { form: "electronic", ...who, date: "2026-11-23" },
  });

  it("cannot be signed; on its last day it still can", () => {
    expect(termIsNotOver(signed("2026-11-22"), NOW)).toMatchObject({ reasons: [{ rule: "PROTOCOL-10" }] });
    expect(termIsNotOver(signed("2026-11-23"), NOW)).toEqual({ allowed: true });
    expect(termIsNotOver(aDossier({ protocol: aProtocol() }), NOW)).toEqual({ allowed: true });
    expect(signForAuthority.mayDecide(signed("2026-11-22"), signature)).toMatchObject({
      reasons: [{ rule: "PROTOCOL-10" }],
    });
  });
});
