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
  "Chr.De Smet",
  "j.de wit",
  "J.Gent",
  "Dienst 1.2.3.4",
  "Afdeling .NET",
  "AZ St.Lucas",
  "Tel: zie website",
  "wnd.directeur",
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
  "Evil.Be",
  "Bit.Ly",
  "evil.zip",
  "EVIL.SUPPORT/X",
  "evil.cloud#a",
  "Klik nu evil.page",
  "t.co",
  "t.me/abc",
  "X.com",
  "evil.com-x",
  "evil.com.Peeters",
  "evil.xn--p1ai",
  "пример.рф",
  "evil(.)com",
  "evil [punt] com",
  "an (at) evil (dot) com",
  "http:evil",
  "https:/evil",
  "//evil/x",
  "\\\\evil\\share",
  "tel:+32900123456",
  "192.168.0.1/x",
  "Bel 0900 12 345",
  "Bel +32 (0)900/12.345",
  "Vlug: ０９００１２３４５",
])("%s is refused as a name (NAME-01)", (name) => {
  expect(judged(name)).toBe(false);
});

const ofOrganisation = (name: string) => nameIsPlain(cleanName(name), "name", "organisation").allowed;

it.each(["Zorg.net", "Howest.be", "digipolis.be", "Sport.Vlaanderen", "visit.brussels", "Stad Gent"])(
  "%s is the name of an organisation, and of no person if it is a domain (NAME-01)",
  (name) => {
    expect(ofOrganisation(name)).toBe(true);
    expect(judged(name)).toBe(name === "Stad Gent");
  },
);

it.each([
  "https://zorg.net",
  "www.zorg.net",
  "www.be",
  "zorg.net/login",
  "info@zorg.net",
  "mijn.zorg.net",
  "Klik op Zorg.net",
  "Zorg.net!",
  "zorg.net:80",
  "zorg(.)net",
  "zorg。net",
  "xn--80ak6aa92e.com",
  "evil.xn--p1ai",
  "192.168.0.1/x",
  "Zorg.net 0900 12 345",
])("%s is no name of an organisation either (NAME-01)", (name) => {
  expect(ofOrganisation(name)).toBe(false);
});

it.each([
  "An\r\nBcc: x",
  "An\nPeeters",
  "An\u0000Peeters",
  "An \uFFFD Peeters",
  "An\u001B[31m",
  "An\u2028Peeters",
  "An\u0085Peeters",
])("a name with a line end, a control or a broken character is refused (NAME-01)", (name) => {
  expect(nameIsPlain(cleanName(name), "name")).toMatchObject({
    reasons: [
      { rule: "NAME-01", field: "name", message: "Schrijf de naam op een regel, zonder bijzondere tekens." },
    ],
  });
});
