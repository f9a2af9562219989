import { describe, expect, it } from "vitest";
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
  it("has the same content in HTML and in text", async () => {
    const html = await renderHtml(mail);

    for (const part of ["Dag An,", "Eerste alinea.", "https://led.example/taak/geheim", "LED-team"]) {
      expect(html).toContain(part);
      expect(renderText(mail)).toContain(part);
    }
  });

  it("escapes typed text, and declares its language", async () => {
    const html = await renderHtml(mail);

    expect(html).toContain("&lt;script&gt;");
    expect(html).not.toContain("<script>");
    expect(html).toContain('lang="nl-BE"');
  });
});
