import { describe, expect, it } from "vitest";
import { neededPersonStays } from "../../functions/people/needed-person-stays.ts";
import { peopleMayChange } from "../../functions/people/people-may-change.ts";
import { personIsAsSeen } from "../../functions/people/person-is-as-seen.ts";
import { planChange } from "../../functions/people/plan-change.ts";
import { secondContactIsAnother } from "../../functions/people/second-contact-is-another.ts";
import type { Actor } from "../../functions/domain/people.ts";
import { PERSON_PARTS } from "../../functions/domain/people.ts";
import { isSamePerson } from "../../functions/domain/is-same-person.ts";
import { PERSON_CHANGES } from "../../functions/domain/people-moves.ts";
import { personIsOfDossier } from "../../functions/domain/person-is-of-dossier.ts";
import type { Verdict } from "../../functions/domain/verdict.ts";
import { aSignedProtocol } from "../builders/agreement.ts";
import { aDossier, NOW } from "../builders/dossier.ts";
import { SECOND, TEAM } from "../builders/people.ts";

const { people } = aDossier();
const both = aDossier({ people: { ...people, secondContact: SECOND } });
const rulesOf = (verdict: Verdict) => (verdict.allowed ? [] : verdict.reasons.map(({ rule }) => rule));
const actor = (role: Actor["role"], id: string): Actor => ({ role, id, name: "Iemand" });

describe("PEOPLE-01: a person who acts for the consumer belongs to the dossier", () => {
  it.each([
    ["the contact", actor("applicant", "person-contact"), []],
    ["the second contact", actor("applicant", "person-second"), []],
    ["the signatory", actor("signatory", "person-signatory"), []],
    ["the LED team", TEAM, []],
    ["a contact who left", actor("applicant", "person-gone"), ["PEOPLE-01"]],
    ["the signatory as applicant", actor("applicant", "person-signatory"), ["PEOPLE-01"]],
    ["the contact as signatory", actor("signatory", "person-contact"), ["PEOPLE-01"]],
  ])("%s", (_, by, rules) => {
    expect(rulesOf(personIsOfDossier(both, by))).toEqual(rules);
  });
});

describe("PEOPLE-02: a second contact has another address than the contact", () => {
  it("in any spelling", () => {
    const same = { ...SECOND, email: "AN@voorbeeldegem.example" };

    expect(rulesOf(secondContactIsAnother({ ...people, secondContact: same }))).toEqual(["PEOPLE-02"]);
    expect(rulesOf(secondContactIsAnother(both.people))).toEqual([]);
    expect(rulesOf(secondContactIsAnother(people))).toEqual([]);
  });
});

describe("PEOPLE-03: the contacts and the LED team change people while the dossier is open", () => {
  const closed = { at: NOW, outcome: "closed", reason: "x", by: TEAM } as const;
  const closing = { by: TEAM, reason: "x", at: NOW };

  it.each([
    ["the contact", both, actor("applicant", "person-contact"), []],
    ["a signatory", both, actor("signatory", "person-signatory"), ["PEOPLE-03"]],
    ["the LED DPO", both, actor("led-dpo", "staff-2"), ["PEOPLE-03"]],
    ["a contact who left", both, actor("applicant", "gone"), ["PEOPLE-01"]],
    ["on a closed dossier", { ...both, status: "CLOSED", closed } as const, TEAM, ["PEOPLE-03"]],
    ["on one being withdrawn", { ...both, request: { ...both.request, closing } }, TEAM, ["PEOPLE-03"]],
  ])("%s", (_, dossier, by, rules) => {
    expect(rulesOf(peopleMayChange(dossier, by))).toEqual(rules);
  });
});

it("PEOPLE-04: only a second contact and a second signatory are removed; the others are replaced", () => {
  const removed = PERSON_PARTS.map((part) => rulesOf(neededPersonStays(aDossier(), part, true)));

  expect(removed).toEqual([["PEOPLE-04"], [], ["PEOPLE-04"], ["PEOPLE-04"], []]);
  expect(PERSON_PARTS.flatMap((part) => rulesOf(neededPersonStays(aDossier(), part, false)))).toEqual([]);
});

it("PEOPLE-04: the text that is being signed keeps its number of signatories", () => {
  const file = { documentId: "final", name: "protocol.pdf", sha256: "0", contentType: "application/pdf" };
  const protocol = { ...aSignedProtocol(), fixed: { ...file, version: 1, at: NOW }, signatures: {} };
  const { people } = aDossier();
  const two = { people: { ...people, secondSignatory: SECOND }, protocol };

  expect(rulesOf(neededPersonStays({ people, protocol }, "secondSignatory", false))).toEqual(["PEOPLE-04"]);
  expect(rulesOf(neededPersonStays(two, "secondSignatory", true))).toEqual(["PEOPLE-04"]);
  expect(rulesOf(neededPersonStays(two, "secondSignatory", false))).toEqual([]);
  const signed = { ...two, protocol: { ...protocol, signatures: aSignedProtocol().signatures } };
  expect(rulesOf(neededPersonStays(signed, "secondSignatory", true))).toEqual([]);
});

it("PEOPLE-05: a change replaces the person that its writer saw", () => {
  expect(rulesOf(personIsAsSeen(SECOND, SECOND.id))).toEqual([]);
  expect(rulesOf(personIsAsSeen(SECOND, undefined))).toEqual([]);
  expect(rulesOf(personIsAsSeen(undefined, ""))).toEqual([]);
  expect(rulesOf(personIsAsSeen(SECOND, "other"))).toEqual(["PEOPLE-05"]);
  expect(rulesOf(personIsAsSeen(SECOND, ""))).toEqual(["PEOPLE-05"]);
});

describe("PEOPLE-07: an address does not identify a person", () => {
  const an = { name: "Renée Van den Berg", email: "info@voorbeeldegem.example" };

  it.each([
    ["the same", an, true],
    ["in other capitals", { name: "renée van Den Berg", email: "INFO@voorbeeldegem.example" }, true],
    ["in another form of Unicode", { ...an, name: an.name.normalize("NFD") }, true],
    ["without the accent, with more spaces", { ...an, name: " Renee  Van den  Berg" }, true],
    ["a colleague at that address", { ...an, name: "Piet Van den Berg" }, false],
    ["a namesake at another address", { ...an, email: "renee@elders.example" }, false],
    ["nobody", undefined, false],
  ])("%s", (_, other, isSame) => {
    expect(isSamePerson(an, other)).toBe(isSame);
    expect(isSamePerson(other, an)).toBe(isSame);
  });

  it.each([
    ["signs without a letter", "🙂", "—"],
    ["vowel signs, which are no accents", "किम", "कम"],
  ])("%s are different names", (_, name, other) => {
    expect(isSamePerson({ ...an, name }, { ...an, name: other })).toBe(false);
    expect(isSamePerson({ ...an, name }, { ...an, name })).toBe(true);
  });

  it("Van den Bossche and Vandenbossche are the same name", () => {
    const name = "Jan Van den Bossche";
    expect(isSamePerson({ ...an, name }, { ...an, name: "Jan Vandenbossche" })).toBe(true);
  });

  it("Łukasz and Lukasz are the same name", () => {
    expect(isSamePerson({ ...an, name: "Łukasz Nowak" }, { ...an, name: "lukasz nowak" })).toBe(true);
  });
});

describe("the effect of a change", () => {
  it("somebody else is another person, with any address; a correction is not", () => {
    const person = { name: "An Nieuwenaam", email: "AN@voorbeeldegem.example" };
    const renamed = planChange(both, { part: "contact", change: "correction", person }, TEAM, "new");
    const replaced = planChange(both, { part: "contact", change: "someone-else", person }, TEAM, "new");

    expect(renamed.people.contact).toEqual({ ...person, id: "person-contact" });
    expect(replaced.people.contact.id).toBe("new");
    expect(replaced.moves.map(({ part }) => part)).toEqual(["contact"]);
  });

  it("a second contact who becomes the contact stays the same person, in one part", () => {
    const { email } = SECOND;
    const person = { name: "bo  TWEEDE", email };
    const plan = planChange(both, { part: "contact", change: "someone-else", person }, TEAM, "new");
    const other = { name: "Iemand Anders", email };
    const shared = planChange(both, { part: "contact", change: "someone-else", person: other }, TEAM, "new");
    const corrected = planChange(both, { part: "contact", change: "correction", person }, TEAM, "new");

    expect(plan.verdict.allowed).toBe(true);
    expect(plan.people).toMatchObject({ contact: { id: SECOND.id, name: person.name, email } });
    expect(rulesOf(shared.verdict)).toEqual(["PEOPLE-02"]);
    expect(rulesOf(corrected.verdict)).toEqual(["PEOPLE-02"]);
    expect(plan.people.secondContact).toBeUndefined();
    expect(plan.moves.map(({ part }) => part)).toEqual(["contact", "secondContact"]);
  });

  it("the same values again are no change", () => {
    for (const change of PERSON_CHANGES)
      expect(planChange(both, { part: "secondContact", change, person: SECOND }, TEAM, "new").moves).toEqual(
        [],
      );
  });
});
