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
    ["De Wit", "Mevrouw De Wit belde."],
    ["De", "De"],
    ["Dr. Jan Peeters", "Jan belde."],
    ["Mevrouw Peeters", "Gesproken met Peeters."],
    ["An Peeters (DPO)", "An Peeters belde."],
    ["An Peeters, DPO", "An Peeters belde."],
    ["Peeters, An", "An Peeters belde."],
    ["An Peeters - directeur", "Mevrouw Peeters belde."],
    ["Łukasz Nowak", "Lukasz Nowak belde."],
    ["Sean O'Neill", "Mr. O’Neill belde."],
    ["Jan-Baptist Claes", "Jan Baptist belde."],
    ["De", "De heer De belde."],
    ["Van", "Mevrouw Van belde."],
    ["Jan van den Berg", "Gebeld met dhr. van den berg."],
    ["Jan van den Berg", "Dhr. Vandenberg belde."],
    ["Jan van den Berg", "Berg, Jan van den"],
    ["Sean O'Neill", "Oʼneill tekent."],
    ["Sean O'Neill", "ONeill tekent."],
    ["Anne-Marie Peeters", "Annemarie belde."],
    ["Anne-Marie Peeters", "Getekend door A.-M. Peeters"],
    ["Jan Piet Claes", "Jan Claes belde."],
    ["Jan Piet Claes", "Mevrouw Claes en J.P. Claes belden."],
    ["Jan Piet Van den Berg", "Jan Van den Berg belde."],
    ["Maria Peeters-Claes", "Maria Peeters belde."],
    ["Maria Van Damme-Peeters", "Maria Van Damme belde."],
    ["王 小明", "王小明"],
    ["Jan Claes", "Jans vraag ligt bij ons."],
    ["An", "Ans vraag ligt bij ons."],
    ["Jan Voorbeeld", "Over Jan Voorbeelds vraag is beslist."],
    ["Jan Claes", "Jan Claes' vraag ligt bij ons."],
    ["Björn Müller", "Bjoern belde."],
    ["Björn Müller", "BJOERN MUELLER"],
    ["Björn Müller", "Mevrouw Mueller tekent."],
    ["Bjoern Mueller", "Getekend door Björn Müller"],
    ["Björn Müller", "Bjorn Muller belde."],
    ["Søren Åberg", "Soeren Aaberg belde."],
    ["Jörg Strauß", "Joerg Strauss belde."],
    ["Käthe Gräf", "Kaethe Graef".toUpperCase()],
    ["Maria Peeters-Claes", "Mevrouw Peeters belde."],
    ["Maria Peeters-Claes", "Gesproken met mevrouw Claes."],
    ["Maria Peeters-Claes", "Peeters tekent."],
    ["Maria Van Damme-Peeters", "Mevr. Van Damme tekent."],
    ["Maria Peeters-Claes", "An Peeters belde mevrouw Peeters."],
    ["Jan Claes", "Jan P. Claes tekent."],
    ["Jan Claes", "Jan P.J. Claes tekent."],
    ["Jan Claes", "Jan P Claes tekent."],
    ["Jan Van den Berg", "Jan P. Van den Berg tekent."],
    ["Jan Piet Claes", "Jan P. Claes tekent."],
    ["Jan Vandenbossche", "Jan Van den Bossche belde."],
    ["Jan Vandenbossche", "mevr. van den bossche"],
    ["Jan Vandenbossche", "Getekend door J. Vanden Bossche"],
    ["Jan Van den Bossche", "Mevrouw Vanden Bossche belde."],
    ["Jan Vanden Bossche", "BOSSCHE, JAN VANDEN"],
    ["Els Dhondt", "Mevrouw D’Hondt belde."],
    ["Els Desmet", "De Smet tekent."],
    ["Tom Opdebeeck", "Dhr. Op de Beeck"],
    ["Ria Van der Elst", "Mevr. Vander Elst"],
    ["Ansofie Ten Hoor", "An-Sofie belde."],
    ["Jean Pierre Maes", "Jean-Pierre belde."],
    ["Jean-Pierre Maes", "Getekend door JP Maes"],
    ["Hélène De Coninck", "Mme De Coninck a appelé"],
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
    ["De Wit", "De aanvraag is klaar."],
    ["De Wit", "Peter De Wit verfde de wit geworden muur."],
    ["Van Damme", "Van belang is de termijn."],
    ["Van", "Van belang is de termijn."],
    ["Dr. Jan Peeters", "Dr. An Claes belde."],
    ["Mevrouw Peeters", "Beste mevrouw. Mevrouw, bedankt."],
    ["An Peeters (DPO)", "De DPO belde."],
    ["J. Peeters", "Optie J. of optie K."],
    ["Jan-Baptist Claes", "Jan belde."],
    ["An De", "An de Wit belde."],
    ["De", "De heer De Wit belde."],
    ["Jan van den Berg", "Op de top van den berg."],
    ["Jan Piet Claes", "Piet belde."],
    ["Jan Piet Claes", "An Claes belde."],
    ["Maria Peeters-Claes", "An Peeters belde."],
    ["Maria Peeters-Claes", "An Peeters-Maes belde."],
    ["Jan Claes", "Mevrouw Jans belde."],
    ["Jan Claes", "An Jans belde."],
    ["Jan Claes", "Jans Peeters belde."],
    ["Jan Claes", "Jans van Dijk belde."],
    ["An Janssen", "Mevrouw Janssens belde."],
    ["Al", "Als de DPO tekent, is het klaar."],
    ["Al", "ALS DE DPO TEKENT"],
    ["An", "aans, aan en Aan de DPO"],
    ["An", "Aans vraag"],
    ["Jan Claes", "jans vraag"],
    ["Jan Claes", "J.P. Claes en K. Claes tekenen."],
    ["Jo Maes", "Joe belde."],
    ["Jan Oost", "Joost belde."],
    ["Ansofie Ten Hoor", "An, Sofie en Piet belden."],
    ["Jan Vandenbossche", "An Van den Bossche belde."],
    ["Els Desmet", "Dat is de smet op het blazoen."],
    ["Els Desmet", "De smeden werken."],
    ["Bo", "De boek van Böe en boe."],
    ["Iemand", "Schrijf naar jan@voorbeeldegem.example of an@voorbeeldegem.example.org"],
  ])("not %s: %s", (name, text) => {
    expect(about(name, text)).toBe(false);
  });

  it("is not about a person who shares the first name of another person in it", () => {
    expect(about("An", "Gesproken met An Peeters", ["An Peeters"])).toBe(false);
    expect(about("An", "Gesproken met An Peeters en An.", ["An Peeters"])).toBe(true);
    expect(about("An", "Ans vraag is van morgen.", ["Ans Peeters"])).toBe(false);
    expect(about("Jan Claes", "Jan P. Claes", ["Jan P. Claes-Peeters"])).toBe(true);
    expect(about("Jan Van den Berg", "Kris Van den Berg tekent", ["Kris Van den Berg"])).toBe(false);
  });

  it.each(["\u0301", "1.", "a", "-"])("is searched for in one pass of a long text of %j", (sign) => {
    expect(about("An Voorbeeld", sign.repeat(40_000 / sign.length))).toBe(false);
  });
});
