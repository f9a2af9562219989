import { describe, expect, it } from "vitest";
import * as z from "zod";
import { ContactForm, TeamContactForm } from "../../functions/contact/contact-form.ts";
import { contactIsInOrder } from "../../functions/contact/contact-is-in-order.ts";
import { aContact } from "../builders/contact.ts";

const rulesOf = (differences: Record<string, unknown>, confirmation = {}) => {
  const verdict = contactIsInOrder(TeamContactForm.parse(aContact(differences)), confirmation);
  return verdict.allowed ? [] : verdict.reasons.map(({ rule, field }) => [rule, field]);
};

describe("the contact form", () => {
  it("stores numbers in the notation of the registers", () => {
    const form = ContactForm.parse(aContact({ enterpriseNumber: "BE 0999.999.922", ovoCode: "ovo 000123" }));

    expect(form).toMatchObject({ enterpriseNumber: "0999999922", ovoCode: "OVO000123" });
  });

  it("declares how a page shows each field", () => {
    const { properties } = z.toJSONSchema(ContactForm);

    expect(
      Object.values(properties ?? {}).every((field) => typeof field === "object" && "widget" in field),
    ).toBe(true);
  });

  it("a valid form is accepted", () => {
    expect(rulesOf({})).toEqual([]);
  });

  it.each([
    ["a wrong enterprise number", { enterpriseNumber: "0431150351" }, ["KBO-01", "enterpriseNumber"]],
    ["an establishment number", { enterpriseNumber: "2147812701" }, ["KBO-01", "enterpriseNumber"]],
    ["a shared number without OVO code", { enterpriseNumber: "0316380841" }, ["OVO-01", "ovoCode"]],
    ["an OVO code that is none", { ovoCode: "OVO12" }, ["OVO-01", "ovoCode"]],
    ["an enquiry without a question", { kind: "enquiry", message: undefined }, ["CONTACT-01", "message"]],
    ["no number and no reason", { enterpriseNumber: undefined }, ["CONTACT-02", "missingNumberReason"]],
    ["a national register number", { message: "Het gaat om 85.07.30-033.28" }, ["PRIV-01", undefined]],
  ])("%s is refused, with its rule", (_name, differences, expected) => {
    expect(rulesOf(differences)).toEqual([expected]);
  });

  it("the team may leave the number out with a reason", () => {
    expect(rulesOf({ enterpriseNumber: undefined, missingNumberReason: "Nog in oprichting" })).toEqual([]);
  });

  it("a number that only looks like a national register number is accepted after confirmation", () => {
    expect(rulesOf({ message: "Ons kenmerk: 85073003328" }, { noNationalNumber: true })).toEqual([]);
  });

  it("a form needs its kind, its organisation and an address", () => {
    const parsed = ContactForm.safeParse({});

    const fields = parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join("."));
    expect(fields).toEqual([
      "organisationName",
      "organisationType",
      "enterpriseNumber",
      "contactName",
      "contactEmail",
      "kind",
    ]);
  });
});
