import { describe, expect, it } from "vitest";
import { changedSince, formIsAsSeen } from "../../functions/domain/form-is-as-seen.ts";

const OLD = { dpo: { name: "Oude Dpo", email: "oud@voorbeeldegem.example" } };
const NOW = { dpo: { email: "nieuw@voorbeeldegem.example", name: "Nieuwe Dpo" } };
const TYPED = { dpo: { name: "Derde Dpo", email: "derde@voorbeeldegem.example" } };

describe("PEOPLE-06", () => {
  it("a form that was opened before a person changed is refused, at that person", () => {
    expect(formIsAsSeen(TYPED, OLD, NOW)).toMatchObject({
      allowed: false,
      reasons: [{ rule: "PEOPLE-06", field: "dpo.email" }],
    });
    expect(formIsAsSeen(OLD, {}, NOW)).toMatchObject({ allowed: false });
  });

  it("a form may name somebody else when nobody changed that person in the meantime", () => {
    expect(formIsAsSeen(TYPED, NOW, NOW)).toEqual({ allowed: true });
    expect(formIsAsSeen(TYPED, {}, { dpo: undefined })).toEqual({ allowed: true });
  });

  it("a form with the current values is accepted", () => {
    expect(formIsAsSeen({ dpo: { ...NOW.dpo } }, OLD, NOW)).toEqual({ allowed: true });
  });

  it("a correction of a name is a change too; the order of fields does not matter", () => {
    expect(changedSince({ name: "An" }, { name: "Anne" })).toEqual(["name"]);
    expect(changedSince({ dpo: { name: "Nieuwe Dpo", email: "nieuw@voorbeeldegem.example" } }, NOW)).toEqual(
      [],
    );
  });
});
