import { describe, expect, it } from "vitest";
import { mailIsAutomatic } from "../../functions/receive-mail/mail-is-automatic.ts";
import { LONGEST_TEXT, MOST_FILES, type ReadMail, readMail } from "../../functions/receive-mail/read-mail.ts";
import * as samples from "./samples.ts";

const read = async (raw: Uint8Array): Promise<ReadMail> => {
  const mail = await readMail(raw);
  if (!mail) throw new Error("not read");
  return mail;
};

describe("a mail is read as its program wrote it", () => {
  it("Outlook: what was written now, in its own charset, apart from the earlier mail", async () => {
    const { from, text, quoted } = await read(samples.outlook());

    expect(from).toEqual({ name: "An Voorbeeld", address: "an@voorbeeldegem.example" });
    expect(text).toContain("coördinatie van onze sollicitaties.");
    expect(text).not.toContain("Dag An Voorbeeld");
    expect(quoted).toContain("Dag An Voorbeeld");
  });

  it("Gmail and a telephone: the answer above what it quotes", async () => {
    expect((await read(samples.gmail())).text).toBe("Ja, dat klopt.");
    expect((await read(samples.phone())).text).toBe("Ik bel je morgen.");
  });

  it("Apple Mail: the words of HTML, no script, and a document without the picture of the signature", async () => {
    const { text, files } = await read(samples.appleMail());

    expect(text).toBe("Het protocol is klaar.");
    expect(files.map(({ name, contentType }) => [name, contentType])).toEqual([
      ["Protocol één.pdf", "application/pdf"],
    ]);
    expect(Buffer.from(files[0]?.content ?? []).toString()).toBe("%PDF-1.7 protocol");
  });

  it("a scanner: a document and no text", async () => {
    const { text, files } = await read(samples.scanner());

    expect(text).toBe("");
    expect(files.map(({ name }) => name)).toEqual(["SCN_0001.pdf"]);
  });

  it("a forwarded mail: its words and its document, and who wrote it", async () => {
    const { text, forwarded, files } = await read(samples.forwarded());

    expect(text).toBe("Zie hieronder.");
    expect(forwarded).toMatchObject([
      {
        from: { name: "Dirk Privacy", address: "dpo@voorbeeldegem.example" },
        ...{ subject: "advies", text: "Mijn advies is positief." },
      },
    ]);
    expect(files.map(({ name }) => name)).toEqual(["advies.pdf"]);
  });

  it.each([
    ["Outlook", samples.forwardedByOutlook(), "dpo@voorbeeldegem.example", "Mijn advies is positief."],
    ["Gmail", samples.forwardedByGmail(), "bo@stad.example", "KBO 0999.999.922"],
  ])("a mail that %s forwards within its text: nothing of it is folded away", async (_, raw, from, words) => {
    const { text, quoted, forwarded } = await read(raw);

    expect(forwarded.map((one) => one.from.address)).toEqual([from]);
    expect(text).toContain(words);
    expect(quoted).toBe("");
  });

  it("an answer that quotes is not forwarded", async () => {
    for (const raw of [samples.outlook(), samples.gmail(), samples.phone()])
      expect((await read(raw)).forwarded).toEqual([]);
  });

  it("winmail.dat and S/MIME are said as such", async () => {
    expect((await read(samples.winmail())).sealed).toEqual(["winmail"]);
    expect((await read(samples.winmail())).files).toEqual([]);
    expect((await read(samples.encrypted())).sealed).toEqual(["encrypted"]);
    expect((await read(samples.signedEnvelope())).sealed).toEqual(["signed"]);
    const named = samples.winmail().toString().replace("application/ms-tnef", "application/octet-stream");
    expect((await read(Buffer.from(named))).sealed).toEqual(["winmail"]);
  });
});

describe("what is odd has its answer", () => {
  it("a thousand files: the first are read, the rest is counted", async () => {
    const part = ["--m", "Content-Type: application/pdf; name=a.pdf", "", "x"].join("\r\n");
    const raw = `Content-Type: multipart/mixed; boundary=m\r\n\r\n${`${part}\r\n`.repeat(1000)}--m--`;

    const { files, leftOut } = await read(Buffer.from(raw));

    expect([files.length, leftOut]).toEqual([MOST_FILES, 1000 - MOST_FILES]);
  });

  it("parts within parts without end are not read", async () => {
    const nested = Array.from({ length: 400 }, (_, depth) =>
      [`Content-Type: multipart/mixed; boundary=b${depth}`, "", `--b${depth}`].join("\r\n"),
    ).join("\r\n");

    expect(await readMail(Buffer.from(nested))).toBeUndefined();
  });

  it("mails within mails are read three deep; those beyond are counted", async () => {
    const within = (raw: string, depth: number) => {
      const head = [`Content-Type: multipart/mixed; boundary=d${depth}`, "", `--d${depth}`];
      return [...head, "Content-Type: message/rfc822", "", raw, `--d${depth}--`].join("\r\n");
    };
    const raw = [1, 2, 3, 4, 5, 6].reduce(within, samples.plain("Het diepst").toString());

    const { forwarded, leftOut } = await read(Buffer.from(raw));

    expect([forwarded.length, leftOut]).toEqual([3, 1]);
  });

  it("a header cannot bring another header, and a name no second line", async () => {
    const subject =
      "=?utf-8?B?" + Buffer.from("Vraag\r\nBcc: everybody@example.com").toString("base64") + "?=";

    const mail = await read(samples.plain("Dag", { subject }));

    expect(mail.subject).not.toMatch(/[\r\n]/);
    expect(mail.to).toEqual(["led@in.led.example"]);
  });

  it("addresses in Unicode stay as they are", async () => {
    const mail = await read(samples.plain("Dag", { from: "Zoë <zoë@gemeente-één.example>" }));

    expect(mail.from.address).toBe("zoë@gemeente-één.example");
  });

  it("a long text is cut, and a line without end is not searched for what is quoted", async () => {
    const { text, quoted } = await read(samples.plain("> Op ma schreef a <b@c.d>: ".repeat(200_000)));

    expect(text.length + quoted.length).toBeLessThanOrEqual(LONGEST_TEXT);
  });
});

describe("MAIL-01: what a program wrote", () => {
  const judged = async (raw: Uint8Array, returnPath = "an@voorbeeldegem.example") =>
    mailIsAutomatic(await read(raw), { returnPath, own: ["led@led.example"] });

  it.each(["nl", "fr", "en"] as const)("is an absence in %s", async (language) => {
    expect(await judged(samples.outOfOffice({ language }))).toBe("absent");
  });

  it("is a report of delivery, a list, a program, or this system", async () => {
    expect(await judged(samples.bounce())).toBe("report");
    expect(await judged(samples.plain("x", {}, ["List-Id: <a.example>"]))).toBe("automatic");
    expect(await judged(samples.plain("x", {}, ["Precedence: bulk"]))).toBe("automatic");
    expect(await judged(samples.plain("x", {}, ["Auto-Submitted: auto-generated"]))).toBe("automatic");
    expect(await judged(samples.plain("x", { from: "led@led.example" }))).toBe("automatic");
    expect(await judged(samples.plain("x"), "")).toBe("automatic");
  });

  it("is no mail of a person", async () => {
    expect(await judged(samples.outlook())).toBeUndefined();
    expect(await judged(samples.plain("x", {}, ["Auto-Submitted: no"]))).toBeUndefined();
    expect(await judged(samples.plain("x", { subject: "Afwezigheid van onze DPO" }))).toBeUndefined();
  });
});
