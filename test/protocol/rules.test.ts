import { describe, expect, it } from "vitest";
import {
  applicantSignsFirst,
  firstSignsBeforeSecond,
} from "../../functions/protocol/applicant-signs-first.ts";
import { channelsWereAssessed } from "../../functions/protocol/channels-were-assessed.ts";
import { bothDposArePositive } from "../../functions/protocol/both-dpos-are-positive.ts";
import { adviceIsMissing, approvedWithAdvice } from "../../functions/protocol/approved-with-advice.ts";
import { consumerAdviceIsPositive } from "../../functions/protocol/consumer-advice-is-positive.ts";
import { copiesAreRecorded } from "../../functions/protocol/copies-are-recorded.ts";
import { dateIsReached } from "../../functions/domain/date-is-reached.ts";
import { dpiaIsConcluded } from "../../functions/protocol/dpia-is-concluded.ts";
import { finalTextIsAPdf } from "../../functions/protocol/final-text-is-a-pdf.ts";
import type { StoredDocument } from "../../functions/domain/documents.ts";
import { priorConsultationIsNeeded } from "../../functions/protocol/prior-consultation-is-needed.ts";
import { referenceRegisterIsDescribed } from "../../functions/protocol/reference-register-is-described.ts";
import { termFollowsOn } from "../../functions/protocol/term-follows-on.ts";
import { textHasOneSource } from "../../functions/protocol/text-has-one-source.ts";
import { termIsInOrder } from "../../functions/protocol/term-is-in-order.ts";
import { SYSTEM } from "../../functions/domain/people.ts";
import { aDossier, NOW } from "../builders/dossier.ts";
import { aDpia, APPLICANT_SIGNATURE, aProtocol, FORM, INTAKE, LED_ADVICE } from "./answers.ts";

const ALLOWED = { allowed: true };

describe("PROTOCOL-01", () => {
  it("an accepted DPIA, or none where none is needed, opens the protocol phase", () => {
    expect(dpiaIsConcluded({ dpia: aDpia() })).toEqual(ALLOWED);
    expect(dpiaIsConcluded({ dpia: aDpia({ conclusion: "not-required", acceptedAt: undefined }) })).toEqual(
      ALLOWED,
    );
  });

  it("no conclusion, or a DPIA that is not accepted, does not", () => {
    expect(dpiaIsConcluded({})).toMatchObject({ reasons: [{ rule: "PROTOCOL-01" }] });
    expect(dpiaIsConcluded({ dpia: aDpia({ acceptedAt: undefined }) })).toMatchObject({
      reasons: [{ rule: "PROTOCOL-01" }],
    });
  });
});

describe("PROTOCOL-02", () => {
  it("a high residual risk needs a prior consultation with a favourable answer", () => {
    const priorConsultation = { outcome: "favourable", date: "2026-11-20" } as const;

    expect(priorConsultationIsNeeded({ dpia: aDpia({ residualRisk: "high" }) })).toBe(true);
    expect(priorConsultationIsNeeded({ dpia: aDpia({ residualRisk: "high", priorConsultation }) })).toBe(
      false,
    );
  });

  it.each(["low", "medium", undefined] as const)("a residual risk that is %s needs none", (residualRisk) => {
    expect(priorConsultationIsNeeded({ dpia: aDpia({ residualRisk }) })).toBe(false);
  });
});

describe("PROTOCOL-03", () => {
  const { consumerDpoAdvice: _advice, ...draft } = aProtocol();

  it("a draft is read without an advice; found in order, it is submitted with one", () => {
    const asked = { protocol: { ...draft, adviceAskedAt: NOW } };

    expect(consumerAdviceIsPositive({}, undefined)).toEqual(ALLOWED);
    expect(consumerAdviceIsPositive({ protocol: draft }, undefined)).toEqual(ALLOWED);
    expect(consumerAdviceIsPositive(asked, FORM.advice)).toEqual(ALLOWED);
    expect(consumerAdviceIsPositive(asked, undefined)).toMatchObject({
      reasons: [{ rule: "PROTOCOL-03", field: "advice.date" }],
    });
  });

  it("a negative advice is refused, with the alternative", () => {
    const negative = consumerAdviceIsPositive({}, undefined, "negative");

    expect(negative).toMatchObject({ reasons: [{ rule: "PROTOCOL-03" }] });
    expect(JSON.stringify(negative)).toContain("vraag een nieuw advies");
  });
});

describe("PROTOCOL-17", () => {
  const { consumerDpoAdvice: _advice, ...draft } = aProtocol();

  it("the team approves a text with the advice of the consumer's DPO, and asks that advice once", () => {
    expect(approvedWithAdvice({ protocol: aProtocol() })).toEqual(ALLOWED);
    expect(approvedWithAdvice({ protocol: draft })).toMatchObject({ reasons: [{ rule: "PROTOCOL-17" }] });
    expect(adviceIsMissing({ protocol: draft })).toEqual(ALLOWED);
    expect(adviceIsMissing({ protocol: aProtocol() })).toMatchObject({ reasons: [{ rule: "PROTOCOL-17" }] });
  });
});

describe("PROTOCOL-04", () => {
  it("a term may be open-ended; an end comes after the start", () => {
    expect(termIsInOrder({ start: "2027-03-01" })).toEqual(ALLOWED);
    expect(termIsInOrder({ start: "2027-03-01", end: "2027-03-02" })).toEqual(ALLOWED);
    expect(termIsInOrder({ start: "2027-03-01", end: "2027-03-01" })).toMatchObject({
      reasons: [{ rule: "PROTOCOL-04", field: "term.end" }],
    });
  });
});

describe("PROTOCOL-05", () => {
  it("mutations need a reference register; without them it may be blank", () => {
    const intake = { ...INTAKE, mutations: "intrekkingen" };

    expect(referenceRegisterIsDescribed({ intake: INTAKE }, undefined, "format.referenceRegister")).toEqual(
      ALLOWED,
    );
    expect(referenceRegisterIsDescribed({ intake }, "per dossier", "format.referenceRegister")).toEqual(
      ALLOWED,
    );
    expect(referenceRegisterIsDescribed({ intake }, undefined, "format.referenceRegister")).toMatchObject({
      reasons: [{ rule: "PROTOCOL-05", field: "format.referenceRegister" }],
    });
  });
});

describe("PROTOCOL-06", () => {
  const protocol = aProtocol({ ledDpoAdvice: LED_ADVICE });

  it("both favourable advices allow signing, from the day of the last one", () => {
    expect(bothDposArePositive({ protocol }, "2026-11-23")).toEqual(ALLOWED);
    expect(bothDposArePositive({ protocol }, "2026-11-22")).toMatchObject({
      reasons: [{ rule: "PROTOCOL-06", field: "date" }],
    });
  });

  it("each missing advice is a reason", () => {
    expect(bothDposArePositive({ protocol: aProtocol() })).toMatchObject({
      reasons: [{ rule: "PROTOCOL-06" }],
    });
    expect(bothDposArePositive({})).toMatchObject({
      reasons: [{ rule: "PROTOCOL-06" }, { rule: "PROTOCOL-06" }],
    });
  });
});

describe("PROTOCOL-07", () => {
  it("the authority signs after the applicant, on the same day at the earliest", () => {
    const protocol = aProtocol({ signatures: { applicant: APPLICANT_SIGNATURE } });
    const { people } = aDossier();

    expect(applicantSignsFirst({ protocol, people }, "2026-11-23")).toEqual(ALLOWED);
    expect(applicantSignsFirst({ protocol: aProtocol(), people })).toMatchObject({
      reasons: [{ rule: "PROTOCOL-07" }],
    });
    expect(applicantSignsFirst({ protocol, people }, "2026-11-22")).toMatchObject({
      reasons: [{ rule: "PROTOCOL-07", field: "date" }],
    });
  });

  it("the authority signs after both signatories of the applicant, where it has two", () => {
    const second = {
      id: "person-second-signatory",
      name: "Bert Burger",
      email: "bert@voorbeeldegem.example",
    };
    const people = { ...aDossier().people, secondSignatory: second };
    const fixed = {
      documentId: "d",
      name: "p.pdf",
      version: 1,
      sha256: "ab",
      at: NOW,
      contentType: "application/pdf",
    };
    const one = aProtocol({ version: 1, fixed, signatures: { applicant: APPLICANT_SIGNATURE } });
    const both = { ...one, signatures: { ...one.signatures, second: APPLICANT_SIGNATURE } };

    expect(firstSignsBeforeSecond({ protocol: one })).toEqual(ALLOWED);
    expect(applicantSignsFirst({ protocol: one, people })).toMatchObject({
      reasons: [{ rule: "PROTOCOL-07" }],
    });
    expect(applicantSignsFirst({ protocol: both, people })).toEqual(ALLOWED);
    expect(applicantSignsFirst({ protocol: { ...one, fixed: undefined }, people })).toEqual(ALLOWED);
  });
});

describe("PROTOCOL-15", () => {
  const file = { kind: "protocol" } as const;
  const advice = { kind: "consumer-dpo-advice" } as const;

  it("the text is the form, or one file", () => {
    expect(textHasOneSource("form", [advice])).toEqual(ALLOWED);
    expect(textHasOneSource("file", [file, advice])).toEqual(ALLOWED);
    for (const [source, documents] of [
      ["form", [file, advice]],
      ["file", [file, file]],
    ] as const)
      expect(textHasOneSource(source, documents)).toMatchObject({
        reasons: [{ rule: "PROTOCOL-15", field: "documents.protocol" }],
      });
  });
});

describe("PROTOCOL-09", () => {
  const later = { of: 1, by: SYSTEM, at: NOW } as const;

  it("the term of a renewal starts on the day after the earlier one: no gap, no overlap", () => {
    const laterPass = { ...later, kind: "renewal", end: "2026-12-31" } as const;

    expect(termFollowsOn({ request: { laterPass } }, { start: "2027-01-01" })).toEqual(ALLOWED);
    for (const start of ["2026-12-31", "2027-01-02"])
      expect(termFollowsOn({ request: { laterPass } }, { start })).toMatchObject({
        reasons: [{ rule: "PROTOCOL-09", field: "term.start" }],
      });
  });

  it("any other term is free: a first one, an amendment, and a renewal of an open-ended one", () => {
    const start = "2027-05-01";

    expect(termFollowsOn({ request: {} }, { start })).toEqual(ALLOWED);
    expect(
      termFollowsOn(
        { request: { laterPass: { ...later, kind: "amendment", end: "2026-12-31" } } },
        { start },
      ),
    ).toEqual(ALLOWED);
    expect(termFollowsOn({ request: { laterPass: { ...later, kind: "renewal" } } }, { start })).toEqual(
      ALLOWED,
    );
  });
});

describe("DATE-01", () => {
  it("a completed event is dated today in Brussels, or earlier", () => {
    expect(dateIsReached("2026-11-23", NOW, "date")).toEqual(ALLOWED);
    expect(dateIsReached("2026-11-24", "2026-11-23T23:30:00.000Z", "date")).toEqual(ALLOWED);
    expect(dateIsReached("2026-11-24", NOW, "date")).toMatchObject({
      reasons: [{ rule: "DATE-01", field: "date" }],
    });
  });
});

describe("PROTOCOL-16", () => {
  it("a protocol names channels of the intake only, and may name fewer", () => {
    const intake = { ...INTAKE, channels: ["web-service" as const] };

    expect(channelsWereAssessed({ intake: INTAKE }, ["web-service"])).toEqual(ALLOWED);
    expect(channelsWereAssessed({ intake }, ["web-service", "web-application"])).toMatchObject({
      reasons: [{ rule: "PROTOCOL-16", field: "channels" }],
    });
  });
});

describe("PROTOCOL-11", () => {
  const where = "documents.protocol-final";
  const found = { signatures: [{}], revisions: [] } as unknown as NonNullable<StoredDocument["signed"]>;

  it("the final text is a PDF without signatures", () => {
    expect(finalTextIsAPdf({ contentType: "application/pdf" }, where)).toEqual(ALLOWED);
    for (const text of [
      undefined,
      { contentType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
      { contentType: "application/pdf", signed: found },
    ])
      expect(finalTextIsAPdf(text, where)).toMatchObject({
        reasons: [{ rule: "PROTOCOL-11", field: where }],
      });
  });
});

describe("PROTOCOL-13", () => {
  const copies = { form: "paper-copies" } as const;
  const signatory = { role: "signatory", id: "person-signatory", name: "Sofie Hoofd" } as const;
  const team = { role: "led-team", id: "staff-1", name: "Tine Team" } as const;

  it("two copies by post are recorded by the LED team, with the day on which they came", () => {
    expect(copiesAreRecorded({ form: "paper" }, signatory, "consumer")).toEqual(ALLOWED);
    expect(copiesAreRecorded(copies, signatory, "consumer")).toMatchObject({
      reasons: [{ rule: "PROTOCOL-13", field: "form" }],
    });
    expect(copiesAreRecorded(copies, team, "consumer")).toMatchObject({ reasons: [{ field: "receivedOn" }] });
    expect(copiesAreRecorded({ ...copies, receivedOn: "2026-11-23" }, team, "consumer")).toEqual(ALLOWED);
  });

  it("and with the day on which one goes back", () => {
    expect(copiesAreRecorded(copies, team, "authority")).toMatchObject({
      reasons: [{ rule: "PROTOCOL-13", field: "returnedOn" }],
    });
    expect(copiesAreRecorded({ ...copies, returnedOn: "2026-11-23" }, team, "authority")).toEqual(ALLOWED);
  });
});
