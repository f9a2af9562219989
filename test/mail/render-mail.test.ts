import { describe, expect, it } from "vitest";
import { NAMES } from "../../functions/domain/names.ts";
import { renderHtml, renderText } from "../../functions/mail/render-mail.ts";

const mail = {
  subject: "Vul de intake in",
  greeting: "Dag An,",
  paragraphs: [
    "Eerste alinea.",
    { quote: ["Wat <script>alert(1)</script> iemand typte"] },
    "Tweede <b>alinea</b> & meer.",
  ],
  action: { label: "Open de taak", url: "https://led.example/taak/geheim" },
  closing: ["Vriendelijke groeten", "LED-team"],
};

describe("a mail", () => {
  it("has the same content in HTML and in text", () => {
    const html = renderHtml(mail);

    for (const part of ["Dag An,", "Eerste alinea.", "https://led.example/taak/geheim", "LED-team"]) {
      expect(html).toContain(part);
      expect(renderText(mail)).toContain(part);
    }
  });

  it("escapes typed text, and declares its language", () => {
    const html = renderHtml(mail);

    expect(html).toContain("&lt;script&gt;");
    expect(html).not.toContain("<script>");
    expect(html).toContain('lang="nl-BE"');
  });

  it("makes links of the addresses of the site, and of no address that somebody typed", () => {
    const notice = NAMES.links.privacyNotice;
    const html = renderHtml({
      ...mail,
      paragraphs: [
        `Je leest het hier: ${notice}.`,
        "Op https://led.example/admin.",
        "Of https://kwaad.example/x?",
      ],
    });

    expect([...html.matchAll(/<a href="([^"]*)"/g)].map(([, address]) => address)).toEqual([
      notice,
      "https://led.example/admin",
      mail.action.url,
      mail.action.url,
    ]);
  });

  it("has no place of its frame left, and colours for a dark screen", () => {
    const html = renderHtml(mail);

    expect(html).not.toMatch(/\{\{|<!-- (text|quote|button|end)/);
    expect(html).toContain("prefers-color-scheme: dark");
  });
});
