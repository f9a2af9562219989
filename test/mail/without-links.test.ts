import { expect, it } from "vitest";
import { withoutLinks } from "../../functions/mail/without-links.ts";

it.each([
  ["Nieuwe aanvraag: Zorg.net", "Nieuwe aanvraag: Zorg.\u2060net"],
  ["(Zorg.net), a.b.example", "(Zorg.\u2060net), a.b.\u2060example"],
  ["evil。com", "evil。\u2060com"],
  ["evil.xn--p1ai en пример.рф", "evil.\u2060xn--p1ai en пример.\u2060рф"],
])("%s becomes no link in a mail", (text, written) => {
  expect(withoutLinks(text)).toBe(written);
});

it.each([
  "Lees https://www.vlaanderen.be/led of mail led@vlaanderen.be.",
  "Dat is zo. De termijn is om, o.a. t.e.m. 3.5 dagen. J.P. Claes",
])("%s stays as it is", (text) => {
  expect(withoutLinks(text)).toBe(text);
});
