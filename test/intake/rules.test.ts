import { describe, expect, it } from "vitest";
import { mutationsAreNamed } from "../../functions/intake/mutations-are-named.ts";
import { planningIsInOrder } from "../../functions/intake/planning-is-in-order.ts";
import { submitIntake } from "../../functions/intake/submit-intake.ts";
import { agreePlanning } from "../../functions/intake/agree-planning.ts";
import {
  webApplicationIsAllowed,
  webApplicationIsAsked,
} from "../../functions/domain/web-application-is-allowed.ts";
import { prefilledProtocol } from "../../functions/protocol/prefilled-protocol.ts";
import { proposedPlanning } from "../../functions/intake/proposed-planning.ts";
import { isWorkingDate } from "../../functions/domain/calendar.ts";
import { typicalDaysOf } from "../../functions/domain/statistics.ts";
import { aDossier, NOW } from "../builders/dossier.ts";
import { aDecision } from "../builders/task.ts";
import { anIntake, anIntakeForm } from "../builders/intake.ts";

const planning = {
  dpiaConclusion: "2026-12-15",
  protocolDraft: "2027-01-15",
  dpoAdvice: "2027-02-01",
  signature: "2027-02-15",
  connection: "2027-03-01",
};

const form = anIntakeForm({ dpo: { name: "Nieuwe Dpo", email: "nieuw@voorbeeldegem.example" } });

describe("INTAKE-01", () => {
  const organisation = aDossier().organisation;

  it("a local authority may use the web application", () => {
    expect(webApplicationIsAllowed(organisation, ["web-application"])).toEqual({ allowed: true });
  });

  it("an autonomous municipal company may, and the team looks into a school board", () => {
    const [company, school] = (["autonomous-municipal-company", "school-board"] as const).map((type) => ({
      ...organisation,
      type,
    }));
    if (!company || !school) throw new Error("no kinds");

    for (const one of [company, school])
      expect(webApplicationIsAllowed(one, ["web-application"])).toEqual({ allowed: true });
    expect(webApplicationIsAsked(company, ["web-application"])).toBe(false);
    expect(webApplicationIsAsked(school, ["web-application"])).toBe(true);
    expect(webApplicationIsAsked(school, ["web-service"])).toBe(false);
  });

  it("another public body uses the web service", () => {
    const other = { ...organisation, type: "other-public-body" as const };

    expect(webApplicationIsAllowed(other, ["web-service"])).toEqual({ allowed: true });
    expect(webApplicationIsAllowed(other, ["web-application"])).toMatchObject({
      reasons: [{ rule: "INTAKE-01" }],
    });
  });
});

describe("INTAKE-02", () => {
  it("required mutations are named", () => {
    expect(mutationsAreNamed({ needsMutations: true })).toMatchObject({ reasons: [{ rule: "INTAKE-02" }] });
    expect(mutationsAreNamed({ needsMutations: true, mutations: "intrekkingen" })).toEqual({ allowed: true });
    expect(mutationsAreNamed({ needsMutations: false })).toEqual({ allowed: true });
  });
});

describe("the proposed planning", () => {
  const intake = anIntake({ connectionDate: "2027-01-15" });

  it("counts usual working days from the opening, and is in order", () => {
    const proposed = proposedPlanning({ intake }, NOW);

    expect(planningIsInOrder(proposed, NOW)).toEqual({ allowed: true });
    expect(Object.values(proposed).every(isWorkingDate)).toBe(true);
    // Christmas and the days off around it are no working days.
    expect(proposed).toMatchObject({ dpiaConclusion: "2026-12-21", protocolDraft: "2027-01-26" });
  });

  it("follows what stages typically take, and connects when the applicant asks for a later date", () => {
    const side = { stage: "DPIA", count: 9, p90: 30 } as const;
    const leadTimes = [
      { ...side, side: "consumer" as const, median: 10 },
      { ...side, side: "led" as const, median: 4 },
      { ...side, stage: "MAGDA" as const, side: "consumer" as const, median: 100, count: 2 },
    ];
    const typical = typicalDaysOf({ leadTimes });
    const later = anIntake({ connectionDate: "2027-08-15" });

    expect(typical).toEqual({ DPIA: 14 });
    expect(proposedPlanning({ intake: later }, NOW, typical)).toMatchObject({
      ...{ dpiaConclusion: "2026-12-07", connection: "2027-08-16" },
    });
  });
});

describe("INTAKE-03", () => {
  it("dates in order are accepted, also on the same day", () => {
    expect(planningIsInOrder({ ...planning, dpoAdvice: planning.protocolDraft }, NOW)).toEqual({
      allowed: true,
    });
  });

  it("a date before its predecessor, or in the past, is refused by name", () => {
    expect(planningIsInOrder({ ...planning, signature: "2027-01-20" }, NOW)).toMatchObject({
      reasons: [{ rule: "INTAKE-03", field: "planning.signature" }],
    });
    expect(planningIsInOrder({ ...planning, dpiaConclusion: "2026-11-22" }, NOW)).toMatchObject({
      reasons: [{ field: "planning.dpiaConclusion" }],
    });
  });
});

describe("SubmitIntake", () => {
  it("records the intake, and gives somebody new a new id", () => {
    const dossier = aDossier();

    const facts = submitIntake.records(dossier, aDecision({ fields: form }));

    expect(facts.intake).toMatchObject({ channels: ["web-service"], requestsPerYear: 400 });
    expect(facts.people?.contact).toEqual(dossier.people.contact);
    expect(facts.people?.signatory?.id).toBe("person-signatory");
    expect(facts.people?.dpo?.id).not.toBe("person-dpo");
    expect(facts.people?.secondSignatory).toBeUndefined();
  });

  it("records a second signatory as a person, and one that the form no longer names as gone", () => {
    const second = { name: "Bert Burger", capacity: "burgemeester", email: "bert@voorbeeldegem.example" };
    const fields = { ...form, secondSignatory: second };
    const { people } = submitIntake.records(aDossier(), aDecision({ fields }));

    expect(people?.secondSignatory).toMatchObject(second);
    const without = submitIntake.records(aDossier({ people }), aDecision({ fields: form }));
    expect(without.people).toHaveProperty("secondSignatory", undefined);
  });
});

describe("SubmitIntake, of the contacts", () => {
  const secondContact = { name: "Bo Tweede", email: "bo@voorbeeldegem.example", telephone: "0400 00 00 00" };
  const asked = { telephone: "02 000 00 00", secondContact, processor: "Voorbeeldsoft" };
  const dossier = aDossier();
  const given = aDecision({ fields: { ...form, ...asked } });

  it("records the telephone number, who stands in, and the processor, and asks them only once", () => {
    const facts = submitIntake.records(dossier, given);

    expect(facts.people?.contact).toEqual({ ...dossier.people.contact, telephone: "02 000 00 00" });
    expect(facts.people?.secondContact).toMatchObject(secondContact);
    expect(facts.intake?.processor).toBe("Voorbeeldsoft");
    expect(submitIntake.prefill({ ...dossier, ...facts }, { openedAt: NOW })).toMatchObject(asked);
    expect(prefilledProtocol({ ...dossier, ...facts })["recipients"]).toContain("Verwerker: Voorbeeldsoft");
  });

  it("refuses a second contact with the address of the contact (PEOPLE-02)", () => {
    const { name, email } = dossier.people.contact;
    const fields = { ...form, secondContact: { name, email } };

    expect(submitIntake.mayDecide(dossier, given)).toEqual({ allowed: true });
    expect(submitIntake.mayDecide(dossier, aDecision({ fields }))).toMatchObject({
      reasons: [{ rule: "PEOPLE-02", field: "secondContact.email" }],
    });
  });
});

describe("AgreePlanning", () => {
  it("an agreement dates the planning", () => {
    const facts = agreePlanning.records(aDossier({ planning }), aDecision({ outcome: "agree" }));

    expect(facts.planning).toEqual({ ...planning, agreedAt: NOW });
  });
});
