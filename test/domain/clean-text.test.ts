import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cleanEmail,
  cleanTelephone,
  cleanLine,
  cleanName,
  cleanText,
  cleanWebAddress,
  folded,
} from "../../functions/domain/clean-text.ts";
import {
  enterpriseNumberIsValid,
  normaliseEnterpriseNumber,
} from "../../functions/domain/enterprise-number.ts";
import { normaliseOvoCode } from "../../functions/domain/ovo-code.ts";
import { telephone } from "../../functions/domain/fields.ts";
import { readDate, readWholeNumber } from "../../functions/domain/read-typed.ts";
import { readReference } from "../../functions/domain/reference.ts";

const EVERY = [cleanName, cleanLine, cleanText, folded, cleanEmail, cleanTelephone, cleanWebAddress];

describe("pasted text", () => {
  it.each([
    ["zero width", "An\u200B Pee\u200Dters\u2060"],
    ["a soft hyphen", "An Pee\u00ADters"],
    ["a byte order mark", "\uFEFFAn Peeters"],
    ["marks of direction", "\u202EAn\u202C \u2066Peeters\u2069"],
    ["blanks that do not break", "An\u00A0\u202FPeeters"],
    ["fillers", "An\u3164 Peeters\u2800"],
    ["tags", "An\u{E0041} Peeters"],
  ])("loses %s", (_what, typed) => {
    expect([cleanName(typed), cleanLine(typed)]).toEqual(["An Peeters", "An Peeters"]);
    expect(cleanText(typed).replace(/ +/g, " ")).toBe("An Peeters");
  });

  it("is normalised to one form, with U+FFFD for half a character", () => {
    expect(cleanLine("Rene\u0301e")).toBe("Ren\u00E9e");
    expect(cleanText("x\uD800y")).toBe("x\uFFFDy");
  });

  it("has one kind of line end where several lines are allowed, and none elsewhere", () => {
    const typed = "een\r\ntwee\rdrie\u2028vier\u0085vijf\u0000\u0007";

    expect(cleanText(typed)).toBe("een\ntwee\ndrie\nvier\nvijf");
    expect(cleanLine(typed)).toBe("een twee drie vier vijf");
    // Stays, so that the rule on names refuses it.
    expect(cleanName("een\r\ntwee")).toBe("een\r\ntwee");
  });

  it("keeps visible characters: emoji, accents, apostrophes, other scripts", () => {
    for (const text of ["👩🏽‍💻 ❤️ ☎️", "d’Hondt, 't Serstevens", "Łukasz Żółć", "Ἀθηνᾶ", "محمد", "• punt"])
      expect(cleanText(text)).toBe(text.normalize("NFC"));
  });

  it("does not change when it is cleaned again", () => {
    const typed = " \u200B8\uFE0F\u200D5 \u202E x\u00AD\u200B\u0301 \r\n y\u00A0 ";

    for (const clean of EVERY) expect(clean(clean(typed))).toBe(clean(typed));
  });

  it.each(EVERY)("does not change when it is cleaned again, for any input (%o)", (clean) => {
    const unit = fc.nat(0xffff).map((code) => String.fromCharCode(code));

    fc.assert(
      fc.property(fc.string({ unit }), (typed) => {
        expect(clean(clean(typed))).toBe(clean(typed));
      }),
    );
  });
});

describe("a mail address", () => {
  it.each([
    "an@voorbeeldegem.example",
    " an@voorbeeldegem.example. ",
    "<an@voorbeeldegem.example>",
    "An Peeters <an@voorbeeldegem.example>;",
    '"Peeters, An" <an@voorbeeldegem.example>',
    "mailto:an@voorbeeldegem.example",
    "mailto:an@voorbeeldegem.example?subject=LED",
    "[mailto:an@voorbeeldegem.example]",
    "An Peeters [mailto:an@voorbeeldegem.example]",
    "an@voorbeeldegem\u200B.example",
    "\u00A0an@voorbeeldegem.example,",
    "an＠voorbeeldegem．example",
  ])("is read from %s", (typed) => {
    expect(cleanEmail(typed)).toBe("an@voorbeeldegem.example");
  });

  it("is never made from two addresses, nor from parts", () => {
    expect(cleanEmail("an@a.example jan@b.example")).toContain(" ");
    expect(cleanEmail("<an@a.example>, <jan@b.example>")).toContain(" ");
    expect(cleanEmail("An <an@a.example>;\nJan <jan@b.example>")).toMatch(/an@a.*\s.*jan@b/);
    expect(cleanEmail("an peeters@a.example")).toContain(" ");
  });
});

describe("a telephone number", () => {
  it.each([
    ["0400 00 00 00", "0400 00 00 00"],
    ["tel: 02/000.00.00", "02/000.00.00"],
    ["+32 400 00 00 00", "0400 00 00 00"],
    ["0032 (0)2 000 00 00", "02 000 00 00"],
    ["+31\u00A06 00 00 00 00", "+31 6 00 00 00 00"],
  ])("%s is read as %s", (typed, read) => {
    expect(telephone().parse(typed)).toBe(read);
  });

  it.each(["bel mij", "1234", "85073003328", "0400 00 00"])("is not read from %s", (typed) => {
    expect(telephone().safeParse(typed).success).toBe(false);
  });
});

describe("a reference", () => {
  it.each([
    "LED-2026-00042",
    "led-2026-00042",
    "LED\u20112026\u201100042",
    "LED–2026–00042",
    "LED—2026—00042.",
    "[LED-2026-00042]",
    "[LED-2026-00042] Je aanvraag",
    "RE: [LED-2026-00042] Vul de intake in",
    "LED 2026 00042",
    " led 2026-00042 ,",
    "ＬＥＤ－２０２６－０００４２",
    "LED-2026-\u200B00042",
    "LED\u00AD-2026-00042",
    "“LED-2026-00042”",
    "dossier LED-2026-00042 van Voorbeeldegem",
    "LED\u001E2026\u001E00042",
    "LED-2026-\u001F00042",
    "LED\u20432026\u204300042",
    "LED_2026_00042",
    "LED/2026/00042",
  ])("is read from %s", (typed) => {
    expect(readReference(typed)).toBe("LED-2026-00042");
  });

  it.each(["LED-26-42", "XLED-2026-00042", "gesloten 2026", ""])("is not found in %s", (typed) => {
    expect(readReference(typed)).not.toMatch(/^LED-\d{4}-\d{5}/);
  });
});

describe("a number", () => {
  it.each([
    "BE 0316.380.841",
    "BE0316380841",
    "be 0316 380 841.",
    "KBO 0316.380.841",
    "KBO: BE0316.380.841",
    "Ondernemingsnummer: 0316.380.841",
    "BTW BE 0316.380.841",
    "0316\u00A0380\u00A0841",
    "0316–380–841",
    "０３１６.３８０.８４１",
    "(0316.380.841)",
    "316.380.841",
    "RPR Gent 0316.380.841",
    "TVA BE 0316.380.841",
    "ondernemingsnr. 0316.380.841",
    "0316.380.841 (KBO)",
    "0316,380,841",
    "0316’380’841",
    "0316•380•841",
    "0316\u2219380\u2027841",
    "0316\u0000380|841",
    "N° 0316.380.841",
  ])("of an enterprise is read from %s", (typed) => {
    expect(normaliseEnterpriseNumber(typed)).toBe("0316380841");
  });

  it("of another country is not read as a Belgian one", () => {
    expect(enterpriseNumberIsValid(normaliseEnterpriseNumber("NL316380841"))).toMatchObject({
      allowed: false,
    });
  });

  it.each([
    "OVO-code: OVO000123",
    "OVO_000.123",
    "https://data.vlaanderen.be/id/organisatie/OVO000123",
    "OVO000123",
    "ovo 000123",
    "OVO-000123.",
    "OVO\u2011000123",
    "“ovo000123”",
    "ＯＶＯ０００１２３",
  ])("of the register of organisations is read from %s", (typed) => {
    expect(normaliseOvoCode(typed)).toBe("OVO000123");
  });

  it.each([
    ["1.500", 1500],
    ["1\u00A0500", 1500],
    ["1\u202F500", 1500],
    ["1'500", 1500],
    ["１５００", 1500],
    ["1500.", 1500],
    ["12345678901234567", "12345678901234567"],
    ["1e308", "1e308"],
    ["1,5", "1,5"],
    ["NaN", "NaN"],
    ["1500¹", "1500¹"],
    ["1500½", "1500½"],
  ])("of a count: %s is read as %s", (typed, value) => {
    expect(readWholeNumber(typed)).toBe(value);
  });
});

describe("a date", () => {
  it.each([
    "2027-02-01",
    "1-feb-2027",
    "1\u22152\u22152027",
    "2027\u201102\u201101",
    "1/2/2027",
    "01-02-2027",
    "01–02–2027",
    "1.2.2027",
    "1 / 2 / 2027",
    "1 februari 2027",
    "1 feb. 2027",
    "01/02/2027.",
    "０１/０２/２０２７",
    "2027/02/01",
    "2027.02.01",
    "maandag 1 februari 2027",
    "ma. 1/2/2027",
    "1 februari, 2027",
    "1ste februari 2027",
    "1⁄2⁄2027",
  ])("is read from %s", (typed) => {
    expect(readDate(typed)).toBe("2027-02-01");
  });

  it.each(["1 mrt 2027", "1 mrt. 2027", "1 maart 2027"])("of March is read from %s", (typed) => {
    expect(readDate(typed)).toBe("2027-03-01");
  });

  it.each(["1/2/27", "februari 2027", "31 foo 2027", "morgen"])("is not read from %s", (typed) => {
    expect(readDate(typed)).not.toMatch(/^\d{4}-\d\d-\d\d$/);
  });
});

describe("an address on the web", () => {
  it.each([
    "https://voorbeeldegem.example/protocol",
    "<https://voorbeeldegem.example/protocol>",
    "https://voorbeeldegem.example/protocol.",
    "(https://voorbeeldegem.example/protocol),",
    "https://voorbeeldegem.example/\r\n  protocol",
    "\u200Bhttps://voorbeeldegem.example/pro\u00ADtocol\u00A0",
  ])("is read from %s", (typed) => {
    expect(cleanWebAddress(typed)).toBe("https://voorbeeldegem.example/protocol");
  });

  it("keeps its own bracket, and gets the scheme that people omit", () => {
    expect(cleanWebAddress("https://a.example/x_(y)")).toBe("https://a.example/x_(y)");
    expect(cleanWebAddress("www.a.example/x")).toBe("https://www.a.example/x");
  });
});

describe("a posted text of many thousands of characters", () => {
  const many = (sign: string) => `a${sign.repeat(20_000 / sign.length)}a`;
  const READERS = {
    cleanEmail,
    cleanLine,
    cleanName,
    cleanTelephone,
    cleanText,
    cleanWebAddress,
    readDate,
    readWholeNumber,
  };

  it.each(Object.entries({ ...READERS, readReference, normaliseOvoCode, normaliseEnterpriseNumber }))(
    "is read by %s in one pass",
    (_name, read) => {
      for (const sign of [
        ".",
        " ",
        "\t",
        "\r\n ",
        "-",
        "(",
        "?",
        "?x@",
        "<a@",
        "\u200D",
        "1.",
        "LED-",
        "\u0301",
      ])
        expect(() => read(many(sign))).not.toThrow();
    },
  );
});
