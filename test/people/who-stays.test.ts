import { textOf } from "../builders/paragraphs.ts";
import { describe, expect, it } from "vitest";
import { changePeopleTexts } from "../../functions/people/texts.nl.ts";
import { corrected, farewell, type Told } from "../../functions/people/people-mails.ts";
import type { Person, PersonPart } from "../../functions/domain/people.ts";
import { aDossier, NOW } from "../builders/dossier.ts";
import { TEAM } from "../builders/people.ts";

const AN: Person = { id: "person-contact", name: "An Voorbeeld", email: "an@voorbeeldegem.example" };
const CAS: Person = { id: "person-cas", name: "Cas Nieuw", email: "cas@voorbeeldegem.example" };
const { dpo, signatory } = aDossier().people;

const told = (part: PersonPart, fromPerson: Person, toPerson?: Person): Told => ({
  id: "change-1",
  at: NOW,
  by: TEAM,
  what: `people.${part}`,
  part,
  fromPerson,
  toPerson,
});
const goodbye = (part: PersonPart, from: Person, people: Partial<Record<PersonPart, Person>> = {}) => {
  const dossier = aDossier({ people: { contact: CAS, dpo, signatory, ...people } });
  return textOf(farewell(dossier, told(part, from, CAS), from, false).paragraphs).replaceAll("\n", " ");
};

describe("a replaced person", () => {
  it("without another part is told that the links have ended and that nothing is left to do", () => {
    expect(goodbye("contact", AN)).toContain("Je links naar dit dossier werken niet meer. Je hoeft niets");
  });

  it("who still signs, at the same address in any spelling, is told what remains", () => {
    const text = goodbye("contact", AN, {
      signatory: { ...AN, id: "person-signatory", email: "An@Voorbeeldegem.example", capacity: "directeur" },
    });

    expect(text).toContain("Je blijft leidinggevende.");
    expect(text).toContain("De links die je als contactpersoon kreeg, werken niet meer.");
    expect(text).toContain("De links die je als leidinggevende kreeg, blijven werken.");
    expect(text).not.toContain("Je hoeft niets te doen");
  });

  it("who was the DPO is told that its links end, and who stays it that those go on", () => {
    expect(goodbye("dpo", AN)).toContain(
      "Je links naar dit dossier werken niet meer. Je hoeft niets te doen.",
    );
    expect(goodbye("contact", AN, { dpo: { ...AN, id: "person-dpo" } })).toMatch(
      /Je blijft DPO\. De links die je als contactpersoon kreeg, werken niet meer\. De links die je als DPO kreeg, blijven/,
    );
  });
});

describe("a corrected person", () => {
  it("is told what changed, and nothing else", () => {
    const from = { ...AN, capacity: "schepen" };
    const to = { ...from, name: "An Nieuwenaam", capacity: "burgemeester" };
    const dossier = aDossier({ people: { contact: CAS, dpo, signatory: to } });
    const [first] = corrected(dossier, told("signatory", from, to), to).paragraphs;

    expect(first).toContain("Je naam en je functie werden aangepast");
    expect(first).toContain("Je blijft leidinggevende, en je links blijven werken.");
  });

  it("is told about a corrected address as such", () => {
    const { paragraphs } = changePeopleTexts.corrected({
      part: "contact",
      organisation: "Gemeente Voorbeeldegem",
      by: { role: "led-team", id: "s", name: "Lies" },
      what: ["email"],
      hasNewAddress: false,
    });

    expect(paragraphs[0]).toContain("De schrijfwijze van je e-mailadres werd aangepast");
  });
});
