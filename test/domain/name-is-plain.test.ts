import { expect, it } from "vitest";
import { cleanName } from "../../functions/domain/clean-text.ts";
import { nameIsPlain } from "../../functions/domain/name-is-plain.ts";

const judged = (name: string) => nameIsPlain(cleanName(name), "name").allowed;

it.each([
  "An Peeters",
  "A.B. Janssens",
  "J.P. Van den Bossche",
  "J.De Smet",
  "Dr. Peeters",
  "Dr.de Smet",
  "Prof.dr. Ann D'hooghe",
  "Mevr.De Wit",
  "mr. 't Serstevens",
  "Jean-Luc d’Hondt",
  "Renée Ñíguez-Łuczak",
  "محمد العربي",
  "O",
  "St.-Niklaas",
  "St.Jo",
  "Gemeente Sint-Genesius-Rode",
  "Stad Gent / OCMW Gent",
  "OCMW St.Niklaas/Temse",
  "o.l.v. An Peeters",
  "O.L.V.-ziekenhuis Aalst",
  "AZ Sint-Jan AV, t.a.v. de directie",
  "v.z.w. De Brug",
  "Zorgband Leie & Schelde (Welzijnsvereniging)",
  "Hulpverleningszone 1",
  "Politiezone Voorkempen, 5355",
  "IGO div / I.L.V.",
  "Agentschap Wegen en Verkeer (AWV)",
  "Woonmaatschappij 'Thuis' c.v.",
  "Kind@Huis",
  "Vlaamse overheid - Digitaal Vlaanderen",
  "Algemeen directeur a.i.",
  "dienst ICT: helpdesk",
  "7de Dag, 3.0",
])("%s is a name (NAME-01)", (name) => {
  expect(judged(name)).toBe(true);
});

it.each([
  "Klik op https://evil.example",
  "ftp://evil.example",
  "hxxp://evil.example",
  "Vzw www.voorbeeld.be",
  "WWW.VOORBEELD.BE",
  "evil.example/login",
  "Win op evil.com!",
  "EVIL.COM",
  "Digipolis.be",
  "mijn.gemeente.be",
  "a.evil.be",
  "sport.vlaanderen",
  "visit.brussels",
  "bit.ly/abc",
  "an@voorbeeldegem.be",
  "mailto:an",
  "ｅｖｉｌ．ｃｏｍ",
  "evil。com",
  "ev\u200Bil.co\u00ADm",
  "xn--80ak6aa92e.com",
  "evil.be?x=1",
  "(evil.be)",
  "evil.com:8080",
])("%s is none (NAME-01)", (name) => {
  expect(judged(name)).toBe(false);
});

it.each([
  "An\r\nBcc: x",
  "An\nPeeters",
  "An\u0000Peeters",
  "An\u001B[31m",
  "An\u2028Peeters",
  "An\u0085Peeters",
])("a name with a line end or a control character is refused (NAME-01)", (name) => {
  expect(nameIsPlain(cleanName(name), "name")).toMatchObject({
    reasons: [
      { rule: "NAME-01", field: "name", message: "Schrijf de naam op een regel, zonder bijzondere tekens." },
    ],
  });
});
