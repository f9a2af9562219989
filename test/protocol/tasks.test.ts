import { textOf } from "../builders/paragraphs.ts";
import { describe, expect, it } from "vitest";
import { MAXIMUM_FORM_BYTES } from "../../functions/domain/fields.ts";
import type { MailRequest } from "../../functions/mail/send-mail.ts";
import { adviseOnProtocol } from "../../functions/protocol/advise-on-protocol.ts";
import { publishByApplicant } from "../../functions/protocol/publish-by-applicant.ts";
import { publishByAuthority } from "../../functions/protocol/publish-by-authority.ts";
import { recordPriorConsultation } from "../../functions/protocol/record-prior-consultation.ts";
import { reviewProtocol } from "../../functions/protocol/review-protocol.ts";
import { signForApplicant } from "../../functions/protocol/sign-for-applicant.ts";
import { signForAuthority } from "../../functions/protocol/sign-for-authority.ts";
import { submitProtocol } from "../../functions/protocol/submit-protocol.ts";
import { createAnnounceTask } from "../../functions/tasks/announce-task.ts";
import { aDossier, NOW } from "../builders/dossier.ts";
import { TASKS } from "../../functions/application/tasks.ts";
import { NAMES } from "../../functions/domain/names.ts";
import { aDecision, aTask } from "../builders/task.ts";
import { postedBytes } from "../builders/full-form.ts";
import { expectTexts } from "../builders/task-texts.ts";
import { ADVICE, aDpia, APPLICANT_SIGNATURE, aProtocol, FORM, INTAKE, LED_ADVICE } from "./answers.ts";

const tasks = [
  submitProtocol,
  reviewProtocol,
  adviseOnProtocol,
  recordPriorConsultation,
  signForApplicant,
  signForAuthority,
  publishByApplicant,
  publishByAuthority,
];
const ALLOWED = { allowed: true };
const approved = aProtocol({ approvedAt: NOW });
const advised = aProtocol({ approvedAt: NOW, ledDpoAdvice: LED_ADVICE });
const signing = { form: "paper", name: "Sofie Hoofd", capacity: "algemeen directeur", date: "2026-11-23" };
const applicant = { ...APPLICANT_SIGNATURE, capacity: signing.capacity };
const signedByApplicant = { ...advised, signatures: { applicant } };

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

describe("SubmitProtocol", () => {
  it("opens only once the DPIA is concluded", () => {
    expect(submitProtocol.mayOpen(aDossier({ dpia: aDpia() }))).toEqual(ALLOWED);
    expect(submitProtocol.mayOpen(aDossier())).toMatchObject({ reasons: [{ rule: "PROTOCOL-01" }] });
  });

  it("is prefilled from the intake and the people", () => {
    expect(submitProtocol.prefill(aDossier({ intake: INTAKE }), { openedAt: NOW })).toMatchObject({
      controllers: { representedBy: "Sofie Hoofd", capacity: "algemeen directeur" },
      purposes: INTAKE.purpose,
      recipients: INTAKE.recipients,
      retention: INTAKE.retention,
      data: { categories: INTAKE.dataCategories },
      legalGround: { communication: INTAKE.legalBasis },
      periodicity: "Ongeveer 400 opvragingen per jaar.",
      format: { exchange: "Elektronisch, via de webtoepassing (MAGDA Online) en de webdienst." },
    });
  });

  it("refuses with all reasons at once", () => {
    const dossier = aDossier({ intake: { ...INTAKE, mutations: "intrekkingen" } });
    const fields = {
      ...FORM,
      term: { start: "2027-03-01", end: "2027-02-01" },
    };
    const advice = aDecision({ outcome: "negative" });

    expect(submitProtocol.mayDecide(aDossier(), aDecision({ fields: FORM }))).toEqual(ALLOWED);
    const around = { accesses: [], documents: [], advice };
    expect(submitProtocol.mayDecide(dossier, aDecision({ fields }), around)).toMatchObject({
      reasons: [{ rule: "PROTOCOL-04" }, { rule: "PROTOCOL-05" }, { rule: "PROTOCOL-03" }],
    });
  });

  it("a file of the consumer also records its channels and who signs", () => {
    const dossier = aDossier({ dpia: aDpia(), intake: INTAKE });
    const second = { name: "Bert Burger", capacity: "burgemeester", email: "bert@voorbeeldegem.example" };
    const { signatory } = submitProtocol.prefill(dossier, { openedAt: NOW });
    const fields = {
      ...{ legalBasis: FORM.legalBasis, term: FORM.term, advice: FORM.advice },
      ...{ channels: ["web-service"], signatory, secondSignatory: second },
    };

    const facts = submitProtocol.records(dossier, aDecision({ outcome: "own-file", fields }));

    expect(facts.intake?.channels).toEqual(["web-service"]);
    expect(facts.people?.signatory?.id).toBe(dossier.people.signatory?.id);
    expect(facts.people?.secondSignatory).toMatchObject(second);
    expect(facts.protocol).toMatchObject({ term: FORM.term });
  });

  it("PROTOCOL-14: an advice that the questions do not touch carries over, with its version", () => {
    const consumerDpoAdvice = ADVICE;
    const dossier = aDossier({
      protocol: aProtocol({ consumerDpoAdvice: { ...consumerDpoAdvice, version: 1, carriesOver: true } }),
    });
    const other = { ...FORM, advice: { ...FORM.advice, date: "2026-11-22" } };
    const need = submitProtocol.documents.find(({ kind }) => kind === "consumer-dpo-advice");

    expect(need?.unless?.(dossier)).toBe(true);
    expect(need?.unless?.(aDossier({ protocol: aProtocol() }))).toBe(false);
    expect(submitProtocol.mayDecide(dossier, aDecision({ fields: FORM }))).toEqual(ALLOWED);
    expect(submitProtocol.mayDecide(dossier, aDecision({ fields: other }))).toMatchObject({
      reasons: [{ rule: "PROTOCOL-14" }],
    });
    expect(submitProtocol.records(dossier, aDecision({ fields: FORM })).protocol).toEqual(
      aProtocol({ term: FORM.term, consumerDpoAdvice: { ...consumerDpoAdvice, version: 1 } }),
    );
    expect(submitProtocol.prefill(dossier, { openedAt: NOW })).toMatchObject({ advice: FORM.advice });
  });

  it("records a new protocol, without earlier advice or signatures", () => {
    const facts = submitProtocol.records(
      aDossier({ protocol: signedByApplicant }),
      aDecision({ fields: FORM }),
    );

    expect(facts).toEqual({ protocol: aProtocol({ term: FORM.term }) });
  });
});

describe("a draft without the advice of the consumer's DPO", () => {
  const { advice: _advice, ...draft } = FORM;
  const { consumerDpoAdvice: _given, ...protocol } = aProtocol();
  const read = aDossier({ protocol });
  const asked = aDossier({ protocol: { ...protocol, adviceAskedAt: NOW } });
  const need = submitProtocol.documents.find(({ kind }) => kind === "consumer-dpo-advice");

  it("is submitted without its document, and recorded without an advice", () => {
    const facts = submitProtocol.records(aDossier(), aDecision({ fields: draft }));

    expect(submitProtocol.mayDecide(aDossier(), aDecision({ fields: draft }))).toEqual(ALLOWED);
    expect(need?.unless?.(aDossier(), draft)).toBe(true);
    expect(need?.unless?.(aDossier(), FORM)).toBe(false);
    expect(facts.protocol).toMatchObject({ term: FORM.term });
    expect(facts.protocol?.consumerDpoAdvice).toBeUndefined();
  });

  it("goes back for the advice once the team found it in order, and then needs it", () => {
    const facts = reviewProtocol.records(read, aDecision({ outcome: "ask-advice" }));

    expect(facts.protocol?.adviceAskedAt).toBe(aDecision().at);
    expect(reviewProtocol.mayDecide(read, aDecision({ outcome: "approved" }))).toMatchObject({
      reasons: [{ rule: "PROTOCOL-17" }],
    });
    expect(need?.unless?.(asked, draft)).toBe(false);
    expect(submitProtocol.requires(asked)).toEqual(["advice"]);
    expect(submitProtocol.mayDecide(asked, aDecision({ fields: draft }))).toMatchObject({
      reasons: [{ rule: "PROTOCOL-03" }],
    });
    expect(submitProtocol.records(asked, aDecision({ fields: FORM })).protocol).toEqual(
      aProtocol({ term: FORM.term }),
    );
  });

  it("is offered to the team with the request of the advice in place of the approval", () => {
    const offered = (dossier: Parameters<typeof reviewProtocol.offers>[0]) =>
      Object.keys(reviewProtocol.outcomes).filter((outcome) => reviewProtocol.offers(dossier, outcome));

    expect(offered(read)).toEqual(["ask-advice", "clarification-needed", "close"]);
    expect(offered(aDossier({ protocol: aProtocol() }))).toEqual([
      "approved",
      "clarification-needed",
      "close",
    ]);
  });
});

describe("ReviewProtocol", () => {
  it("an approval starts a new advice of the LED DPO", () => {
    const facts = reviewProtocol.records(aDossier({ protocol: advised }), aDecision({ outcome: "approved" }));

    expect(facts).toEqual({ protocol: approved });
  });

  it.each([true, false])("questions say whether they touch the advice of the consumer's DPO: %s", (touch) => {
    const fields = { questions: "Wie?", affectsAdvice: touch };
    const decision = aDecision({ outcome: "clarification-needed", fields });
    const protocol = aProtocol();

    expect(reviewProtocol.records(aDossier({ protocol }), decision)).toEqual({
      protocol: { ...protocol, consumerDpoAdvice: { ...protocol.consumerDpoAdvice, carriesOver: !touch } },
    });
  });
});

describe("AdviseOnProtocol", () => {
  const by = { role: "led-dpo", id: "staff-2", name: "Lena Dpo" } as const;

  it("only a positive advice is recorded, with its author", () => {
    const dossier = aDossier({ protocol: approved });

    expect(adviseOnProtocol.records(dossier, aDecision({ outcome: "positive", by }))).toEqual({
      protocol: advised,
    });
    expect(adviseOnProtocol.records(dossier, aDecision({ outcome: "changes-needed", by }))).toEqual({});
  });
});

describe("RecordPriorConsultation", () => {
  const dossier = aDossier({ dpia: aDpia({ residualRisk: "high" }), protocol: advised });

  it("a favourable answer is recorded with its date", () => {
    const decision = aDecision({ outcome: "favourable", fields: { date: "2026-11-20" } });

    expect(recordPriorConsultation.records(dossier, decision)).toEqual({
      dpia: { ...dossier.dpia, priorConsultation: { outcome: "favourable", date: "2026-11-20" } },
    });
  });

  it("required changes remove the acceptance of the DPIA, and the protocol", () => {
    const facts = recordPriorConsultation.records(
      dossier,
      aDecision({ outcome: "changes-needed", fields: { remarks: "Anders." } }),
    );

    expect(facts.dpia?.acceptedAt).toBeUndefined();
    expect(facts).toHaveProperty("protocol", undefined);
  });

  it("a negative answer leaves the facts unchanged", () => {
    expect(recordPriorConsultation.records(dossier, aDecision({ outcome: "negative" }))).toEqual({});
  });
});

describe("SignForApplicant", () => {
  it("opens after both advices, and after the consultation that a high risk requires", () => {
    const high = aDpia({ residualRisk: "high" });

    expect(signForApplicant.mayOpen(aDossier({ dpia: aDpia(), protocol: advised }))).toEqual(ALLOWED);
    expect(signForApplicant.mayOpen(aDossier({ dpia: aDpia(), protocol: approved }))).toMatchObject({
      reasons: [{ rule: "PROTOCOL-06" }],
    });
    expect(signForApplicant.mayOpen(aDossier({ dpia: high, protocol: advised }))).toMatchObject({
      reasons: [{ rule: "PROTOCOL-02" }],
    });
  });

  it("records the signature; a refusal removes it", () => {
    const dossier = aDossier({ protocol: advised });

    expect(signForApplicant.records(dossier, aDecision({ outcome: "signed", fields: signing }))).toEqual({
      protocol: signedByApplicant,
    });
    expect(
      signForApplicant.records(
        dossier,
        aDecision({ outcome: "not-signed", fields: { reason: "Niet akkoord." } }),
      ),
    ).toEqual({
      protocol: advised,
    });
  });

  it("a signature is dated after the advices", () => {
    const dossier = aDossier({ protocol: advised });
    const dated = (date: string) =>
      signForApplicant.mayDecide(dossier, aDecision({ outcome: "signed", fields: { ...signing, date } }));

    expect(dated("2026-11-23")).toEqual(ALLOWED);
    expect(dated("2026-11-01")).toMatchObject({ reasons: [{ rule: "PROTOCOL-06" }] });
  });
});

describe("SignForAuthority", () => {
  const dossier = aDossier({ protocol: signedByApplicant });
  const by = { role: "leading-official", id: "staff-3", name: "Leo Ambtenaar" } as const;
  const fields = {
    ...{ form: "electronic", name: "Leo Ambtenaar", capacity: "administrateur-generaal" },
    date: "2026-11-23",
  };

  it("opens only after the applicant's signature", () => {
    expect(signForAuthority.mayOpen(dossier)).toEqual(ALLOWED);
    expect(signForAuthority.mayOpen(aDossier({ protocol: advised }))).toMatchObject({
      reasons: [{ rule: "PROTOCOL-07" }],
    });
  });

  it("records the signature beside the applicant's; a refusal removes both", () => {
    expect(signForAuthority.records(dossier, aDecision({ outcome: "signed", fields, by }))).toEqual({
      protocol: {
        ...signedByApplicant,
        signatures: {
          applicant,
          authority: {
            ...{ at: "2026-11-23", form: "electronic", by: "Leo Ambtenaar" },
            capacity: "administrateur-generaal",
          },
        },
      },
    });
    expect(
      signForAuthority.records(
        dossier,
        aDecision({ outcome: "refused", fields: { reason: "Niet akkoord." }, by }),
      ),
    ).toEqual({
      protocol: advised,
    });
  });

  it("is not dated before the applicant's signature", () => {
    const early = aDecision({ outcome: "signed", fields: { ...fields, date: "2026-11-22" }, by });

    expect(signForAuthority.mayDecide(dossier, early)).toMatchObject({ reasons: [{ rule: "PROTOCOL-07" }] });
  });
});

describe("PublishByApplicant and PublishByAuthority", () => {
  it.each([publishByApplicant, publishByAuthority])("$kind takes an address on the web only", (task) => {
    const schema = task.outcomes["published"];
    const at = (url: string) => schema?.safeParse({ date: "2026-11-23", url }).success;

    expect(at("https://www.voorbeeldegem.example/protocol")).toBe(true);
    expect(at("javascript:alert(1)")).toBe(false);
    expect(at("ftp://voorbeeldegem.example")).toBe(false);
    expect(task.workflow).toBe(false);
  });

  it.each([publishByApplicant, publishByAuthority])(
    "$kind: the mail contains the last day once, as moved by a hold",
    async (definition) => {
      const sent: MailRequest[] = [];
      const announce = createAnnounceTask({
        ...{ tasks: { find: async () => undefined, reschedule: async () => undefined }, definitions: TASKS },
        sendMail: async (mail) => void sent.push(mail),
        site: {
          publicUrl: "https://led.example",
          names: NAMES,
          mailboxes: { ledTeam: "led@team.example", ledDpo: "", leadingOfficial: "" },
        },
        now: () => new Date(NOW),
      });
      const moved = aTask({ kind: definition.kind, audience: definition.audience, openedAt: NOW });

      await announce(definition, { ...moved, deadline: "2027-01-04T22:59:59.000Z" }, aDossier());

      const text = textOf([...(sent[0]?.paragraphs ?? []), ...(sent[0]?.afterAction ?? [])]);
      expect(text.match(/ten laatste op [^.]*/gi)).toEqual(["Ten laatste op 4 januari 2027"]);
    },
  );
});
