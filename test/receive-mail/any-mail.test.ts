import fc from "fast-check";
import { expect, it } from "vitest";
import { mailIsAutomatic } from "../../functions/receive-mail/mail-is-automatic.ts";
import { LONGEST_TEXT, MOST_FILES, readMail } from "../../functions/receive-mail/read-mail.ts";
import { receivedTexts } from "../../functions/receive-mail/texts.nl.ts";
import * as samples from "./samples.ts";

/* Whatever comes, it is read or refused, and never thrown: pieces of mails, damaged mails, and trees of parts. */

const PIECES = [
  "Content-Type: multipart/mixed; boundary=x\r\n",
  ...["--x\r\n", "--x--", "\r\n\r\n", "\0", "=?utf-8?B?", "Content-Transfer-Encoding: base64\r\n", "From: <"],
  ...["To: a:b;c,", "=F6", "> ", "Content-Type: message/rfc822\r\n", "charset=utf-7", "\uD800", "é"],
  ...["charset=x-unknown\r\n", "<blockquote><script>", "Content-Type: text/html\r\n", "Van: a <a@b.c>\r\n"],
  ...["---------- Forwarded message ---------\r\n", "Subject: FW: x\r\n", "\r\n\r\n\r\n\r\n"],
];
const inPieces = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string(), fc.uint8Array().map(String)), { maxLength: 40 })
  .map((all) => Buffer.from(all.join("")));

const KNOWN = [
  samples.outlook(),
  samples.appleMail(),
  samples.forwarded(),
  samples.winmail(),
  samples.bounce(),
];
const damaged = fc
  .tuple(fc.constantFrom(...KNOWN), fc.nat(), fc.uint8Array({ maxLength: 20 }))
  .map(([raw, at, bytes]) => {
    const copy = Buffer.from(raw);
    Buffer.from(bytes).copy(copy, at % copy.length);
    return copy;
  });

const CHARSETS = [
  ...["utf-8", "us-ascii", "iso-8859-1", "iso-8859-15", "windows-1252", "koi8-r", "iso-2022-jp", "gb18030"],
  ...["utf-16", "utf-16le", "utf-7", "big5", "x-unknown", '"', ""],
];
const LEAVES = [
  ...["text/plain", "text/html", "text/calendar", "application/pdf", "application/ms-tnef"],
  ...["application/pkcs7-mime; smime-type=signed-data", "image/png", "x/y/z", ""],
];
const ENCODINGS = ["7bit", "8bit", "base64", "quoted-printable", "x-uuencode", ""];
const MULTIPARTS = ["mixed", "alternative", "related", "report", "signed", "digest"];
const NAMES = ["", "a.pdf", "winmail.dat", "=?utf-8?Q?a=0D=0Ab?=", "../../etc/passwd", "é".repeat(400)];

type Part = { head: string[]; body: Buffer };
const lines = (...all: (string | Buffer)[]) =>
  Buffer.concat(all.flatMap((one) => [Buffer.from(one), Buffer.from("\r\n")]));
const asBytes = ({ head, body }: Part) => lines(...head, "", body);

const leaf = fc
  .record({
    type: fc.constantFrom(...LEAVES),
    ...{ charset: fc.constantFrom(...CHARSETS), encoding: fc.constantFrom(...ENCODINGS) },
    ...{ name: fc.constantFrom(...NAMES), disposition: fc.constantFrom("inline", "attachment", "") },
    body: fc.oneof(
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(Buffer.from(bytes).toString("base64"))),
      fc.string({ unit: "grapheme", maxLength: 200 }).map((text) => Buffer.from(text)),
    ),
  })
  .map(({ type, charset, encoding, name, disposition, body }): Part => ({
    head: [
      `Content-Type: ${type}; charset=${charset}; name="${name}"`,
      `Content-Transfer-Encoding: ${encoding}`,
      `Content-Disposition: ${disposition}; filename="${name}"`,
    ],
    body,
  }));

const { part } = fc.letrec<{ part: Part; many: Part; inner: Part }>((tie) => ({
  part: fc.oneof({ maxDepth: 6, depthSize: "large" }, leaf, tie("many"), tie("inner")),
  many: fc
    .tuple(
      fc.constantFrom(...MULTIPARTS),
      fc.array(tie("part"), { maxLength: 4 }),
      fc.stringMatching(/^[a-z]{1,8}$/),
      fc.boolean(),
    )
    .map(([kind, parts, boundary, isClosed]) => ({
      head: [`Content-Type: multipart/${kind}; boundary="${boundary}"`],
      body: lines(
        ...parts.flatMap((one) => [`--${boundary}`, asBytes(one)]),
        isClosed ? `--${boundary}--` : "",
      ),
    })),
  inner: tie("part").map((one) => ({
    head: ["Content-Type: message/rfc822"],
    body: lines("From: Dirk <dpo@voorbeeldegem.example>", "Subject: advies", asBytes(one)),
  })),
}));
const ofParts = fc
  .tuple(fc.constantFrom("Vraag", "FW: advies", "=?koi8-r?B?8NLJ18XU?="), part)
  .map(([subject, one]) => lines("From: An <an@voorbeeldegem.example>", `Subject: ${subject}`, asBytes(one)));

/** What a page shows is text of a known length, and a line stays a line. */
async function isAnswered(raw: Buffer): Promise<void> {
  const mail = await readMail(raw);
  if (!mail) return;
  const onLines = [mail, ...mail.forwarded].map(({ subject, from }) => subject + from.name + from.address);
  expect(onLines.join("")).not.toMatch(/[\r\n\0]/);
  expect(mail.text.length + mail.quoted.length).toBeLessThanOrEqual(LONGEST_TEXT);
  expect(mail.files.length).toBeLessThanOrEqual(MOST_FILES);
  expect(receivedTexts.message(mail, 0)).not.toMatch(/[\r\0]/);
  mailIsAutomatic(mail, { returnPath: "a@b.example", own: [] });
}

it.each([
  ["pieces of mails", inPieces, 200],
  ["damaged mails", damaged, 200],
  ["parts within parts, in every charset and encoding", ofParts, 500],
])("%s are answered", async (_, mails, numRuns) => {
  await fc.assert(fc.asyncProperty(mails, isAnswered), { numRuns });
});

it.each([
  ["utf-8", "e282ac20c3ab", "€ ë"],
  ["iso-8859-1", "eb", "ë"],
  ["iso-8859-15", "a420eb", "€ ë"],
  ["windows-1252", "8020eb", "€ ë"],
  ["koi8-r", "f0d2c9d7c5d4", "Привет"],
  ["iso-2022-jp", "1b2442467c4b5c1b2842", "日本"],
  ["utf-16le", "ac202000eb00", "€ ë"],
  ["x-unknown", "6c6564", "led"],
])("text in %s is read", async (charset, bytes, text) => {
  const head = [`Content-Type: text/plain; charset=${charset}`, "Content-Transfer-Encoding: base64"];
  const body = Buffer.from(Buffer.from(bytes, "hex").toString("base64"));

  expect((await readMail(asBytes({ head, body })))?.text).toBe(text);
});
