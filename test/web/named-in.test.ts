import { describe, expect, it } from "vitest";
import { isNamedIn } from "../../functions/web/export/named-in.ts";

const named = (name: string, ...emails: string[]) => ({ names: [name], emails });
const about = (name: string, text: string, others: string[] = []) =>
  isNamedIn(
    text,
    named(name, "an@voorbeeldegem.example"),
    others.map((other) => named(other)),
  );

describe("a text is about a person (COPY-01)", () => {
  it.each([
    ["An", "An belde gisteren."],
    ["An", "Gesproken met An."],
    ["An", "An's vraag ligt bij ons."],
    ["an", "an"],
    ["Renée Dubois", "Dossier van Renée Dubois".normalize("NFD")],
    ["Renée Dubois".normalize("NFD"), "Dossier van RENÉE DUBOIS"],
    ["Renée Dubois", "Renee Dubois belde."],
    ["An Van den Berg", "Mevrouw van den Berg belde."],
    ["An Van den Berg", "Berg, eerst: Van den Berg, An."],
    ["An Van den Berg", "Getekend door A. Van den Berg"],
    ["An Voorbeeld", "An stuurt het morgen."],
    ["Anne-Marie Peeters", "anne marie peeters"],
    ["Piet D'Hondt", "Piet D’Hondt tekent."],
    ["Iemand", "Schrijf naar AN@Voorbeeldegem.example."],
  ])("%s: %s", (name, text) => {
    expect(about(name, text)).toBe(true);
  });

  it.each([
    ["An", "Vraag aan de DPO van de gemeente."],
    ["An", "Anne-Marie en Jan-An belden."],
    ["An", "An Peeters van de VDI belde."],
    ["An", "Schrijf naar an@elders.example of https://an.example"],
    ["An Voorbeeld", "Dit is bij voorbeeld een voorbeeld."],
    ["An Voorbeeld", "Jan Voorbeeld en J. Voorbeeld zijn haar broers."],
    ["An Voorbeeld", "An van Dijk belde."],
    ["An Van den Berg", "De berg is van den eigenaar."],
    ["Iemand", "Schrijf naar jan@voorbeeldegem.example of an@voorbeeldegem.example.org"],
  ])("not %s: %s", (name, text) => {
    expect(about(name, text)).toBe(false);
  });

  it("is not about who has the first name of another person that it names", () => {
    expect(about("An", "Gesproken met An Peeters", ["An Peeters"])).toBe(false);
    expect(about("An", "Gesproken met An Peeters en An.", ["An Peeters"])).toBe(true);
    expect(about("Jan Van den Berg", "Kris Van den Berg tekent", ["Kris Van den Berg"])).toBe(false);
  });
});
